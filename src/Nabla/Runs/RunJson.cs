using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>The files of a run as JSON, known at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    WriteIndented = true)]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(CheckpointPosition))]
internal sealed partial class RunJson : JsonSerializerContext;
