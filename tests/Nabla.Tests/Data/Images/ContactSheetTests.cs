namespace Nabla.Tests;

public sealed class ContactSheetTests
{
    private static readonly Dataset Data = Dataset.FromImages([0, 255, 10, 20, 30, 40], [0, 0, 0], width: 2, height: 1, classes: 1);

    [Fact]
    public void Images_stand_in_rows_as_dark_ink_on_white_paper_with_light_lines_between()
    {
        var sheet = ContactSheet.Draw(Data, [0, 2, 1], columns: 2);
        Assert.Equal((7, 5), (sheet.Width, sheet.Height));
        Assert.Equal(
            [
                224, 224, 224, 224, 224, 224, 224,
                224, 255, 0, 224, 225, 215, 224,
                224, 224, 224, 224, 224, 224, 224,
                224, 245, 235, 224, 255, 255, 224,
                224, 224, 224, 224, 224, 224, 224,
            ],
            sheet.Pixels);
    }

    [Fact]
    public void A_sheet_is_no_wider_than_its_images()
    {
        var sheet = ContactSheet.Draw(Data, [0, 0], columns: 20, gap: 0);
        Assert.Equal((4, 1), (sheet.Width, sheet.Height));
        Assert.Equal([255, 0, 255, 0], sheet.Pixels);
    }

    [Fact]
    public void What_cannot_be_shown_is_refused()
    {
        var numbers = Dataset.FromValues([1], [0], inputs: 1, classes: 1);
        Assert.Throws<InvalidOperationException>(() => ContactSheet.Draw(numbers, [0]));
        Assert.Throws<ArgumentException>(() => ContactSheet.Draw(Data, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw(Data, [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw(Data, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw(Data, [0], columns: 0));
        Assert.Throws<ArgumentException>(() => ContactSheet.Draw(Data, [0], gap: 1_000_000_000));
    }
}
