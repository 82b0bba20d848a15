using System.Text.Json.Serialization;

namespace Nabla.Browser;

/// <summary>How a challenge is answered.</summary>
[JsonConverter(typeof(KebabNames<ChallengeForm>))]
internal enum ChallengeForm
{
    /// <summary>By a number.</summary>
    Number,

    /// <summary>By choosing one of some options.</summary>
    Choice,

    /// <summary>By pointing at a neuron of a layer.</summary>
    Neuron,

    /// <summary>By drawing a curve.</summary>
    Curve,
}

/// <summary>A challenge.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Concept">The concept that it is about.</param>
/// <param name="Part">The part of the page that shows its answer, such as <c>cost.example</c>.</param>
/// <param name="Form">How it is answered.</param>
internal sealed record ChallengeEntry(string Name, string Concept, string Part, ChallengeForm Form)
{
    /// <summary>The chapter that the part is of.</summary>
    public string Chapter => Part[..Part.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>A question about what is shown.</summary>
/// <param name="Name">The challenge.</param>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Values">The numbers that its words name, by their names there.</param>
/// <param name="Options">What is to be chosen from.</param>
/// <param name="Axes">Where a curve is to be drawn.</param>
/// <param name="Cost">The formula of the run's cost function, where the words speak of it.</param>
internal sealed record ChallengeQuestion(
    string Name, int Seed, IReadOnlyDictionary<string, double> Values, IReadOnlyList<string> Options, ChallengeAxes? Axes, string? Cost);

/// <summary>Where a curve is to be drawn.</summary>
/// <param name="FromX">The least x.</param>
/// <param name="ToX">The greatest x.</param>
/// <param name="FromY">The least y.</param>
/// <param name="ToY">The greatest y.</param>
/// <param name="Points">At how many equally spaced places its heights are wanted.</param>
internal sealed record ChallengeAxes(double FromX, double ToX, double FromY, double ToY, int Points);

/// <summary>What is to be said of an answer.</summary>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Slip">The slip that leads to it; null where it is right or no known one does.</param>
/// <param name="Answer">The right answer.</param>
/// <param name="Values">The numbers that the words name in which it is explained.</param>
internal sealed record Verdict(bool IsRight, string? Slip, IReadOnlyList<double> Answer, IReadOnlyDictionary<string, double> Values);
