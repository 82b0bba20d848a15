using Spectre.Console;

namespace Nabla.Cli;

/// <summary>Shows the four equations in three ways of writing, with their numbers, after those of the forward pass.</summary>
internal static class EquationsView
{
    private const int MostNumbers = 32;
    private const int NumberWidth = 11;

    public static void Write(Page page, ExplainResult result)
    {
        Write(page, "The forward pass: index by index, for one example, for a mini-batch (a column an example)", result.Forward!, result.Forward!);
        Write(page, "The four equations backward, in the same three ways", result.Equations!.OrderBy(equation => equation.Name), result.Equations!);
    }

    private static void Write(Page page, string title, IEnumerable<Equation> forms, IReadOnlyList<Equation> equations)
    {
        page.Heading(title);
        foreach (var equation in forms.DistinctBy(equation => equation.Name))
        {
            page.Line($"  [bold]{equation.Name,-6}[/]  {equation.Scalar}");
            page.Line($"          {equation.Vector}");
            page.Line($"          [grey]{equation.Matrix}[/]");
        }

        foreach (var equation in equations)
        {
            page.Heading($"{equation.Name}, layer {equation.Layer}");
            foreach (var term in equation.Terms) WriteTerm(page, term);
        }
    }

    private static void WriteTerm(Page page, EquationTerm term)
    {
        double?[] values = [.. term.Values.SelectMany(row => row)];
        Styled name = $"{term.Symbol}  [grey]{term.Rows}×{term.Columns}[/]";
        if (values.Length > MostNumbers)
        {
            int at = Array.IndexOf(values, values.MaxBy(x => Math.Abs(x ?? double.MaxValue)));
            page.Line($"  {name}  [grey]largest {Format.Signed(values[at] ?? 0)} in row {at / term.Columns}, column {at % term.Columns}; "
                + $"{Format.Count(values.Count(x => x == 0))} of {Format.Count(values.Length)} are zero; --json has all[/]");
            return;
        }

        page.Line($"  {name}");
        foreach (double?[] line in values.Chunk(Math.Max(1, (page.Width - 4) / NumberWidth)))
            page.Line($"    {string.Concat(line.Select(x => (x is { } number ? Format.Signed(number) : "infinite").PadLeft(NumberWidth)))}");
    }
}
