using System.Buffers.Binary;
using System.Text;

namespace Nabla.Fuzz;

/// <summary>Changes bytes, a few times over, in the ways that find the most: bits, numbers, blocks, words of the format.</summary>
/// <param name="rng">Decides everything.</param>
/// <param name="words">Words to put in.</param>
/// <param name="samples">Other inputs, to take pieces from.</param>
internal sealed class Mutator(Rng rng, IReadOnlyList<byte[]> words, IReadOnlyList<byte[][]> samples)
{
    private const int Longest = 1 << 16;
    private static readonly byte[][] JsonValues = [.. new[] { "null", "true", "false", "[]", "{}", "\"\"", "[null]", "[[]]", "\"x\"", "{\"a\":{\"b\":[1]}}" }
        .Concat(Interesting.Numbers).Select(Encoding.UTF8.GetBytes)];

    public int Next(int bound) => rng.NextInt(bound);

    public bool OneIn(int many) => rng.NextInt(many) == 0;

    public T Pick<T>(IReadOnlyList<T> list) => list[rng.NextInt(list.Count)];

    /// <summary>How many changes an input gets: mostly one, for of many one is likely to spoil it before the others come to bear.</summary>
    public int Times() => 1 << (OneIn(2) ? 0 : Next(4));

    /// <summary>The bytes, changed once or a few times.</summary>
    public byte[] Mutate(byte[] bytes)
    {
        for (int times = Times(); times > 0; times--) bytes = Once(bytes);
        return bytes.Length <= Longest ? bytes : bytes[..Longest];
    }

    private byte[] Once(byte[] bytes)
    {
        if (bytes.Length == 0) return [.. Pick(words)];
        int at = Next(bytes.Length);
        switch (Next(14))
        {
            case 0: return With(bytes, at, (byte)(bytes[at] ^ (1 << Next(8))));
            case 1: return With(bytes, at, Pick<byte>([0, 1, 0x7F, 0x80, 0xFF, (byte)Next(256)]));
            case 2: return With(bytes, at, Integer());
            case 3: return Replace(bytes, at, Block(bytes, at), []);
            case 4: return Replace(bytes, at, 0, Repeated(bytes[at..(at + Block(bytes, at))]));
            case 5: return Replace(bytes, at, 0, Pick(words));
            case 6: return With(bytes, at, Pick(words));
            case 7: return bytes[..at];
            case 8:
                byte[] other = Pick(Pick(samples));
                return [.. bytes[..at], .. other[Math.Min(at, other.Length)..]];
            case 9:
                int from = Next(bytes.Length);
                return Replace(bytes, at, 0, bytes[from..(from + Block(bytes, from))]);
            case 10: return InText(bytes, at);
            case 11: return ReplaceNumber(bytes, at);
            case 12: return ReplaceJsonValue(bytes, at);
            default: return Replace(bytes, at, 0, [.. Enumerable.Range(0, 1 + Next(8)).Select(_ => (byte)Next(256))]);
        }
    }

    // Mostly short, at times to the end.
    private int Block(byte[] bytes, int at) => Math.Min(bytes.Length - at, OneIn(8) ? bytes.Length : 1 + Next(1 << (1 + Next(6))));

    private byte[] Repeated(byte[] block)
    {
        int times = Math.Min(1 << Next(OneIn(16) ? 12 : 5), Longest / block.Length);
        byte[] all = new byte[block.Length * times];
        for (int i = 0; i < times; i++) block.CopyTo(all, i * block.Length);
        return all;
    }

    private byte[] Integer()
    {
        byte[] eight = new byte[8];
        long number = Pick(Interesting.Integers) + (OneIn(4) ? Next(3) - 1 : 0);
        int size = 1 << Next(4);
        if (OneIn(2)) BinaryPrimitives.WriteInt64LittleEndian(eight, number);
        else BinaryPrimitives.WriteInt64BigEndian(eight, number << (8 * (8 - size)));
        return eight[..size];
    }

    /// <summary>Puts hostile text, or a word, in place of what stands between two quotes.</summary>
    private byte[] InText(byte[] bytes, int at)
    {
        int opening = Array.IndexOf(bytes, (byte)'"', at);
        int closing = opening < 0 ? -1 : Array.IndexOf(bytes, (byte)'"', opening + 1);
        return closing < 0 ? Replace(bytes, at, 0, Pick(words)) : Replace(bytes, opening + 1, closing - opening - 1, Pick(words));
    }

    private byte[] ReplaceNumber(byte[] bytes, int at)
    {
        int start = Array.FindIndex(bytes, at, c => c is >= (byte)'0' and <= (byte)'9');
        if (start < 0) return With(bytes, at, Integer());
        int end = start;
        while (end < bytes.Length && bytes[end] is (>= (byte)'0' and <= (byte)'9') or (byte)'.') end++;
        return Replace(bytes, start, end - start, Encoding.UTF8.GetBytes(OneIn(3) ? $"{Pick(Interesting.Integers)}" : Pick(Interesting.Numbers)));
    }

    private byte[] ReplaceJsonValue(byte[] bytes, int at)
    {
        int start = Array.FindIndex(bytes, at, c => c is (byte)':' or (byte)'[' or (byte)',') + 1;
        if (start == 0) return Replace(bytes, at, 0, Pick(words));
        int end = Array.FindIndex(bytes, start, c => c is (byte)',' or (byte)']' or (byte)'}');
        return Replace(bytes, start, end < 0 ? 0 : end - start, OneIn(4) ? [(byte)'"', .. Pick(words), (byte)'"'] : Pick(JsonValues));
    }

    private static byte[] With(byte[] bytes, int at, params byte[] over)
    {
        byte[] changed = [.. bytes];
        over.AsSpan(0, Math.Min(over.Length, bytes.Length - at)).CopyTo(changed.AsSpan(at));
        return changed;
    }

    private static byte[] Replace(byte[] bytes, int at, int length, byte[] by) => [.. bytes.AsSpan(0, at), .. by, .. bytes.AsSpan(at + length)];
}
