using System.Text.Json.Serialization;

namespace Nabla.Cli;

/// <summary>Everything that is printed as JSON, known at compile time, so that it can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(KebabNames<DescentEnd>), typeof(KebabNames<PlaneKind>)])]
[JsonSerializable(typeof(EpochEvent))]
[JsonSerializable(typeof(DoneEvent))]
[JsonSerializable(typeof(MetricsLine))]
[JsonSerializable(typeof(IReadOnlyList<RunSummary>))]
[JsonSerializable(typeof(RunDetails))]
[JsonSerializable(typeof(RunComparison))]
[JsonSerializable(typeof(ReplayResult))]
[JsonSerializable(typeof(EvaluateResult))]
[JsonSerializable(typeof(PredictResult))]
[JsonSerializable(typeof(IReadOnlyList<DataListEntry>))]
[JsonSerializable(typeof(DataPlace))]
[JsonSerializable(typeof(DataInfo))]
[JsonSerializable(typeof(BenchmarkResult))]
[JsonSerializable(typeof(GradcheckResult))]
[JsonSerializable(typeof(FormulaCheck))]
[JsonSerializable(typeof(ExplainResult))]
[JsonSerializable(typeof(AveragingResult))]
[JsonSerializable(typeof(SensitivityResult))]
[JsonSerializable(typeof(DescendResult))]
[JsonSerializable(typeof(IReadOnlyList<ObjectiveEntry>))]
[JsonSerializable(typeof(SliceResult))]
internal sealed partial class CliJson : JsonSerializerContext;
