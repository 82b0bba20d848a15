using Nabla.Tests.Text;

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

    [Theory]
    [InlineData("training", "testing")]
    [InlineData("Train", "valid")]
    public void Parts_are_told_by_their_names(string train, string test)
    {
        using var folder = new TempFolder();
        foreach (string part in new[] { train, test }) Save(folder, $"{part}/cat", "a.png", 4, 4, 50);
        Assert.Equal((folder[train], folder[test]), (ImageFolder.Parts(folder.Path).Train, ImageFolder.Parts(folder.Path).Test));

        Save(folder, "TEST/cat", "a.png", 4, 4, 50);
        var (_, tested, unused) = ImageFolder.Parts(folder.Path);
        Assert.Equal(folder["TEST"], tested);
        Assert.Equal([folder[test]], unused);
    }

    [Fact]
    public void What_can_be_taken_in_two_ways_is_refused()
    {
        using var folder = new TempFolder();
        Save(folder, "train", "a.png", 4, 4, 50);
        Save(folder, "test", "a.png", 4, 4, 50);
        Chinese.Refused("has images right in 'test' and 'train', which are names of parts", () => ImageFolder.Parts(folder.Path));

        // Among others it is a class like any other.
        Save(folder, "car", "a.png", 4, 4, 50);
        Assert.Equal((folder.Path, null), (ImageFolder.Parts(folder.Path).Train, ImageFolder.Parts(folder.Path).Test));
        Assert.Equal(["car", "test", "train"], ImageFolder.Classes(folder.Path));

        Save(folder, "training/0", "a.png", 4, 4, 50);
        Chinese.Refused("in 'training' and in 'car'", () => ImageFolder.Parts(folder.Path));
    }

    [Fact]
    public void Each_is_prepared_as_one_picture_is()
    {
        using var folder = new TempFolder();
        byte[] pixels = new byte[60 * 80];
        Array.Fill(pixels, (byte)255);
        for (int y = 10; y < 70; y++) pixels.AsSpan(y * 60 + 28, 6).Clear();
        var one = new GrayImage(60, 80, pixels);
        foreach (string name in new[] { "1", "7" }) one.SavePng(Path.Combine(Directory.CreateDirectory(folder[name]).FullName, "a.png"));

        var data = ImageFolder.Load(folder.Path, normalize: true);
        Assert.Equal(ImageNormalizer.Normalize(one).Pixels, data.Image(1).ToArray());

        Save(folder, "7", "blank.png", 40, 40, 255);
        Chinese.Refused("shows nothing", () => ImageFolder.Load(folder.Path, normalize: true));
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
