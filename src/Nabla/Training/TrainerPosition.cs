using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nabla;

/// <summary>Where a <see cref="Trainer"/> is in its run, but for the networks; as JSON, what a checkpoint says of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record TrainerPosition
{
    /// <summary>The epoch under way, from 1; one more than there are when all are done.</summary>
    public required int Epoch { get; init; }

    /// <summary>Examples of the epoch that are done.</summary>
    public required int Start { get; init; }

    /// <summary>Examples of the mini-batch that were looked at, one by one.</summary>
    [JsonRequired]
    public int Looked { get; init; }

    /// <summary>Steps of gradient descent so far.</summary>
    public required long Step { get; init; }

    /// <summary>Whether training goes on, and if not, why.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<TrainingState>)), JsonRequired]
    public TrainingState State { get; init; }

    /// <summary>Time spent in training steps so far.</summary>
    [JsonPropertyName("trainingTicks"), JsonConverter(typeof(Ticks)), JsonRequired]
    public TimeSpan TrainingTime { get; init; }

    /// <summary>What <see cref="TrainingTime"/> was when the epoch began.</summary>
    [JsonPropertyName("epochBeganTicks"), JsonConverter(typeof(Ticks)), JsonRequired]
    public TimeSpan EpochBegan { get; init; }

    /// <summary>The best cost that early stopping has seen.</summary>
    [JsonRequired]
    public double BestCost { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs since then.</summary>
    [JsonRequired]
    public int EpochsWithoutImprovement { get; init; }

    /// <summary>The best cost that <see cref="ReduceOnPlateau"/> has seen.</summary>
    [JsonRequired]
    public double PlateauCost { get; init; } = double.PositiveInfinity;

    /// <summary>Epochs since then, or since the rate fell.</summary>
    [JsonRequired]
    public int EpochsOnPlateau { get; init; }

    /// <summary>What <see cref="ReduceOnPlateau"/> has made of the learning rate.</summary>
    [JsonRequired]
    public double PlateauFactor { get; init; } = 1;

    /// <summary>Times by their ticks of 100 ns, so that none is rounded.</summary>
    internal sealed class Ticks : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ticks);
    }
}
