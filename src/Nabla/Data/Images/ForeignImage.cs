namespace Nabla;

/// <summary>Knows the pictures that we do not read by how they start, to be able to name them.</summary>
internal static class ForeignImage
{
    /// <summary>What kind of file this is, with its article; null where it is not known.</summary>
    public static Said? NameOf(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xD8, 0xFF, ..]) return $"a JPEG picture";
        if (content.StartsWith("GIF8"u8)) return $"a GIF picture";
        if (content.StartsWith("BM"u8)) return $"a BMP picture";
        if (content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..].StartsWith("WEBP"u8)) return $"a WebP picture";
        if (content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8)) return $"a TIFF picture";
        if (content.Length >= 12 && content[4..].StartsWith("ftyp"u8)) return $"an AVIF or HEIC picture, or a film";
        if (content.StartsWith("%PDF"u8)) return $"a PDF document";
        if (content.StartsWith("<svg"u8) || content.StartsWith("<?xml"u8)) return $"an SVG drawing";
        if (content is [(byte)'P', (byte)'1' or (byte)'3' or (byte)'4' or (byte)'6' or (byte)'7', (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t', ..])
            return $"a PBM, PPM or PAM picture";
        return null;
    }
}
