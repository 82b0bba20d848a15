namespace Nabla.Tests;

/// <summary>Tables whose rows are pictures, and such as only look like it.</summary>
public sealed class PictureRowsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("label,", "5,", "", "")]
    [InlineData("", "5,", "", "")]
    [InlineData("", "", ",class", ",5")]
    public void Rows_of_pixels_are_pictures(string first, string label, string last, string lastLabel)
    {
        string header = first.Length + last.Length == 0 ? "" : first + string.Join(',', Enumerable.Range(0, 784).Select(i => $"pixel{i}")) + last + "\n";
        var rows = Csv.ReadPictures(Write(header + label + Pixels(2) + lastLabel + "\n" + label + Pixels(3) + lastLabel + "\n"));

        Assert.Equal(first.Length > 0 ? "label" : last.Length > 0 ? "class" : "1", rows!.Value.Label);
        var pictures = rows.Value.Pictures;
        Assert.Equal((28, 28, 6), (pictures.Width, pictures.Height, pictures.Classes));
        Assert.Equal([5, 5], pictures.Labels.ToArray());
        Assert.Equal([.. Enumerable.Range(0, 784).Select(i => (byte)(i * 3 % 256))], pictures.Image(1).ToArray());
    }

    [Fact]
    public void Without_labels_there_is_no_column_of_them() => Assert.Null(Csv.ReadPictures(Write(Pixels(1) + "\n"))!.Value.Label);

    [Theory]
    [InlineData("5,", ",7")]
    [InlineData("256,", "")]
    [InlineData("-1,", "")]
    [InlineData("0.5,", "")]
    [InlineData("seven,", "")]
    [InlineData(",", "")]
    public void Any_other_row_makes_it_a_table(string label, string end) => Assert.Null(Csv.ReadPictures(Write("1," + Pixels(1) + "\n" + label + Pixels(1) + end + "\n")));

    [Fact]
    public void What_is_no_table_is_none()
    {
        Assert.Null(Csv.ReadPictures(Write("")));
        Assert.Null(Csv.ReadPictures(Write("a,b\n1,2\n")));
        Assert.Null(Csv.ReadPictures(Write("label," + string.Join(',', Enumerable.Range(0, 784)) + "\n")));
        Assert.Null(Csv.ReadPictures(Write("\"1" + Pixels(1) + "\n")));
    }

    private string Write(string text) => _folder.Write("a.csv", System.Text.Encoding.UTF8.GetBytes(text));

    private static string Pixels(int step) => string.Join(',', Enumerable.Range(0, 784).Select(i => i * step % 256));
}
