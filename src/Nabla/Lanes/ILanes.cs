namespace Nabla;

/// <summary>
/// The vector operations that the kernels are written in, for one register width. Lanes run across neurons, never
/// across inputs, and no operation mixes lanes: so every width computes the same bits (docs/decisions/0002).
/// </summary>
/// <typeparam name="V">The vector type, such as <see cref="System.Runtime.Intrinsics.Vector512{T}"/> of float.</typeparam>
internal unsafe interface ILanes<V>
    where V : unmanaged
{
    /// <summary>Numbers in a vector.</summary>
    static abstract int Count { get; }

    static abstract V Load(float* source);

    /// <summary>As many bytes as there are lanes, each as a number.</summary>
    static abstract V FromBytes(byte* source);

    static abstract void Store(V value, float* destination);

    static abstract V All(float value);

    /// <summary>The one number at a place, in every lane.</summary>
    static abstract V Repeat(float* source);

    static abstract V Add(V x, V y);

    static abstract V Subtract(V x, V y);

    static abstract V Multiply(V x, V y);

    static abstract V Divide(V x, V y);

    static abstract V Sqrt(V x);

    /// <summary><c>x·y + z</c>, rounded once where the machine can.</summary>
    static abstract V MultiplyAdd(V x, V y, V z);

    /// <summary>The larger; where <paramref name="y"/> is not a number, that, so a constant goes first.</summary>
    static abstract V Max(V x, V y);

    /// <summary>The smaller; where <paramref name="y"/> is not a number, that, so a constant goes first.</summary>
    static abstract V Min(V x, V y);

    static abstract V Abs(V x);

    /// <summary>The size of <paramref name="x"/> with the sign of <paramref name="sign"/>.</summary>
    static abstract V CopySign(V x, V sign);

    /// <summary><paramref name="yes"/> in the lanes where <c>x &gt; y</c>, <paramref name="no"/> in the others.</summary>
    static abstract V WhereGreater(V x, V y, V yes, V no);

    /// <summary>The nearest whole number.</summary>
    static abstract V Round(V x);

    /// <summary><c>x·2ⁿ</c> for whole n with a normal result.</summary>
    static abstract V Scale(V x, V n);

    /// <summary>
    /// Writes the lanes that are not zero side by side, and which they are, counted from <paramref name="first"/>; as much
    /// as a whole vector may be written.
    /// </summary>
    /// <returns>How many there are.</returns>
    static abstract int Compress(V x, int first, float* values, int* places);
}
