namespace Nabla.Tests;

/// <summary>What is found in pictures that show more than one digit on clean paper.</summary>
public sealed class FoundDigitsTests
{
    private static readonly Dataset Drawn = Digits.Make(20, seed: 4);

    [Theory]
    [InlineData("five-lined-paper.png")]
    [InlineData("five-table-edge.png")]
    [InlineData("five-white-on-transparent.png")]
    [InlineData("five.jpg")]
    [InlineData("five.webp")]
    public void A_five_is_the_same_five_whatever_is_around_it(string name)
    {
        var digit = ImageNormalizer.FindDigits(Read(name)).Single();

        Assert.InRange(ImageNormalizerTests.Difference(ImageNormalizer.Normalize(Read("five-clean.png")).Pixels, digit.Image.Pixels), 0, 6);
        LiesIn(digit, x: (128, 134), y: (80, 86), width: (142, 152), height: (225, 236));
    }

    [Fact]
    public void A_five_in_pen_is_found_on_a_whole_page()
    {
        var digit = ImageNormalizer.FindLargestDigit(Read("five-pen-on-a-whole-page.png"));

        Assert.NotNull(digit);
        LiesIn(digit, x: (544, 551), y: (728, 735), width: (46, 56), height: (74, 84));
    }

    [Fact]
    public void Two_digits_are_found_from_left_to_right()
    {
        var digits = ImageNormalizer.FindDigits(Read("two-digits-53.png"));

        Assert.Equal(2, digits.Count);
        Assert.True(digits[0].X + digits[0].Width < digits[1].X);
        Assert.InRange(ImageNormalizerTests.Difference(ImageNormalizer.Normalize(Read("five-clean.png")).Pixels, digits[0].Image.Pixels), 0, 1);
    }

    [Fact]
    public void Digits_are_read_row_by_row()
    {
        var page = new ComposedPage(600, 600);
        (int X, int Y)[] places = [(60, 60), (250, 80), (430, 50), (120, 330), (350, 340)];
        for (int i = 0; i < places.Length; i++) page.Digit(Drawn.Image(i), places[i].X, places[i].Y, 100, 0.8);

        var digits = ImageNormalizer.FindDigits(page.ToImage());

        Assert.Equal(5, digits.Count);
        Assert.All(digits.Zip(places), pair => Assert.InRange(pair.First.X - pair.Second.X, 0, 70));
    }

    [Fact]
    public void Digits_on_a_sheet_that_lies_on_a_table_are_found_where_they_are_in_the_picture()
    {
        var page = new ComposedPage(600, 500);
        for (int i = 0; i < 2; i++) page.Digit(Drawn.Image(i), 120 + 180 * i, 180, 100, 0.8);
        var alone = ImageNormalizer.FindDigits(page.ToImage());
        page.Table(new Rng(3));

        var onTable = ImageNormalizer.FindDigits(page.ToImage());

        Assert.Equal(2, onTable.Count);
        Assert.All(alone.Zip(onTable), pair =>
        {
            LiesIn(pair.Second, (pair.First.X - 1, pair.First.X + 1), (pair.First.Y - 1, pair.First.Y + 1),
                (pair.First.Width - 2, pair.First.Width + 2), (pair.First.Height - 2, pair.First.Height + 2));
            Assert.InRange(ImageNormalizerTests.Difference(pair.First.Image.Pixels, pair.Second.Image.Pixels), 0, 2);
        });
    }

    [Fact]
    public void A_box_around_a_digit_is_no_part_of_it_and_a_square_nought_is_no_box()
    {
        var page = new ComposedPage(400, 400);
        page.Line(120, 100, 250, 100, 14, 0.8);
        page.Line(250, 100, 250, 300, 14, 0.8);
        page.Line(250, 300, 120, 300, 14, 0.8);
        page.Line(120, 300, 120, 100, 14, 0.8);
        var nought = ImageNormalizer.FindDigits(page.ToImage()).Single();
        LiesIn(nought, (110, 116), (90, 96), (140, 148), (210, 218));

        page.Line(60, 50, 320, 50, 3, 0.8);
        page.Line(320, 50, 320, 350, 3, 0.8);
        page.Line(320, 350, 60, 350, 3, 0.8);
        page.Line(60, 350, 60, 50, 3, 0.8);
        Assert.Equal(nought.Image.Pixels, ImageNormalizer.FindDigits(page.ToImage()).Single().Image.Pixels);
    }

    [Fact]
    public void A_five_with_a_bar_of_its_own_is_one_digit()
    {
        var page = new ComposedPage(300, 300);
        page.Line(130, 80, 200, 78, 12, 0.8);
        page.Line(110, 85, 108, 140, 12, 0.8);
        page.Line(108, 140, 170, 150, 12, 0.8);
        page.Line(170, 150, 160, 210, 12, 0.8);
        page.Line(160, 210, 105, 215, 12, 0.8);

        Assert.Single(ImageNormalizer.FindDigits(page.ToImage()));
    }

    [Fact]
    public void Digits_that_touch_are_refused_unless_one_is_asked_for()
    {
        var page = new ComposedPage(500, 300);
        page.Digit(Drawn.Image(0), 60, 80, 100, 0.8);
        page.Digit(Drawn.Image(1), 250, 80, 100, 0.8);
        page.Line(110, 150, 330, 150, 8, 0.8);
        var picture = page.ToImage();

        var refused = Assert.Throws<InvalidDataException>(() => ImageNormalizer.FindDigits(picture));

        Assert.Equal("Digits in the picture touch each other; leave paper between them, or ask for one digit alone.", refused.Message);
        Assert.NotNull(ImageNormalizer.FindLargestDigit(picture));
    }

    [Fact]
    public void Any_picture_gives_digits_or_none_or_a_refusal()
    {
        for (int round = 0; round < 300; round++)
        {
            var rng = new Rng(23, (ulong)round);
            int width = 1 + rng.NextInt(130), height = 1 + rng.NextInt(130);
            var page = new ComposedPage(width, height, rng.NextDouble());
            for (int i = rng.NextInt(8); i > 0; i--)
            {
                page.Line(rng.NextDouble(-9, width + 9), rng.NextDouble(-9, height + 9),
                        rng.NextDouble(-9, width + 9), rng.NextDouble(-9, height + 9), rng.NextDouble(0, 20), rng.NextDouble());
            }

            if (rng.NextInt(2) == 0) page.Grain(rng, rng.NextDouble(0, 0.5));
            var picture = page.ToImage();
            try
            {
                Assert.All(ImageNormalizer.FindDigits(picture), digit =>
                {
                    Assert.Contains(digit.Image.Pixels, pixel => pixel > 0);
                    Assert.True(digit is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && digit.X + digit.Width <= width && digit.Y + digit.Height <= height, digit.ToString());
                });
            }
            catch (InvalidDataException refused)
            {
                Assert.NotNull(ImageNormalizer.FindLargestDigit(picture));
                Assert.StartsWith("Digits in the picture touch", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void LiesIn(FoundDigit digit, (int, int) x, (int, int) y, (int, int) width, (int, int) height) =>
        Assert.All([(digit.X, x), (digit.Y, y), (digit.Width, width), (digit.Height, height)], each => Assert.InRange(each.Item1, each.Item2.Item1, each.Item2.Item2));

    private static GrayImage Read(string name) => ImageFile.Read(Path.Combine(Repository.Root, "tests", "Nabla.Tests", "Data", "Ink", "pictures", name));
}
