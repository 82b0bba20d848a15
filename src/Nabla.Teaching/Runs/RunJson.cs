using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Nabla.Runs;

/// <summary>The files of a run as JSON, known at compile time. A null or a gap where a value is needed is refused as JSON that does not fit.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(CheckpointPosition))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>Reads a value, which <c>null</c> is none.</summary>
    /// <exception cref="JsonException">It is no JSON, or not of such a value.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(json, type) ?? throw Refusal.Json($"It is null, where a value is needed.");
}
