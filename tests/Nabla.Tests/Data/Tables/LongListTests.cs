namespace Nabla.Tests;

public class LongListTests
{
    [Fact]
    public void What_was_added_is_there_in_its_order()
    {
        var list = new LongList<int>();
        for (int i = 0; i < 100_000; i++)
        {
            list.Add(3 * i);
            Assert.Equal(3 * i, list[i]);
        }

        Assert.Equal(100_000, list.Count);
        Assert.Equal(Enumerable.Range(0, 100_000).Select(i => 3 * i), Enumerable.Range(0, 100_000).Select(i => list[i]));
    }
}
