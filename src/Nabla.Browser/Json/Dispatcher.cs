using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nabla.Browser;

/// <summary>
/// Calls the laboratory's methods by name, with arguments and answers as JSON or bytes. The methods themselves are the list of what
/// can be called, so nothing can be forgotten here.
/// </summary>
internal sealed class Dispatcher(Laboratory laboratory)
{
    private static readonly Dictionary<string, MethodInfo> Methods =
        typeof(Laboratory).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .ToDictionary(method => JsonNamingPolicy.CamelCase.ConvertName(method.Name), StringComparer.Ordinal);

    private readonly Queue<byte[]> _given = [];

    /// <summary>Takes the next argument that is bytes, for the call that follows.</summary>
    public void Give(byte[] bytes) => _given.Enqueue(bytes);

    /// <summary>A call whose answer is JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">A JSON array of the arguments, without those that are bytes.</param>
    public string Call(string method, string arguments)
    {
        object answer = Invoke(method, arguments, out var type);
        try
        {
            return JsonSerializer.Serialize(answer, type, LaboratoryJson.Default);
        }
        catch (ArgumentException error)
        {
            // JSON has no word for what is infinite or not a number.
            throw Refusal.Operation(
                $"A number of the answer is infinite or not a number: the weights have become too large. Take back the edits or go to an earlier step.", error);
        }
    }

    /// <summary>A call whose answer is an array, as the bytes of its numbers.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">As for <see cref="Call"/>.</param>
    public byte[] Fetch(string method, string arguments) => Invoke(method, arguments, out _) switch
    {
        byte[] bytes => bytes,
        int[] numbers => MemoryMarshal.AsBytes<int>(numbers).ToArray(),
        float[] numbers => MemoryMarshal.AsBytes<float>(numbers).ToArray(),
        double[] numbers => MemoryMarshal.AsBytes<double>(numbers).ToArray(),
        _ => throw Refusal.Argument($"The answer of '{method}' is no array."),
    };

    private object Invoke(string name, string arguments, out Type type)
    {
        byte[][] given = [.. _given];
        _given.Clear();
        if (!Methods.TryGetValue(name, out var method)) throw Refusal.Argument($"The engine has no call '{name}'.");
        type = method.ReturnType;
        return method.Invoke(laboratory, BindingFlags.DoNotWrapExceptions, null, Arguments(method, arguments, given), null)!;
    }

    private static object?[] Arguments(MethodInfo method, string arguments, byte[][] given)
    {
        var parameters = method.GetParameters();
        using var json = JsonDocument.Parse(arguments);
        int bytes = parameters.Count(parameter => parameter.ParameterType == typeof(byte[])), others = parameters.Length - bytes;
        if (given.Length != bytes || json.RootElement.GetArrayLength() != others)
        {
            throw Refusal.Argument($"The call '{method.Name}' takes {others} arguments and {bytes} arrays of bytes; "
                + $"{json.RootElement.GetArrayLength()} and {given.Length} were given.");
        }

        var values = json.RootElement.EnumerateArray().ToList();
        int value = 0, array = 0;
        return [.. parameters.Select(parameter => parameter.ParameterType == typeof(byte[]) ? given[array++] : Read(parameter, values[value++]))];
    }

    private static object? Read(ParameterInfo parameter, JsonElement value)
    {
        var type = parameter.ParameterType;
        try
        {
            return value.Deserialize(type, ArgumentsJson.Default)
                ?? (Nullable.GetUnderlyingType(type) is null ? throw Refusal.Json($"it is missing") : null);
        }
        catch (JsonException error)
        {
            throw Refusal.Argument($"The argument '{parameter.Name}' is wrong: {JsonText.Reason(error)}.", error);
        }
    }
}
