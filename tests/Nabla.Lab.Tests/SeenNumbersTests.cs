using Nabla.Lab.Tests.Chapters;
using static Nabla.Lab.Tests.SeenNumbers;

namespace Nabla.Lab.Tests;

/// <summary>The text of every number that a chapter shows is its value, rounded, with its sign and its unit.</summary>
[Collection(LabCollection.Name)]
public sealed class SeenNumbersTests(LabFixture lab)
{
    [BrowserTheory]
    [InlineData("structure", "neuron=1.4&input=405", 25)]
    [InlineData("structure", "neuron=3.5", 20)]
    [InlineData("cost", "", 60)]
    [InlineData("descent", "descent.line.step=9&descent.plane.step=5&descent.paths=on", 40)]
    [InlineData("training", "", 120)]
    [InlineData("inside", "inside.draws=50&inside.grown=60", 40)]
    [InlineData("nudges", "neuron=2.5&input=3", 200)]
    [InlineData("nudges", "neuron=1.4", 200)]
    [InlineData("chain", "", 15)]
    [InlineData("chain", "chain.part=many&neuron=1.3&input=406", 20)]
    [InlineData("chain", "chain.part=check&neuron=2.3&input=bias", 3)]
    [InlineData("chain", "chain.part=own", 0)]
    [InlineData("plane", "plane.step=60&plane.at=1.0.1&plane.point=1,2,1", 40)]
    [InlineData("plane", "plane.step=60&plane.set=hills&plane.hidden=3,2&plane.activation=identity&plane.optimizer=adam&plane.at=2.1.b", 20)]
    [InlineData("backwards", "neuron=2.5&input=3", 100)]
    [InlineData("backwards", "neuron=1.4&backwards.activation=relu&backwards.initializer=normal", 100)]
    public Task Every_number_of_a_chapter_says_its_value(string chapter, string shown, int least) => lab.VisitAsync(
        View.Desk, $"#/{chapter}?{Desktop.Query}&example=test:3&{shown}", async page =>
    {
        await Desktop.MustBeThereAsync(page);
        await page.MustSayTheirValuesAsync(least);
    });

    [Theory]
    [InlineData("0.123", 0.1234, true)]
    [InlineData("0.124", 0.1234, false)]
    [InlineData("−0.50", -0.5, true)]
    [InlineData("0.50", -0.5, false)]
    [InlineData("-0.50", -0.5, false)]
    [InlineData("+1.90", 1.9, true)]
    [InlineData("+1.90", -1.9, false)]
    [InlineData("−0.00", -0.001, false)]
    [InlineData("0.00", -0.001, true)]
    [InlineData("94.2 %", 0.942, true)]
    [InlineData("0.942 %", 0.942, false)]
    [InlineData("94.2", 0.942, false)]
    [InlineData("1.23·10⁻⁵", 0.0000123, true)]
    [InlineData("1.23·10⁻⁴", 0.0000123, false)]
    [InlineData("13,002", 13002, true)]
    [InlineData("13,02", 1302, false)]
    [InlineData("2 of 30", 2, true)]
    public void A_wrong_sign_unit_or_rounding_is_found(string text, double value, bool says) =>
        Assert.Equal(says, Seen.Of(text)?.IsRounded(value) ?? false);
}
