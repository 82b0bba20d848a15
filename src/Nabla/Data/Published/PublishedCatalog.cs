namespace Nabla;

/// <summary>The published data sets, as data: names, mirrors and digests. Another one is another method here.</summary>
internal static class PublishedCatalog
{
    // All sets have 60,000 and 10,000 images of 28×28 bytes behind 16 bytes of header; labels are a byte each behind 8.
    private const long TrainImagesLength = 16 + 60_000 * 784;
    private const long TrainLabelsLength = 8 + 60_000;
    private const long TestImagesLength = 16 + 10_000 * 784;
    private const long TestLabelsLength = 8 + 10_000;

    public static PublishedDataset Mnist() => new()
    {
        Name = "mnist",
        Title = "MNIST",
        Description = "60,000 + 10,000 handwritten digits, 28×28 pixels (LeCun, Cortes and Burges 1998)",
        Mirrors =
        [
            new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            new("https://azureopendatastorage.blob.core.windows.net/mnist/"),
        ],
        Files =
        [
            new(IdxNames.TrainImages + ".gz", TrainImagesLength, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            new(IdxNames.TrainLabels + ".gz", TrainLabelsLength, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            new(IdxNames.TestImages + ".gz", TestImagesLength, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            new(IdxNames.TestLabels + ".gz", TestLabelsLength, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        ],
    };

    // The digests in circulation are of the gzip files as first published, so a mirror must offer those very files.
    public static PublishedDataset FashionMnist() => new()
    {
        Name = "fashion-mnist",
        Title = "Fashion-MNIST",
        Description = "60,000 + 10,000 articles of clothing in 10 classes, 28×28 pixels (Xiao, Rasul and Vollgraf 2017)",
        Mirrors =
        [
            new("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
            new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
        ],
        Files =
        [
            new(IdxNames.TrainImages + ".gz", TrainImagesLength, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84", true),
            new(IdxNames.TrainLabels + ".gz", TrainLabelsLength, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845", true),
            new(IdxNames.TestImages + ".gz", TestImagesLength, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073", true),
            new(IdxNames.TestLabels + ".gz", TestLabelsLength, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5", true),
        ],
    };

    public static PublishedDataset Kmnist() => new()
    {
        Name = "kmnist",
        Title = "KMNIST",
        Description = "60,000 + 10,000 cursive Japanese characters in 10 classes, 28×28 pixels (Clanuwat et al. 2018)",
        Mirrors = [new("https://codh.rois.ac.jp/kmnist/dataset/kmnist/")],
        Files =
        [
            new(IdxNames.TrainImages + ".gz", TrainImagesLength, "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4", true),
            new(IdxNames.TrainLabels + ".gz", TrainLabelsLength, "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17", true),
            new(IdxNames.TestImages + ".gz", TestImagesLength, "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5", true),
            new(IdxNames.TestLabels + ".gz", TestLabelsLength, "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c", true),
        ],
    };
}
