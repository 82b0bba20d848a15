using System.IO.MemoryMappedFiles;

namespace Nabla;

/// <summary>Pixels that stay in a file: the system brings in what is looked at, and may forget it again. Given back when nothing refers to them.</summary>
internal sealed unsafe class MappedPixels
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _first;
    private readonly long _length;

    /// <param name="path">The file.</param>
    /// <param name="start">Where in it the pixels begin.</param>
    /// <param name="length">How many there are.</param>
    public MappedPixels(string path, long start, long length)
    {
        _length = length;
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = file.CreateViewAccessor(start, length, MemoryMappedFileAccess.Read);

        // A view begins with a page of memory; the pixels a little later. The handle lives, and the pages with it, as long as this object.
        _first = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
    }

    /// <summary>All pixels.</summary>
    public ReadOnlySpan<byte> All => _length <= Array.MaxLength
        ? new(_first, (int)_length)
        : throw Refusal.Operation($"{_length:N0} pixels are too many to be taken at once; take them image by image.");

    /// <summary>Some of them.</summary>
    public ReadOnlySpan<byte> Slice(long start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, _length);
        return new(_first + start, length);
    }
}
