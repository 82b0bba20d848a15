namespace Nabla;

/// <summary>
/// Finds digits among what else a picture shows: pieces of ink (connected components), without those that come in from the border (a table's edge, a
/// shadow, half a neighbour) and without ruled lines, put together where they belong together.
/// </summary>
internal sealed class DigitFinder
{
    /// <summary>A picture no larger than MNIST's own shows one digit, and is taken whole.</summary>
    private const int Small = MnistFrame.Size;

    /// <summary>Fainter ink joins no pieces.</summary>
    private const float Joins = 0.15f;

    /// <summary>A piece with less than this part of the largest one's ink is a speck.</summary>
    private const double Speck = 0.03;

    /// <summary>What is wider than so many times its height is writing, or digits that touch.</summary>
    private const double Widest = 1.8;

    /// <summary>No digit is in more pieces.</summary>
    private const int MostPieces = 3;

    private readonly float[] _ink;
    private readonly int _width, _height, _reach;
    private readonly bool _isCropped;
    private readonly (int Left, int Top, int Width, int Height)? _sheet;
    private readonly ConnectedComponents _components;
    private readonly List<InkPiece> _groups;

    private DigitFinder(float[] ink, int width)
    {
        (_ink, _width, _height) = (ink, width, ink.Length / width);
        RuledLines.Remove(ink, width);
        _components = ConnectedComponents.Of(ink, width, Joins);
        _isCropped = IsCroppedToInk();
        _sheet = Sheet();
        var pieces = WithoutFrames(WithoutBorder());
        double least = pieces.Count == 0 ? 0 : Speck * pieces.Max(piece => piece.Mass);
        int smallest = Math.Max(_width, _height) / 100;
        _groups = Grouped([.. pieces.Where(piece => piece.Mass >= least && piece.Size >= smallest)]);
        _reach = Math.Max(2, (Largest()?.Size ?? 0) / 10);
        _components.Grow(ink, _reach);
    }

    /// <summary>The digits of a picture, in the order in which they are read.</summary>
    /// <param name="picture">The picture, of modest size.</param>
    /// <param name="one">Whether only the largest is wanted.</param>
    /// <returns>For each its ink, all else cleared.</returns>
    public static List<InkOfDigit> Find(GrayImage picture, bool one)
    {
        float[] ink = Paper.Remove(picture, flatten: false);
        if (picture.Width <= Small && picture.Height <= Small) return [Whole(ink, picture.Width)];
        var finder = new DigitFinder(ink, picture.Width);
        if (finder._sheet is { } sheet && Find(Cropped(picture, sheet), one) is { Count: > 0 } found)
            return [.. found.Select(digit => digit with { Left = digit.Left + sheet.Left, Top = digit.Top + sheet.Top })];
        if (!finder._isCropped) finder = new DigitFinder(Paper.Remove(picture, flatten: true), picture.Width);
        if (finder.Largest() is not { } largest) return [];
        return [.. (one ? [largest] : finder.InOrder(largest)).Select(finder.Cut)];
    }

    private static InkOfDigit Whole(float[] ink, int width)
    {
        Specks.Remove(ink, width);
        return new InkOfDigit(ink, width, 0, 0);
    }

    private static GrayImage Cropped(GrayImage picture, (int Left, int Top, int Width, int Height) part)
    {
        byte[] pixels = new byte[part.Width * part.Height];
        for (int y = 0; y < part.Height; y++)
            picture.Pixels.AsSpan((part.Top + y) * picture.Width + part.Left, part.Width).CopyTo(pixels.AsSpan(y * part.Width));
        return new GrayImage(part.Width, part.Height, pixels);
    }

    /// <summary>
    /// The inside of a sheet of paper, where the picture's border shows the table all around it: what stands out from the table is large, has four straight
    /// sides, and something on it that is no table's shade reaches none of them.
    /// </summary>
    private (int Left, int Top, int Width, int Height)? Sheet()
    {
        if (_components.Pieces.MaxBy(piece => piece.Mass) is not { } sheet || sheet.Area < 0.25 * _width * _height || !IsRectangle(sheet, out int askew)) return null;
        var part = (Left: sheet.Left + askew, Top: sheet.Top + askew, Width: sheet.Width - 2 * askew, Height: sheet.Height - 2 * askew);
        if (Math.Min(part.Width, part.Height) < Background.SmallestSide) return null;
        float[] bare = new float[part.Width * part.Height];
        for (int i = 0; i < bare.Length; i++)
            bare[i] = _components.Labels[(part.Top + i / part.Width) * _width + part.Left + i % part.Width] == sheet.Labels.Single() ? 0 : 1;
        var written = ConnectedComponents.Of(bare, part.Width, 0).Pieces
            .Where(piece => piece.Left > 0 && piece.Top > 0 && piece.Right < part.Width - 1 && piece.Bottom < part.Height - 1).ToList();
        return written.Any(piece => piece.Size >= sheet.Size / 30) && written.Sum(piece => piece.Area) <= 0.25 * bare.Length ? part : null;
    }

    /// <summary>Without what is drawn around other pieces: a box, or the boxes of a form.</summary>
    private List<InkPiece> WithoutFrames(List<InkPiece> pieces) => [.. pieces.Where(piece =>
        piece.Area > 0.3 * piece.Width * piece.Height || !IsRectangle(piece, out _)
        || !pieces.Any(other => other != piece && piece.Surrounds(other) && other.Height >= 0.25 * piece.Height))];

    /// <summary>Whether a piece has four straight sides: seen from each, hardly any of it lies far within its box.</summary>
    /// <param name="piece">The piece, a single component.</param>
    /// <param name="askew">How far its sides go into its box.</param>
    private bool IsRectangle(InkPiece piece, out int askew)
    {
        int label = piece.Labels.Single();
        int[] top = [.. Enumerable.Repeat(piece.Height, piece.Width)], bottom = [.. top];
        int[] left = [.. Enumerable.Repeat(piece.Width, piece.Height)], right = [.. left];
        for (int y = 0; y < piece.Height; y++)
        {
            for (int x = 0; x < piece.Width; x++)
            {
                if (_components.Labels[(piece.Top + y) * _width + piece.Left + x] != label) continue;
                (top[x], bottom[x]) = (Math.Min(top[x], y), piece.Height - 1 - y);
                (left[y], right[y]) = (Math.Min(left[y], x), piece.Width - 1 - x);
            }
        }

        askew = 0;
        foreach (int[] side in new[] { top, bottom, left, right })
        {
            Array.Sort(side);
            askew = Math.Max(askew, side[(int)(0.9 * (side.Length - 1))] + 1);
        }

        return askew <= 0.12 * Math.Min(piece.Width, piece.Height);
    }

    /// <summary>
    /// The pieces that do not touch the border. A digit that was cropped to its ink touches it, though: it reaches from border to border, and little else
    /// is there. What touches it all along a side is the table.
    /// </summary>
    private List<InkPiece> WithoutBorder()
    {
        var inner = _components.Pieces.Where(piece => !Touches(piece)).ToList();
        var outer = _components.Pieces.Where(piece => Touches(piece) && !IsEdge(piece)).ToList();
        if (outer.Count == 0) return inner;
        double mass = inner.Sum(piece => piece.Mass), rim = outer.Sum(piece => piece.Mass);
        bool cropped = outer.Any(piece => Fills(piece.Width, _width) || Fills(piece.Height, _height));
        int largest = inner.Count == 0 ? 0 : inner.Max(piece => piece.Size);
        return largest < Math.Max(_width, _height) / 100 || (cropped && mass < 0.2 * rim) ? [.. inner, .. outer] : inner;
    }

    /// <summary>Whether the picture is a digit that was cropped to its ink, so that its border is no paper: the ink goes to all four sides, or nearly.</summary>
    private bool IsCroppedToInk()
    {
        if (_components.Pieces.MaxBy(piece => piece.Mass) is not { } most) return false;
        InkPiece[] large = [.. _components.Pieces.Where(piece => piece.Mass >= 0.1 * most.Mass)];
        if (large.Length > MostPieces) return false;
        var all = new InkPiece();
        foreach (var piece in large) all.Add(piece);
        return Fills(all.Width, _width) && Fills(all.Height, _height) && all.Area < 0.8 * _width * _height && !_components.Pieces.Any(IsEdge);
    }

    // Soft edges of a stroke, which are as wide on a narrow picture as on a wide one, are not counted.
    private bool Fills(int length, int side) => length >= side - 0.15 * Math.Max(_width, _height);

    private bool Touches(InkPiece piece) => piece.Left == 0 || piece.Top == 0 || piece.Right == _width - 1 || piece.Bottom == _height - 1;

    /// <summary>Whether a piece lies along a whole side and hardly away from the sides, or fills its own box: an edge of what lies around the paper.</summary>
    private bool IsEdge(InkPiece piece)
    {
        int label = piece.Labels.Single(), band = Math.Max(_width, _height) / 7, near = 0;
        int left = 0, right = 0, top = 0, bottom = 0;
        for (int y = piece.Top; y <= piece.Bottom; y++)
        {
            for (int x = piece.Left; x <= piece.Right; x++)
            {
                if (_components.Labels[y * _width + x] != label) continue;
                int away = Math.Min(Math.Min(x, _width - 1 - x), Math.Min(y, _height - 1 - y));
                if (away < band) near++;
                if (x == 0) left++;
                if (x == _width - 1) right++;
                if (y == 0) top++;
                if (y == _height - 1) bottom++;
            }
        }

        bool isAlong = Math.Max(left, right) >= 0.85 * _height || Math.Max(top, bottom) >= 0.85 * _width;
        return isAlong && (near >= 0.9 * piece.Area || piece.Area >= 0.7 * piece.Width * piece.Height);
    }

    /// <summary>Pieces put together: what is small joins what it lies near, and what lies below a piece joins it.</summary>
    private static List<InkPiece> Grouped(List<InkPiece> pieces)
    {
        pieces = [.. pieces.OrderByDescending(piece => piece.Mass)];
        for (bool joined = true; joined;)
        {
            joined = false;
            for (int i = 0; i < pieces.Count; i++)
            {
                for (int j = pieces.Count - 1; j > i; j--)
                {
                    if (!BelongTogether(pieces[i], pieces[j])) continue;
                    pieces[i].Add(pieces[j]);
                    pieces.RemoveAt(j);
                    joined = true;
                }
            }
        }

        return pieces;
    }

    private static bool BelongTogether(InkPiece one, InkPiece other)
    {
        int size = Math.Max(one.Size, other.Size), across = one.GapAcross(other), down = one.GapDown(other);
        bool alike = Math.Min(one.Height, other.Height) > 0.6 * Math.Max(one.Height, other.Height);
        if (-across >= 0.5 * Math.Min(one.Width, other.Width)) return down <= Math.Max((alike ? 0.12 : 0.3) * size, Math.Min(one.Thickness, other.Thickness));
        return !alike && Math.Max(across, down) <= 0.15 * size;
    }

    private InkPiece? Largest() =>
        _groups.Where(group => group.Width <= Widest * group.Height).MaxBy(group => group.Mass) is { } digit
            && digit.Mass >= 0.2 * _groups.Max(group => group.Mass) ? digit : _groups.MaxBy(group => group.Mass);

    private IEnumerable<InkPiece> InOrder(InkPiece largest)
    {
        if (_groups.Any(group => group.Width > Widest * group.Height && group.Height >= 0.5 * largest.Height && group.GapDown(largest) < 0))
            throw Refusal.Data($"Digits in the picture touch each other; leave paper between them, or ask for one digit alone.");
        var rows = new List<List<InkPiece>>();
        foreach (var group in _groups.Where(group => IsLike(group, largest)).OrderBy(group => group.Top + group.Bottom))
        {
            int middle = (group.Top + group.Bottom) / 2;
            if (rows.LastOrDefault() is { } row && middle >= row[0].Top && middle <= row[0].Bottom) row.Add(group);
            else rows.Add([group]);
        }

        return rows.SelectMany(row => row.OrderBy(group => group.Left + group.Right));
    }

    /// <summary>Whether a piece is large enough, beside the largest, to be a digit of its own.</summary>
    private static bool IsLike(InkPiece group, InkPiece largest) => group == largest
        || (group.Height >= 0.5 * largest.Height && group.Mass >= 0.05 * largest.Mass && group.Width <= Widest * group.Height);

    private InkOfDigit Cut(InkPiece group)
    {
        int left = Math.Max(0, group.Left - _reach), top = Math.Max(0, group.Top - _reach);
        int width = Math.Min(_width - 1, group.Right + _reach) - left + 1, height = Math.Min(_height - 1, group.Bottom + _reach) - top + 1;
        float[] cut = new float[width * height];
        for (int i = 0; i < cut.Length; i++)
        {
            int at = (top + i / width) * _width + left + i % width;
            if (group.Labels.Contains(_components.Labels[at])) cut[i] = _ink[at];
        }

        return new InkOfDigit(cut, width, left, top);
    }
}

/// <summary>The ink of a digit, cut out of its picture.</summary>
/// <param name="Ink">Row by row, 0 for no ink.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Left">Where it lay in the picture.</param>
/// <param name="Top">Where it lay in the picture.</param>
internal sealed record InkOfDigit(float[] Ink, int Width, int Left, int Top);
