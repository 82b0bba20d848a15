namespace Nabla.Browser;

/// <summary>The result of an experiment.</summary>
/// <param name="Findings">What the figures show, a sentence each.</param>
/// <param name="Table">The figures.</param>
/// <param name="Charts">Charts, the most telling first.</param>
/// <param name="Pictures">Pictures in rows, the most telling first.</param>
internal sealed record ExperimentAnswer(
    IReadOnlyList<Said> Findings, ExperimentTable Table, IReadOnlyList<ChartView> Charts, IReadOnlyList<PictureGridView> Pictures);

/// <summary>A chart.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Subtitle">The setting; null where nothing is said of it.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The curves, points and bars.</param>
/// <param name="Marks">Single points with a word beside each.</param>
internal sealed record ChartView(
    string Title, string? Subtitle, Axis X, Axis Y, IReadOnlyList<SeriesView> Series, IReadOnlyList<ChartMark> Marks);

/// <summary>A row of points that belong together; null leaves a gap.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Style">How they are drawn.</param>
/// <param name="X">Horizontal values.</param>
/// <param name="Y">Vertical values, as many.</param>
internal sealed record SeriesView(string Name, SeriesStyle Style, IReadOnlyList<double?> X, IReadOnlyList<double?> Y);

/// <summary>Many small pictures that share one scale.</summary>
/// <param name="Title">What they show.</param>
/// <param name="Subtitle">The setting; null where nothing is said of it.</param>
/// <param name="Label">What is measured.</param>
/// <param name="Columns">Pictures in a row.</param>
/// <param name="Kind">Whether the shades say sign and size about zero, or from least to most.</param>
/// <param name="Minimum">The value at the lower end of the scale.</param>
/// <param name="Maximum">The value at the upper end of the scale.</param>
/// <param name="Pictures">The pictures, row after row.</param>
internal sealed record PictureGridView(
    string Title, string? Subtitle, string Label, int Columns, PaletteKind Kind, double Minimum, double Maximum, IReadOnlyList<ValuePicture> Pictures);
