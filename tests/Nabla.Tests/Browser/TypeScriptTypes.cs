using System.Reflection;
using System.Text;
using System.Text.Json;
using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>Writes the types of the page's calls from the methods of <see cref="Laboratory"/> and the records that they use.</summary>
internal sealed class TypeScriptTypes
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly HashSet<Type> Numbers = [typeof(int), typeof(long), typeof(double), typeof(float), typeof(byte)];

    private readonly DocComments _comments = new();
    private readonly Queue<Type> _waiting = [];
    private readonly HashSet<Type> _known = [];

    public static string Write() => new TypeScriptTypes().All();

    private string All()
    {
        var text = new StringBuilder("// Made from the C# class Laboratory by the test TypeScriptTypesTests; NABLA_WRITE_TYPES=1 writes it anew.\n\n");
        var methods = typeof(Laboratory).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .OrderBy(method => method.MetadataToken).ToList();
        text.Append("/** Long work, done a slice at a time; the client calls again until there is a result. */\n");
        text.Append("export interface Sliced<T> {\n  readonly done: number;\n  readonly result: T | null;\n}\n\n");
        text.Append("/** What can be asked of the engine. */\nexport interface Laboratory {\n");
        foreach (var method in methods) text.Append(Method(method));
        text.Append("}\n\n/** How many parameters a call has, how its answer comes, and whether in slices. */\nexport const calls = {\n");
        foreach (var method in methods)
        {
            string sliced = IsSliced(method.ReturnType) ? "true" : "false";
            text.Append($"  {Camel(method.Name)}: {{ parameters: {Parameters(method).Count()}, answer: '{Answer(method.ReturnType)}', sliced: {sliced} }},\n");
        }


        text.Append("} as const;\n");

        while (_waiting.TryDequeue(out var type)) text.Append('\n').Append(type.IsEnum ? Union(type) : Interface(type));
        return text.ToString();
    }

    private string Method(MethodInfo method)
    {
        var parameters = Parameters(method).Select(parameter =>
            $"{Camel(parameter.Name!)}: {Name(parameter.ParameterType, Nullability.Create(parameter), isJson: parameter.ParameterType != typeof(byte[]))}");
        string result = Name(method.ReturnType, Nullability.Create(method.ReturnParameter), isJson: false);
        return Comment(_comments.Of(method), "  ") + $"  {Camel(method.Name)}({string.Join(", ", parameters)}): {result};\n";
    }

    // The client gives each slice its time.
    private static IEnumerable<ParameterInfo> Parameters(MethodInfo method) =>
        method.GetParameters().Where(parameter => !(IsSliced(method.ReturnType) && parameter.Name == "milliseconds"));

    private string Interface(Type type)
    {
        var text = new StringBuilder(Comment(_comments.Of(type), ""));
        text.Append($"export interface {type.Name} {{\n");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken))
        {
            text.Append(Comment(_comments.Of(property), "  "));
            text.Append($"  readonly {Camel(property.Name)}: {Name(property.PropertyType, Nullability.Create(property), isJson: true)};\n");
        }

        return text.Append("}\n").ToString();
    }

    private string Union(Type type) =>
        Comment(_comments.Of(type), "")
            + $"export type {type.Name} = {string.Join(" | ", Enum.GetNames(type).Select(name => $"'{JsonNamingPolicy.KebabCaseLower.ConvertName(name)}'"))};\n";

    private string Name(Type type, NullabilityInfo info, bool isJson)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Plain(value, info, isJson)} | null";
        string name = Plain(type, info, isJson);
        return info.ReadState == NullabilityState.Nullable ? $"{name} | null" : name;
    }

    private string Plain(Type type, NullabilityInfo info, bool isJson)
    {
        if (Numbers.Contains(type)) return "number";
        if (type == typeof(string)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(object)) return $"string | {nameof(Said)}";
        if (!isJson && type.IsArray) return Answer(type) switch { "bytes" => "Uint8Array", "ints" => "Int32Array", "floats" => "Float32Array", _ => "Float64Array" };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            string element = Name(type.GetGenericArguments()[0], info.GenericTypeArguments[0], isJson: true);
            return $"readonly {(element.Contains(' ', StringComparison.Ordinal) ? $"({element})" : element)}[]";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return $"Readonly<Record<string, {Name(type.GetGenericArguments()[1], info.GenericTypeArguments[1], isJson: true)}>>";
        if (IsSliced(type)) return $"Sliced<{Name(type.GetGenericArguments()[0], info.GenericTypeArguments[0], isJson: true)}>";
        if (_known.Add(type)) _waiting.Enqueue(type);
        return type.Name;
    }

    private static bool IsSliced(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Sliced<>);

    private static string Answer(Type type) =>
        type == typeof(byte[]) ? "bytes" : type == typeof(int[]) ? "ints" : type == typeof(float[]) ? "floats" : type == typeof(double[]) ? "doubles" : "json";

    private static string Comment(string? text, string indent) => text is null ? "" : $"{indent}/** {text} */\n";

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
