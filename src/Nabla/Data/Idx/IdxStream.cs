namespace Nabla;

/// <summary>A stream with a name to blame: what goes wrong in it is said in one line.</summary>
internal sealed class IdxStream(Stream stream, string name)
{
    private long _position;

    public InvalidDataException Error(Said problem, Exception? cause = null) => Refusal.Data($"'{Printable.Path(name)}' {problem}.", cause);

    /// <summary>Reads until the destination is full or the stream ends; returns how much was read.</summary>
    public int Fill(Span<byte> destination)
    {
        try
        {
            int count = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
            _position += count;
            return count;
        }
        catch (InvalidDataException e)
        {
            throw Error($"is damaged: its gzip data cannot be unpacked beyond byte {_position}. Get the file again", e);
        }
    }

    /// <summary>How many bytes are left, counted no further than to a limit.</summary>
    public long Count(long limit)
    {
        byte[] scratch = new byte[1 << 16];
        long total = 0;
        while (total < limit)
        {
            int count = Fill(scratch.AsSpan(0, (int)Math.Min(scratch.Length, limit - total)));
            if (count == 0) break;
            total += count;
        }

        return total;
    }
}
