using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla;

/// <summary>
/// The pixels of a set of images that are not dark, image after image: places, then brightnesses. Four fifths of an
/// MNIST image are dark; training goes over the data many times and should not look for the lit pixels every time.
/// </summary>
internal sealed unsafe class LitPixels
{
    /// <summary>Lists are filled up with dark pixels to a multiple of this.</summary>
    public const int Multiple = 4;

    /// <summary>The most bytes that lists can take: an array of them, filled up.</summary>
    public static readonly int MostBytes = Array.MaxLength - Slack;

    /// <summary>Entries that may be read or written beyond the last one of a list, so that vectors need no special end.</summary>
    public const int Slack = 64;

    // Pinned for its whole life, so that the pointers into it stay true.
    private readonly byte[] _bytes;
    private readonly byte* _memory;
    private readonly int[] _starts;

    private LitPixels(ReadOnlySpan<byte> pixels, int imageSize, int[] starts)
    {
        ImageSize = imageSize;
        _starts = starts;
        int count = starts.Length - 1;
        _bytes = GC.AllocateUninitializedArray<byte>(_starts[count] + Slack, pinned: true);
        _memory = (byte*)Unsafe.AsPointer(ref _bytes[0]);
        ushort[] places = new ushort[imageSize + Slack];
        byte[] values = new byte[imageSize + Slack];
        fixed (ushort* p = places)
        fixed (byte* v = values)
        {
            for (int i = 0; i < count; i++)
            {
                int lit = List(pixels.Slice(i * imageSize, imageSize), p, v);
                new ReadOnlySpan<byte>(p, 2 * lit).CopyTo(_bytes.AsSpan(_starts[i]));
                new ReadOnlySpan<byte>(v, lit).CopyTo(_bytes.AsSpan(_starts[i] + 2 * lit));
            }
        }
    }

    /// <summary>Pixels of an image.</summary>
    public int ImageSize { get; }

    /// <summary>Lists the pixels of images that do not change meanwhile.</summary>
    /// <param name="pixels">All images, one after the other.</param>
    /// <param name="imageSize">Pixels of an image.</param>
    /// <param name="most">The most bytes that the lists may take.</param>
    /// <returns>Null where an image is too large for places of 16 bits, or the lists for <paramref name="most"/>: then each image is looked at when it is used.</returns>
    public static LitPixels? Of(ReadOnlySpan<byte> pixels, int imageSize, int most)
    {
        if (imageSize > ushort.MaxValue + 1) return null;
        int[] starts = new int[pixels.Length / imageSize + 1];
        long bytes = 0;
        for (int i = 1; i < starts.Length; i++)
        {
            int dark = pixels.Slice((i - 1) * imageSize, imageSize).Count((byte)0);
            bytes += (imageSize - dark + Multiple - 1) / Multiple * Multiple * 3;
            if (bytes > most) return null;
            starts[i] = (int)bytes;
        }

        return new LitPixels(pixels, imageSize, starts);
    }

    /// <summary>
    /// The list of one image: its n places, 16 bits each, then its n brightnesses, 8 bits each; the memory does not move.
    /// </summary>
    public byte* this[int image] => _memory + _starts[image];

    /// <summary>Number of entries in the list of an image.</summary>
    public int Count(int image) => (_starts[image + 1] - _starts[image]) / 3;

    /// <summary>Lists the lit pixels of an image, filled up to <see cref="Multiple"/>.</summary>
    /// <param name="image">Its pixels, 65,536 at most.</param>
    /// <param name="places">Receives the places; room for <see cref="Slack"/> more than there are pixels.</param>
    /// <param name="values">Receives the brightnesses; likewise.</param>
    /// <returns>Number of entries.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int List(ReadOnlySpan<byte> image, ushort* places, byte* values)
    {
        int n = 0, k = 0;
        for (; k + 64 <= image.Length; k += 64)
        {
            var pixels = Vector512.Create(image.Slice(k, 64));
            var lit = ~Vector512.Equals(pixels, Vector512<byte>.Zero);
            ulong bits = lit.ExtractMostSignificantBits();
            if (Avx512Vbmi2.IsSupported)
            {
                var here = Vector512<ushort>.Indices + Vector512.Create((ushort)k);
                var (low, high) = Vector512.Widen(lit.AsSByte());
                Avx512Vbmi2.Compress(Vector512<byte>.Zero, lit, pixels).Store(values + n);
                Avx512Vbmi2.Compress(Vector512<ushort>.Zero, low.AsUInt16(), here).Store(places + n);
                Avx512Vbmi2.Compress(Vector512<ushort>.Zero, high.AsUInt16(), here + Vector512.Create((ushort)32))
                    .Store(places + n + BitOperations.PopCount((uint)bits));
                n += BitOperations.PopCount(bits);
                continue;
            }

            for (; bits != 0; bits &= bits - 1)
            {
                int place = k + BitOperations.TrailingZeroCount(bits);
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

        for (; n % Multiple != 0; n++) (places[n], values[n]) = (0, 0);
        return n;
    }
}
