namespace Nabla;

/// <summary>A piece of ink: pixels that hang together (a connected component), or several such pieces that make one digit.</summary>
internal sealed class InkPiece
{
    /// <summary>The labels of the components that it is made of.</summary>
    public HashSet<int> Labels { get; } = [];

    /// <summary>Its bounding box: the first and last column and row, all of them within.</summary>
    public int Left { get; private set; } = int.MaxValue;

    /// <inheritdoc cref="Left"/>
    public int Top { get; private set; } = int.MaxValue;

    /// <inheritdoc cref="Left"/>
    public int Right { get; private set; } = -1;

    /// <inheritdoc cref="Left"/>
    public int Bottom { get; private set; } = -1;

    /// <summary>Pixels.</summary>
    public int Area { get; private set; }

    /// <summary>The sum of their ink.</summary>
    public double Mass { get; private set; }

    /// <summary>Runs of pixels along its rows, and along its columns.</summary>
    public int RunsAcross { get; private set; }

    /// <inheritdoc cref="RunsAcross"/>
    public int RunsDown { get; private set; }

    /// <summary>How thick its strokes are, about: the mean of the shorter runs.</summary>
    public double Thickness => (double)Area / Math.Max(1, Math.Max(RunsAcross, RunsDown));

    public int Width => Right - Left + 1;

    public int Height => Bottom - Top + 1;

    /// <summary>The longer side of its box.</summary>
    public int Size => Math.Max(Width, Height);

    public void Add(int x, int y, float ink)
    {
        (Left, Right) = (Math.Min(Left, x), Math.Max(Right, x));
        (Top, Bottom) = (Math.Min(Top, y), Math.Max(Bottom, y));
        Area++;
        Mass += ink;
    }

    /// <summary>Counts where a run begins.</summary>
    public void Begin(bool across, bool down)
    {
        if (across) RunsAcross++;
        if (down) RunsDown++;
    }

    public void Add(InkPiece other)
    {
        Labels.UnionWith(other.Labels);
        (Left, Right) = (Math.Min(Left, other.Left), Math.Max(Right, other.Right));
        (Top, Bottom) = (Math.Min(Top, other.Top), Math.Max(Bottom, other.Bottom));
        Area += other.Area;
        RunsAcross += other.RunsAcross;
        RunsDown += other.RunsDown;
        Mass += other.Mass;
    }

    /// <summary>Whether another piece lies within its box, and reaches no side of it.</summary>
    public bool Surrounds(InkPiece other) => Left < other.Left && Top < other.Top && Right > other.Right && Bottom > other.Bottom;

    /// <summary>Columns that lie between two pieces; negative where they stand above each other.</summary>
    public int GapAcross(InkPiece other) => Math.Max(Left, other.Left) - Math.Min(Right, other.Right) - 1;

    /// <summary>Rows that lie between two pieces; negative where they stand beside each other.</summary>
    public int GapDown(InkPiece other) => Math.Max(Top, other.Top) - Math.Min(Bottom, other.Bottom) - 1;
}
