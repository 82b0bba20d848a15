using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>What the page asks with, as JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(double?))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ExampleSet))]
[JsonSerializable(typeof(ExampleRef))]
[JsonSerializable(typeof(OneNeuronNetwork))]
[JsonSerializable(typeof(IReadOnlyList<Parameter>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<double>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(NoiseKind))]
[JsonSerializable(typeof(DreamStart))]
[JsonSerializable(typeof(PlaneTask))]
[JsonSerializable(typeof(DescentQuestion))]
internal sealed partial class ArgumentsJson : JsonSerializerContext;
