namespace Nabla;

/// <summary>What is left of a stream, in memory; of a pipe too, whose length is not known before its end.</summary>
internal static class RestOfStream
{
    /// <param name="stream">The stream.</param>
    /// <param name="most">The most bytes that are read.</param>
    /// <returns>The bytes; null where there are more.</returns>
    public static ReadOnlyMemory<byte>? Read(Stream stream, long most)
    {
        if (stream.CanSeek && stream.Length - stream.Position > most) return null;
        using var content = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > most) return null;
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
