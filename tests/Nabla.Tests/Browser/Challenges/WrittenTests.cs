using Nabla.Browser;

namespace Nabla.Tests.Browser.Challenges;

/// <summary>Numbers are given with few digits, so that one can compute with them on paper.</summary>
public sealed class WrittenTests
{
    [Theory]
    [InlineData(0.012345, 2, 0.012)]
    [InlineData(-9.96, 2, -10)]
    [InlineData(13002, 2, 13002)]
    [InlineData(0, 2, 0)]
    [InlineData(0.000123456, 3, 0.000123)]
    public void A_number_has_so_many_digits_that_count(double number, int digits, double written) => Assert.Equal(written, Written.Short(number, digits));

    [Fact]
    public void What_is_to_be_added_ends_at_the_same_place() => Assert.Equal([0.29, -0.04, 0], Written.Alike([0.2912, -0.0378, -0.0004]));

    [Fact]
    public void Nothing_has_no_sign() => Assert.False(double.IsNegative(Written.Alike([1, -0.004])[1]));
}
