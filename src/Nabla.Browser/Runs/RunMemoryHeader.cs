using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>What a <see cref="RunMemoryFile"/> says before its numbers.</summary>
internal sealed record RunMemoryHeader
{
    public required string Run { get; init; }

    public required IReadOnlyList<int> Sizes { get; init; }

    public required long Reached { get; init; }

    public required long? End { get; init; }

    public required bool HasDiverged { get; init; }

    public required IReadOnlyList<MetricsLine> Epochs { get; init; }

    public required int Costs { get; init; }

    public required int StepsPerPoint { get; init; }

    public required long CostsReached { get; init; }

    public required double CostsRest { get; init; }

    public required IReadOnlyList<CheckpointPosition> Keyframes { get; init; }
}

/// <summary>The header as JSON, known at compile time, so that it can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunMemoryHeader))]
internal sealed partial class RunMemoryJson : JsonSerializerContext;
