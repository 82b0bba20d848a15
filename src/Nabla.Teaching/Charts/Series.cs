using System.Text.Json.Serialization;

namespace Nabla.Charts;

/// <summary>A row of points that belong together. A value that is not finite leaves a gap.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Horizontal values.</param>
/// <param name="Y">Vertical values, as many.</param>
/// <param name="Style">How they are drawn.</param>
public sealed record Series(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, SeriesStyle Style = SeriesStyle.Line);

/// <summary>How a <see cref="Series"/> is drawn.</summary>
[JsonConverter(typeof(KebabNames<SeriesStyle>))]
public enum SeriesStyle
{
    /// <summary>A line through the points.</summary>
    Line,

    /// <summary>A broken line through the points, for what something is compared with.</summary>
    Dashed,

    /// <summary>A dot for each point.</summary>
    Points,

    /// <summary>A line with a dot for each point: a path, step by step.</summary>
    Path,

    /// <summary>A bar from zero for each point; bars of several series stand side by side.</summary>
    Bars,
}
