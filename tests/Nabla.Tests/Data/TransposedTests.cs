namespace Nabla.Tests;

public class TransposedTests
{
    [Fact]
    public void Rows_become_columns()
    {
        var data = Dataset.FromImages([1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16], [0, 1], width: 3, height: 2, classes: 2);
        var turned = data.Transposed();
        Assert.Equal((2, 3), (turned.Width, turned.Height));
        Assert.Equal([11, 14, 12, 15, 13, 16], turned.Image(1).ToArray());
        Assert.Equal(data.Pixels.ToArray(), turned.Transposed().Pixels.ToArray());
        Assert.Throws<InvalidOperationException>(() => Dataset.FromValues([1f], [0], 1, 1).Transposed());
    }
}
