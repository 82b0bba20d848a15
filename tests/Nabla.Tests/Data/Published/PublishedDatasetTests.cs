namespace Nabla.Tests;

public sealed class PublishedDatasetTests
{
    [Fact]
    public void Sets_are_known_by_name()
    {
        Assert.Same(PublishedDataset.Mnist, PublishedDataset.Find("MNIST"));
        Assert.Same(PublishedDataset.FashionMnist, PublishedDataset.Find("fashion-mnist"));
        Assert.Null(PublishedDataset.Find("imagenet"));
    }

    [Fact]
    public void Every_set_has_four_files_to_be_known_by_and_mirrors_to_get_them_from() =>
        Assert.All(PublishedDataset.All, set =>
        {
            Assert.Equal(IdxNames.All.ToArray().Select(name => name + ".gz"), set.Files.Select(file => file.Name), StringComparer.Ordinal);
            Assert.Equal([47_040_016, 60_008, 7_840_016, 10_008], set.Files.Select(file => file.UnpackedLength));
            Assert.All(set.Files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
            Assert.Equal(4, set.Files.Select(file => file.Sha256).Distinct(StringComparer.Ordinal).Count());
            Assert.True(set.Mirrors.Count >= 2);
            Assert.All(set.Mirrors, mirror => Assert.True(MirrorList.IsWebAddress(mirror) && mirror.AbsoluteUri.EndsWith('/')));
        });

    [Fact]
    public void The_users_own_mirror_is_tried_first_with_and_without_the_sets_name()
    {
        var mirrors = MirrorList.For(PublishedDataset.Mnist, new DownloadOptions(), _ => "http://school.example/data");
        Assert.Equal(["http://school.example/data/mnist/", "http://school.example/data/"], mirrors.Take(2).Select(uri => uri.AbsoluteUri), StringComparer.Ordinal);
        Assert.Equal(PublishedDataset.Mnist.Mirrors, mirrors.Skip(2));
        Assert.Equal(PublishedDataset.Mnist.Mirrors, MirrorList.For(PublishedDataset.Mnist, new DownloadOptions(), _ => ""));
    }

    [Fact]
    public void Mirrors_given_in_code_are_the_only_ones_tried()
    {
        var options = new DownloadOptions { Mirrors = [new Uri("http://only.example/here")] };
        Assert.Equal([new Uri("http://only.example/here/")], MirrorList.For(PublishedDataset.Mnist, options, _ => "http://school.example/"));
    }

    [Theory]
    [InlineData("school.example/data")]
    [InlineData("/srv/data")]
    [InlineData("file:///srv/data")]
    public void A_mirror_of_ones_own_that_is_no_web_address_is_named(string value)
    {
        var e = Assert.Throws<InvalidDataException>(() => MirrorList.For(PublishedDataset.Mnist, new DownloadOptions(), _ => value));
        Assert.Contains($"NABLA_MIRROR is '{value}'", e.Message, StringComparison.Ordinal);
    }

    [MnistFact]
    public void The_MNIST_of_this_machine_is_the_published_one()
    {
        Assert.True(Mnist.TryFind(out string? folder));
        Assert.All(PublishedDataset.Mnist.Files, file =>
            Assert.True(file.IsAt(IdxNames.Find(folder, Path.GetFileNameWithoutExtension(file.Name))!), file.Name));
    }

    [MnistFact]
    public void MNIST_is_loaded_with_its_known_counts_and_first_labels()
    {
        var (train, test) = Mnist.Load();
        Assert.Equal("MNIST: 60,000 examples, 28×28 pixels, 10 classes", train.ToString());
        Assert.Equal("MNIST: 10,000 examples, 28×28 pixels, 10 classes", test.ToString());
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], train.Labels[..10].ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], test.Labels[..10].ToArray());

        // The counts of the digits 0 to 9, as in http://yann.lecun.com/exdb/mnist and every description since.
        int[] counts = new int[10];
        foreach (int label in train.Labels) counts[label]++;
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], counts);
    }
}
