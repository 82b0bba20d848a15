using System.Text;

namespace Nabla.Fuzz;

/// <summary>Tables whose rows are pictures, or no longer are.</summary>
internal sealed class PictureTables() : Reader("csv-pictures", 10_000)
{
    public override IReadOnlyList<byte[][]> Samples { get; } =
    [
        [Rows("", "5,", 784)], [Rows("label," + string.Join(',', Enumerable.Range(0, 784)) + "\n", "7,", 784)], [Rows("", "", 784)],
    ];

    public override IReadOnlyList<string> Words { get; } = [",", "\n", "\"", "256", "-1", "0.5", "label", ";", ",,", "\r\n", " 1", "٣"];

    public override Action Read(byte[][] parts, string folder)
    {
        var rows = Csv.ReadPictures(Write(folder, "x.csv", parts[0]));
        return () => Promise.That(rows is not { Pictures: var found } || (found.Inputs == 784 && found.Pixels.Length == 784 * found.Count), "pictures of 28×28 pixels");
    }

    private static byte[] Rows(string header, string label, int pixels)
    {
        string row = label + string.Join(',', Enumerable.Range(0, pixels).Select(i => i % 256)) + "\n";
        return Encoding.UTF8.GetBytes(header + row + row);
    }
}
