using Nabla.Tests.Text;

namespace Nabla.Tests;

public sealed class IdxFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_set_that_is_saved_is_loaded_back(bool gzip)
    {
        var train = Dataset.FromImages(Bytes.Random(30, seed: 1), [0, 3, 1, 2, 0], width: 2, height: 3, classes: 4);
        var test = Dataset.FromImages(Bytes.Random(12, seed: 2), [1, 0], width: 2, height: 3, classes: 4);

        Idx.SaveFolder(_folder["set"], train, test, gzip);
        var loaded = Idx.LoadFolder(_folder["set"]);

        Assert.True(Idx.IsFolder(_folder["set"]));
        Assert.Equal(4, Directory.GetFiles(_folder["set"], gzip ? "*ubyte.gz" : "*ubyte").Length);
        foreach (var (original, copy) in new[] { (train, loaded.Train), (test, loaded.Test) })
        {
            Assert.Equal(original.Pixels.ToArray(), copy.Pixels.ToArray());
            Assert.Equal(original.Labels.ToArray(), copy.Labels.ToArray());
            Assert.Equal((2, 3, 4, "set"), (copy.Width, copy.Height, copy.Classes, copy.Name));
        }
    }

    [Fact]
    public void Names_with_a_dot_are_found()
    {
        WriteSet("train-images.idx3-ubyte", "train-labels.idx1-ubyte.gz", "t10k-images.idx3-ubyte", "t10k-labels-idx1-ubyte");
        Assert.True(Idx.IsFolder(_folder.Path));
        Assert.Equal(3, Idx.LoadFolder(_folder.Path).Train.Count);
    }

    [Fact]
    public void Names_may_begin_with_the_set_s()
    {
        foreach (string set in new[] { "emnist-digits-", "emnist-letters-" })
            WriteSet($"{set}train-images-idx3-ubyte.gz", $"{set}train-labels-idx1-ubyte", $"{set}test-images-idx3-ubyte", $"{set}test-labels-idx1-ubyte");
        var (train, test) = Idx.LoadFolder(_folder["emnist-letters"]);
        Assert.Equal(("emnist-letters", 3, 1), (train.Name, train.Count, test.Count));
        Assert.False(Idx.IsFolder(_folder["emnist-digits-test-labels-idx1-ubyte"]));
        Assert.True(Idx.IsFolder(_folder["emnist-digits"]));
        Assert.False(Idx.IsFolder(_folder["emnist"]));
        Chinese.Refused("has several sets: emnist-digits, emnist-letters. Name one of them", () => Idx.LoadFolder(_folder.Path));
    }

    [Fact]
    public void Labels_may_be_rows_of_integers_of_which_the_first_is_the_class()
    {
        // QMNIST: the digit, then who wrote it, where it was kept and more.
        byte[] rows = [0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 2];
        string images = _folder.Write("images", Bytes.Idx([2, 1, 1], [7, 8]));
        Assert.Equal([4, 9], Idx.Load(images, _folder.Write("a", Bytes.Gzip(Bytes.Idx([2, 2], rows, 0x0C)))).Labels.ToArray());
        Assert.Equal([4, 9], Idx.Load(images, _folder.Write("a", Bytes.Idx([2], [0, 0, 0, 4, 0, 0, 0, 9], 0x0C))).Labels.ToArray());
        foreach (string part in new[] { "train", "test" })
        {
            _folder.Write($"qmnist-{part}-images-idx3-ubyte", Bytes.Idx([2, 1, 1], [7, 8]));
            _folder.Write($"qmnist-{part}-labels-idx2-int", Bytes.Idx([2, 2], rows, 0x0C));
        }

        Assert.Equal(("qmnist", 10), (Idx.LoadFolder(_folder.Path).Test.Name, Idx.LoadFolder(_folder.Path).Test.Classes));
        Chinese.Refused("has label -1 at example 1", () => Idx.Load(images, _folder.Write("a", Bytes.Idx([2], [0, 0, 0, 4, 255, 255, 255, 255], 0x0C))));
        Chinese.Refused("is cut short", () => Idx.Load(images, _folder.Write("a", Bytes.Idx([2, 8], rows, 0x0C))));
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(_folder.Write("a", Bytes.Idx([2, 2], rows, 0x0C))));
    }

    [Fact]
    public void Classes_are_as_many_as_the_largest_label_of_both_parts_asks_for_or_more_where_wanted()
    {
        WriteSet(testLabel: 6);
        var (train, test) = Idx.LoadFolder(_folder.Path);
        Assert.Equal((7, 7), (train.Classes, test.Classes));
        Assert.Equal(10, Idx.LoadFolder(_folder.Path, minimumClasses: 10).Train.Classes);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        WriteSet();
        File.Delete(_folder["t10k-labels-idx1-ubyte"]);
        Assert.False(Idx.IsFolder(_folder.Path));
        var e = Assert.Throws<FileNotFoundException>(() => Idx.LoadFolder(_folder.Path));
        Assert.Contains($"'{_folder.Path}' has no file 't10k-labels-idx1-ubyte'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_folder_of_a_set() => Assert.False(Idx.IsFolder(_folder["missing"]));

    [Fact]
    public void Images_where_labels_should_be_are_recognised_as_images()
    {
        string images = _folder.Write("images", Bytes.Idx([1, 2, 3], new byte[6]));
        string labels = _folder.Write("labels", Bytes.Idx([1], [0]));
        Assert.Contains(
            $"'{images}' holds 1 images of 3×2 pixels, where labels (1 dimension) were expected", Refusal(images, images), StringComparison.Ordinal);
        Assert.Contains($"'{labels}' holds 1 labels, where images (2 dimensions or more) were expected", Refusal(labels, labels), StringComparison.Ordinal);
        string flat = _folder.Write("flat", Bytes.Idx([2, 3], new byte[6]));
        Assert.Contains($"'{flat}' holds 2 images, and '{labels}' holds 1 labels", Refusal(flat, labels), StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_labels_as_images_are_needed()
    {
        string images = _folder.Write("images", Bytes.Idx([2, 1, 1], new byte[2]));
        string labels = _folder.Write("labels", Bytes.Idx([3], [0, 1, 2]));
        Assert.Contains("holds 2 images, and", Refusal(images, labels), StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_beyond_the_classes_is_named()
    {
        string images = _folder.Write("images", Bytes.Idx([3, 1, 1], new byte[3]));
        string labels = _folder.Write("labels", Bytes.Idx([3], [0, 1, 5]));
        Assert.Equal(6, Idx.Load(images, labels).Classes);
        Assert.Contains("has label 5 at example 2; with 5 classes, labels are 0 to 4", Refusal(images, labels, 5), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_and_test_images_of_different_sizes_are_not_one_set()
    {
        WriteSet();
        _folder.Write("t10k-images-idx3-ubyte", Bytes.Idx([1, 3, 3], new byte[9]));
        Assert.Contains("are not of one set", Assert.Throws<InvalidDataException>(() => Idx.LoadFolder(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_images_of_at_most_256_classes_can_be_saved()
    {
        var numbers = Dataset.FromValues([1], [0], inputs: 1, classes: 1);
        var many = Dataset.FromImages([1], [256], 1, 1, classes: 257);
        var images = Dataset.FromImages([1], [0], 1, 1, classes: 1);
        Assert.Throws<ArgumentException>(() => Idx.SaveFolder(_folder["x"], images, numbers));
        Assert.Throws<ArgumentException>(() => Idx.SaveFolder(_folder["x"], many, images));
        Assert.False(Directory.Exists(_folder["x"]));
    }

    private static string Refusal(string images, string labels, int? classes = null) =>
        Assert.Throws<InvalidDataException>(() => Idx.Load(images, labels, classes)).Message;

    private void WriteSet(
        string trainImages = "train-images-idx3-ubyte", string trainLabels = "train-labels-idx1-ubyte",
        string testImages = "t10k-images-idx3-ubyte", string testLabels = "t10k-labels-idx1-ubyte", byte testLabel = 0)
    {
        Write(trainImages, Bytes.Idx([3, 2, 2], new byte[12]));
        Write(trainLabels, Bytes.Idx([3], [0, 1, 2]));
        Write(testImages, Bytes.Idx([1, 2, 2], new byte[4]));
        Write(testLabels, Bytes.Idx([1], [testLabel]));
    }

    private void Write(string name, byte[] content) =>
        _folder.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? Bytes.Gzip(content) : content);
}
