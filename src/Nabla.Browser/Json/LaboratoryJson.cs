using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>Everything that crosses between page and engine as JSON, known at compile time, so that it can be trimmed.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(KebabNames<ExampleSet>), typeof(KebabNames<SeriesStyle>), typeof(KebabNames<PaletteKind>), typeof(KebabNames<SettingForm>),
    ])]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ExampleSet))]
[JsonSerializable(typeof(ExampleRef))]
[JsonSerializable(typeof(OneNeuronNetwork))]
[JsonSerializable(typeof(IReadOnlyList<Parameter>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Description))]
[JsonSerializable(typeof(DataInfo))]
[JsonSerializable(typeof(Sliced<DataInfo>))]
[JsonSerializable(typeof(RunCheck))]
[JsonSerializable(typeof(RunInfo))]
[JsonSerializable(typeof(Progress))]
[JsonSerializable(typeof(Moment))]
[JsonSerializable(typeof(History))]
[JsonSerializable(typeof(MiniBatch))]
[JsonSerializable(typeof(Drawing))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(NeuronView))]
[JsonSerializable(typeof(ExampleCost))]
[JsonSerializable(typeof(Sliced<Review>))]
[JsonSerializable(typeof(ExamplePage))]
[JsonSerializable(typeof(BatchGradient))]
[JsonSerializable(typeof(IReadOnlyList<DesiredChange>))]
[JsonSerializable(typeof(ThreeAvenues))]
[JsonSerializable(typeof(IReadOnlyList<Wish>))]
[JsonSerializable(typeof(Wish))]
[JsonSerializable(typeof(Sliced<Averaging>))]
[JsonSerializable(typeof(ChainOfFactors))]
[JsonSerializable(typeof(OneNeuronChain))]
[JsonSerializable(typeof(NudgedChain))]
[JsonSerializable(typeof(IReadOnlyList<Equation>))]
[JsonSerializable(typeof(DerivativeCheck))]
[JsonSerializable(typeof(FormulaAnswer))]
[JsonSerializable(typeof(ExperimentAnswer))]
[JsonSerializable(typeof(Said))]
internal sealed partial class LaboratoryJson : JsonSerializerContext;
