using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Numbers at a fixed place in memory, aligned to a cache line, all zero at first.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    /// <summary>The most numbers that there can be: with the alignment they are one array of bytes.</summary>
    public static readonly int Most = (Array.MaxLength - Alignment) / sizeof(T);

    // Pinned for its whole life, so that the pointer stays true; held here, so that the collector keeps it.
    private readonly byte[] _memory;

    /// <param name="length">How many numbers.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="Most"/>.</exception>
    public AlignedBuffer(long length)
    {
        if (length < 0 || length > Most)
            throw Refusal.Argument($"{length:N0} numbers of {sizeof(T)} bytes are more than the {Most:N0} that a kernel can keep side by side; "
                + $"make the network smaller, or take fewer examples at once.");
        _memory = GC.AllocateArray<byte>((int)length * sizeof(T) + Alignment, pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref _memory[0]);
        Pointer = (T*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        Length = (int)length;
    }

    private AlignedBuffer(byte[] memory, T* pointer, int length)
    {
        _memory = memory;
        Pointer = pointer;
        Length = length;
    }

    public T* Pointer { get; }

    public int Length { get; }

    public Span<T> Span => new(Pointer, Length);

    /// <summary>Some of the numbers, in the same memory.</summary>
    /// <param name="start">Where they begin; aligned where it is a multiple of a cache line.</param>
    /// <param name="length">How many.</param>
    public AlignedBuffer<T> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + length, Length);
        return new AlignedBuffer<T>(_memory, Pointer + start, length);
    }
}
