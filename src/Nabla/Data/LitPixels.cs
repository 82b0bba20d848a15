using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nabla;

/// <summary>
/// The pixels of a set of images that are not dark, image after image: places, then brightnesses. Four fifths of an
/// MNIST image are dark; training goes over the data many times and should not look for the lit pixels every time.
/// </summary>
internal sealed unsafe class LitPixels
{
    /// <summary>Lists are filled up with dark pixels to a multiple of this.</summary>
    public const int Multiple = 4;

    /// <summary>Bytes that may be read beyond the last list, so that vectors need no special last one.</summary>
    public const int Slack = 64;

    // Pinned for its whole life, so that the pointers into it stay true.
    private readonly byte[] _bytes;
    private readonly byte* _memory;
    private readonly int[] _starts;

    public LitPixels(ReadOnlySpan<byte> pixels, int imageSize)
    {
        if (imageSize > ushort.MaxValue + 1) throw new ArgumentOutOfRangeException(nameof(imageSize), imageSize, "Places are 16 bits.");
        int count = pixels.Length / imageSize;
        _starts = new int[count + 1];
        for (int i = 0; i < count; i++)
        {
            int dark = pixels.Slice(i * imageSize, imageSize).Count((byte)0);
            _starts[i + 1] = checked(_starts[i] + BytesFor(imageSize - dark));
        }

        _bytes = GC.AllocateUninitializedArray<byte>(_starts[count] + Slack, pinned: true);
        _memory = (byte*)Unsafe.AsPointer(ref _bytes[0]);
        _bytes.AsSpan(_starts[count]).Clear();
        for (int i = 0; i < count; i++)
            Pack(pixels.Slice(i * imageSize, imageSize), new Span<byte>(this[i], _starts[i + 1] - _starts[i]));
    }

    /// <summary>
    /// The list of one image: its n places, 16 bits each, then its n brightnesses, 8 bits each; the memory does not move.
    /// </summary>
    public byte* this[int image] => _memory + _starts[image];

    /// <summary>Number of entries in the list of an image.</summary>
    public int Count(int image) => (_starts[image + 1] - _starts[image]) / 3;

    private static int BytesFor(int lit) => (lit + Multiple - 1) / Multiple * Multiple * 3;

    private static void Pack(ReadOnlySpan<byte> image, Span<byte> list)
    {
        int count = list.Length / 3;
        var places = MemoryMarshal.Cast<byte, ushort>(list[..(2 * count)]);
        var values = list[(2 * count)..];
        int n = 0, k = 0;
        for (; k + 64 <= image.Length; k += 64)
        {
            ulong lit = ~Vector512.Equals(Vector512.Create(image.Slice(k, 64)), Vector512<byte>.Zero).ExtractMostSignificantBits();
            for (; lit != 0; lit &= lit - 1)
            {
                int place = k + BitOperations.TrailingZeroCount(lit);
                places[n] = (ushort)place;
                values[n++] = image[place];
            }
        }

        for (; k < image.Length; k++)
        {
            if (image[k] == 0) continue;
            places[n] = (ushort)k;
            values[n++] = image[k];
        }

        places[n..].Clear();
        values[n..].Clear();
    }
}
