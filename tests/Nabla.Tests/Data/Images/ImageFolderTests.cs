namespace Nabla.Tests;

public class ImageFolderTests
{
    [Fact]
    public void Folders_are_classes_sorted_by_name()
    {
        using var folder = new TempFolder();
        Save(folder, "dog", "b.png", 3, 2, 200);
        Save(folder, "dog", "a.png", 3, 2, 100);
        Save(folder, "cat", "z.png", 3, 2, 50);

        var data = ImageFolder.Load(folder.Path);
        Assert.Equal(["cat", "dog"], data.ClassNames);
        Assert.Equal([0, 1, 1], data.Labels.ToArray());
        Assert.Equal((3, 2), (data.Width, data.Height));
        Assert.Equal([50, 100, 200], Enumerable.Range(0, 3).Select(i => (int)data.Image(i)[0]));
    }

    [Fact]
    public void Other_sizes_are_refused_by_name_or_scaled()
    {
        using var folder = new TempFolder();
        Save(folder, "cat", "a.png", 4, 4, 50);
        Save(folder, "dog", "b.png", 8, 2, 90);

        string message = Assert.Throws<InvalidDataException>(() => ImageFolder.Load(folder.Path)).Message;
        Assert.Contains("b.png", message, StringComparison.Ordinal);
        Assert.Contains("8×2", message, StringComparison.Ordinal);
        var scaled = ImageFolder.Load(folder.Path, (2, 2));
        Assert.Equal([90, 90, 90, 90], scaled.Image(1).ToArray());
    }

    [Fact]
    public void One_class_is_refused()
    {
        using var folder = new TempFolder();
        Save(folder, "cat", "a.png", 4, 4, 50);

        Assert.Contains("at least two", Assert.Throws<InvalidDataException>(() => ImageFolder.Load(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static void Save(TempFolder folder, string name, string file, int width, int height, byte shade)
    {
        string inner = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        byte[] pixels = new byte[width * height];
        Array.Fill(pixels, shade);
        new GrayImage(width, height, pixels).SavePng(Path.Combine(inner, file));
    }
}
