using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Numbers at a fixed place in memory, aligned to a cache line, all zero at first.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal sealed unsafe class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    // Pinned for its whole life, so that the pointer stays true; held here, so that the collector keeps it.
    private readonly byte[] _memory;

    public AlignedBuffer(long length)
    {
        _memory = GC.AllocateArray<byte>(checked((int)(length * sizeof(T)) + Alignment), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref _memory[0]);
        Pointer = (T*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        Length = (int)length;
    }

    public T* Pointer { get; }

    public int Length { get; }

    public Span<T> Span => new(Pointer, Length);
}
