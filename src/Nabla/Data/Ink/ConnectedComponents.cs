namespace Nabla;

/// <summary>The connected components of an image: marked pixels that touch each other, by sides or corners.</summary>
internal sealed class ConnectedComponents
{
    private readonly int _width;
    private readonly int[] _labels;

    private ConnectedComponents(int width, int[] labels) => (_width, _labels) = (width, labels);

    /// <summary>The component of each pixel, from 1; 0 for none.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The components, the one of label 1 first.</summary>
    public List<InkPiece> Pieces { get; } = [];

    /// <summary>Finds the components of all pixels with more ink than a threshold, in one pass over the image and one over each component.</summary>
    /// <param name="ink">Row by row.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="threshold">So much ink is none.</param>
    public static ConnectedComponents Of(ReadOnlySpan<float> ink, int width, float threshold)
    {
        var found = new ConnectedComponents(width, new int[ink.Length]);
        var pending = new Stack<int>();
        for (int i = 0; i < ink.Length; i++)
        {
            if (!(ink[i] > threshold) || found._labels[i] != 0) continue;
            var piece = new InkPiece();
            found.Pieces.Add(piece);
            piece.Labels.Add(found.Pieces.Count);
            found.Mark(i, found.Pieces.Count, pending);
            while (pending.TryPop(out int at))
            {
                piece.Add(at % width, at / width, ink[at]);
                piece.Begin(at % width == 0 || !(ink[at - 1] > threshold), at < width || !(ink[at - width] > threshold));
                found.Spread(at, ink, threshold, pending);
            }
        }

        return found;
    }

    /// <summary>Gives fainter ink beside a component to it, the edges of a stroke, so many pixels far.</summary>
    /// <param name="ink">Row by row.</param>
    /// <param name="reach">How far.</param>
    public void Grow(ReadOnlySpan<float> ink, int reach)
    {
        var edge = new Stack<int>(Enumerable.Range(0, _labels.Length).Where(i => _labels[i] != 0));
        for (int step = 0; step < reach; step++)
        {
            var next = new Stack<int>();
            while (edge.TryPop(out int at)) Spread(at, ink, 0, next);
            edge = next;
        }
    }

    private void Spread(int from, ReadOnlySpan<float> ink, float threshold, Stack<int> pending)
    {
        int column = from % _width;
        for (int above = from - _width; above <= from + _width; above += _width)
        {
            for (int step = column > 0 ? -1 : 0; step <= (column < _width - 1 ? 1 : 0); step++)
            {
                int next = above + step;
                if ((uint)next < (uint)ink.Length && ink[next] > threshold && _labels[next] == 0) Mark(next, _labels[from], pending);
            }
        }
    }

    private void Mark(int at, int label, Stack<int> pending)
    {
        _labels[at] = label;
        pending.Push(at);
    }
}
