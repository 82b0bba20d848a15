namespace Nabla.Cli.Tests;

/// <summary>Images of 4×4 pixels in three classes that any network tells apart: a row, a column or a diagonal is lit.</summary>
internal static class TinyData
{
    public const int Train = 60;
    public const int Test = 30;

    /// <summary>Writes them as a folder of IDX files.</summary>
    public static string Write(string folder)
    {
        Idx.SaveFolder(folder, Make(Train, 1), Make(Test, 2), gzip: false);
        return folder;
    }

    private static Dataset Make(int count, ulong seed)
    {
        var rng = new Rng(seed);
        byte[] pixels = new byte[count * 16];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 3;
            for (int p = 0; p < 4; p++)
            {
                int at = labels[i] switch { 0 => 4 + p, 1 => 4 * p + 2, _ => 5 * p };
                pixels[16 * i + at] = (byte)(200 + rng.NextInt(56));
            }
        }

        return Dataset.FromImages(pixels, labels, 4, 4, 3);
    }
}
