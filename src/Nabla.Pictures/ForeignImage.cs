namespace Nabla;

/// <summary>Knows what is not read by how it starts, to be able to name it.</summary>
internal static class ForeignImage
{
    /// <summary>What kind of file this is, with its article; null where it is not known.</summary>
    public static Said? NameOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8)) return $"a TIFF picture";
        if (content.Length >= 12 && content[4..].StartsWith("ftyp"u8)) return $"an AVIF or HEIC picture, or a film";
        if (content.StartsWith("%PDF"u8)) return $"a PDF document";
        if (content.StartsWith("<svg"u8) || content.StartsWith("<?xml"u8)) return $"an SVG drawing";
        return content is [(byte)'P', (byte)'7', (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..] ? (Said)$"a PAM picture" : null;
    }
}
