using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>Everything that is printed as JSON, known at compile time, so that it can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(EpochEvent))]
[JsonSerializable(typeof(DoneEvent))]
[JsonSerializable(typeof(EvaluateResult))]
[JsonSerializable(typeof(PredictResult))]
[JsonSerializable(typeof(IReadOnlyList<DataListEntry>))]
[JsonSerializable(typeof(DataPlace))]
[JsonSerializable(typeof(DataInfo))]
[JsonSerializable(typeof(BenchmarkResult))]
[JsonSerializable(typeof(ExperimentList))]
[JsonSerializable(typeof(ExperimentOutput))]
[JsonSerializable(typeof(BatchSizeSettings))]
[JsonSerializable(typeof(BatchSizeResult))]
internal sealed partial class CliJson : JsonSerializerContext;
