namespace Nabla.Tests.Text;

public class FullWidthTests
{
    [Theory]
    [InlineData("０．５", "0.5")]
    [InlineData("（１６，１６）", "(16,16)")]
    [InlineData("８、４", "8,4")]
    [InlineData("ｎａｂｌａ：１", "nabla:1")]
    [InlineData("−１。5", "-1.5")]
    [InlineData("a　b", "a b")]
    [InlineData("学习率", "学习率")]
    [InlineData("relu", "relu")]
    public void What_an_input_method_writes_becomes_ascii_and_words_stay(string wide, string narrow) => Assert.Equal(narrow, FullWidth.Narrow(wide));

    [Fact]
    public void Settings_take_it_and_names_of_files_keep_it()
    {
        var made = new RunConfiguration().With(new Dictionary<string, string>
        {
            ["hidden"] = "１６，８", ["learning-rate"] = "０．５", ["initializer"] = "constant：１", ["data"] = "数据（１）", ["activation"] = "ｒｅｌｕ",
        });

        Assert.Equal([16, 8], made.Hidden);
        Assert.Equal(0.5, made.Training.Optimizer.LearningRate);
        Assert.Equal("constant:1", made.Initializer.Name);
        Assert.Equal("数据（１）", made.Data);
        Assert.Equal(Activation.Relu, made.Activation);
    }

    [Fact]
    public void The_name_of_a_run_takes_it() =>
        Assert.Equal(RunName.Parse("nabla:1/hidden=30/seed=7"), RunName.Parse("nabla：１／hidden＝３０／seed＝７"));

    [Fact]
    public void A_formula_takes_it() => Assert.Equal(Expression.Parse("2(x-1)^2", "x").ToString(), Expression.Parse("２（x－１）＾２", "x").ToString());
}
