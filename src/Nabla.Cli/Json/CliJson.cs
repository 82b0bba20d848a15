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
[JsonSerializable(typeof(LearningRateSettings))]
[JsonSerializable(typeof(LearningRateResult))]
[JsonSerializable(typeof(ManySeedsSettings))]
[JsonSerializable(typeof(ManySeedsResult))]
[JsonSerializable(typeof(ShuffledLabelsSettings))]
[JsonSerializable(typeof(ShuffledLabelsResult))]
[JsonSerializable(typeof(RegularizationSettings))]
[JsonSerializable(typeof(RegularizationResult))]
[JsonSerializable(typeof(InitializationSettings))]
[JsonSerializable(typeof(InitializationResult))]
[JsonSerializable(typeof(VanishingGradientsSettings))]
[JsonSerializable(typeof(VanishingGradientsResult))]
[JsonSerializable(typeof(LinearCollapseSettings))]
[JsonSerializable(typeof(LinearCollapseResult))]
[JsonSerializable(typeof(StepActivationSettings))]
[JsonSerializable(typeof(StepActivationResult))]
[JsonSerializable(typeof(ApproximationSettings))]
[JsonSerializable(typeof(ApproximationResult))]
[JsonSerializable(typeof(CostsSettings))]
[JsonSerializable(typeof(CostsResult))]
[JsonSerializable(typeof(WeightPicturesSettings))]
[JsonSerializable(typeof(WeightPicturesResult))]
[JsonSerializable(typeof(NoiseSettings))]
[JsonSerializable(typeof(NoiseResult))]
[JsonSerializable(typeof(DreamSettings))]
[JsonSerializable(typeof(DreamResult))]
internal sealed partial class CliJson : JsonSerializerContext;
