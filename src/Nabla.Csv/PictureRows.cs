using CsvHelper;

namespace Nabla;

/// <summary>Rows of 784 pixels, with a label or without.</summary>
internal static class PictureRows
{
    private const int Side = ImageNormalizer.Size, Pixels = Side * Side;

    private static readonly string[] LabelNames = ["label", "class", "digit", "target", "y"];

    /// <summary>Reads all rows; null as soon as one is of another kind.</summary>
    public static (Dataset Pictures, string? Label)? Read(CsvReader reader, string name, int classes)
    {
        if (!reader.Read() || reader.FieldCount is not (Pixels or Pixels + 1)) return null;
        bool hasLabels = reader.FieldCount > Pixels;
        int label = hasLabels ? 0 : -1;
        string? labelName = hasLabels ? "1" : null;
        using var pixels = new MemoryStream();
        var labels = new List<int>();
        byte[] row = new byte[reader.FieldCount];
        if (!TryParse(reader, row))
        {
            string[] names = [.. Enumerable.Range(0, row.Length).Select(i => reader.GetString(i).Trim())];
            int named = Array.FindIndex(names, column => LabelNames.Contains(column, StringComparer.OrdinalIgnoreCase));
            if (named >= 0 && !hasLabels) return null;
            if (hasLabels) labelName = names[label = Math.Max(0, named)];
            if (!reader.Read() || reader.FieldCount != row.Length || !TryParse(reader, row)) return null;
        }

        do
        {
            if (reader.FieldCount != row.Length || !TryParse(reader, row)) return null;
            labels.Add(hasLabels ? row[label] : 0);
            pixels.Write(row.AsSpan(0, Math.Max(0, label)));
            pixels.Write(row.AsSpan(label + 1));
        }
        while (reader.Read());

        var data = Dataset.TakeImages(pixels.ToArray(), [.. labels], Side, Side, Math.Max(classes, labels.Max() + 1)).Named(name);
        return (data, labelName);
    }

    private static bool TryParse(CsvReader reader, byte[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            var cell = reader.GetSpan(i).Trim((byte)' ');
            if (cell.Length is 0 or > 3) return false;
            int value = 0;
            foreach (byte digit in cell)
            {
                if (digit is < (byte)'0' or > (byte)'9') return false;
                value = 10 * value + digit - '0';
            }

            if (value > byte.MaxValue) return false;
            row[i] = (byte)value;
        }

        return true;
    }
}
