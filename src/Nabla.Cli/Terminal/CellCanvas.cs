using Spectre.Console;
using Spectre.Console.Rendering;

namespace Nabla.Cli;

/// <summary>Characters in rows to draw with, each with a colour of its own; a cell has eight dots in two columns too.</summary>
internal sealed class CellCanvas(int width, int height) : Renderable
{
    private const char Braille = '\u2800';

    private readonly Cell[] _cells = [.. Enumerable.Repeat(new Cell(' ', null, null), width * height)];

    public int Width => width;

    public int Height => height;

    /// <summary>Writes text; what lies outside is left out.</summary>
    public void Write(int x, int y, string text, RgbColor? color = null)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!Has(x + i, y)) continue;
            ref var cell = ref _cells[y * width + x + i];
            cell = cell with { Sign = text[i], Fore = color ?? (cell.Back is { } shade ? Readable(shade) : null) };
        }
    }

    /// <summary>Colours two halves of a cell, one above the other.</summary>
    public void Fill(int x, int y, RgbColor upper, RgbColor lower) => _cells[y * width + x] = new Cell('▀', upper, lower);

    /// <summary>Sets a dot: two in a column's width, four in a row's height, from the top left. Where a sign is, it stays.</summary>
    public void Dot(int x, int y, RgbColor color)
    {
        if (!Has(x >> 1, y >> 2)) return;
        ref var cell = ref _cells[(y >> 2) * width + (x >> 1)];
        bool free = IsBackground(cell.Sign);
        if (!free && cell.Sign is < Braille or > (char)(Braille + 255)) return;

        // Unicode numbers the dots down the columns, with the fourth row added later.
        int bit = (y & 3) == 3 ? 6 + (x & 1) : (y & 3) + 3 * (x & 1);
        cell = cell with { Sign = (char)((free ? Braille : cell.Sign) | (1 << bit)), Fore = color };
    }

    /// <summary>Whether nothing is written on a cell; shades do not count.</summary>
    public bool IsFree(int x, int y) => Has(x, y) && IsBackground(_cells[y * width + x].Sign);

    /// <summary>The characters without their colours.</summary>
    public IEnumerable<string> Lines() => Enumerable.Range(0, height)
        .Select(y => new string([.. Enumerable.Range(0, width).Select(x => _cells[y * width + x].Sign)]).TrimEnd());

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(width, width);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                var cell = _cells[y * width + x];
                yield return new Segment(cell.Sign.ToString(), new Style(cell.Fore?.ToSpectre(), cell.Back?.ToSpectre()));
            }

            yield return Segment.LineBreak;
        }
    }

    private static bool IsBackground(char sign) => sign is ' ' or '▀' or '┈' or '░' or '▒' or '▓';

    private static RgbColor Readable(RgbColor on) => on.G > 120 ? new RgbColor(0, 0, 0) : new RgbColor(255, 255, 255);

    private bool Has(int x, int y) => x >= 0 && y >= 0 && x < width && y < height;

    private readonly record struct Cell(char Sign, RgbColor? Fore, RgbColor? Back);
}
