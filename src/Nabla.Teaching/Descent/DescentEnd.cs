using System.Text.Json.Serialization;

namespace Nabla.Descent;

/// <summary>Why a descent ended.</summary>
[JsonConverter(typeof(KebabNames<DescentEnd>))]
public enum DescentEnd
{
    /// <summary>There is no slope, and it is higher all around.</summary>
    Minimum,

    /// <summary>There is no slope, but it is lower to some sides.</summary>
    Saddle,

    /// <summary>There is no slope, and it is lower all around.</summary>
    Maximum,

    /// <summary>There is no slope here nor around.</summary>
    Plateau,

    /// <summary>It goes to and fro and no longer comes lower: the steps are too long to settle.</summary>
    Oscillating,

    /// <summary>The steps were used up.</summary>
    StepLimit,

    /// <summary>It left: far away, or where there are no numbers any more.</summary>
    Diverged,
}
