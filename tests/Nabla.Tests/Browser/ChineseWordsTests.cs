using System.Text.RegularExpressions;
using Nabla.Browser;
using Nabla.Tests.Text;

namespace Nabla.Tests.Browser;

/// <summary>What the engine says when a visitor asks for what cannot be has Chinese words.</summary>
public partial class ChineseWordsTests
{
    private const string Run = "nabla:1/data=digits/train-examples=200/test-examples=100/seed=1";

    [Theory]
    [InlineData("/hidden=0")]
    [InlineData("/hidden=x")]
    [InlineData("/hidden=100000-100000")]
    [InlineData("/activation=softmax")]
    [InlineData("/activation=none-such")]
    [InlineData("/output-activation=")]
    [InlineData("/cost=cross-entropy/output-activation=sigmoid")]
    [InlineData("/cost=none-such")]
    [InlineData("/optimizer=none-such")]
    [InlineData("/learning-rate=-1")]
    [InlineData("/learning-rate=0")]
    [InlineData("/learning-rate=NaN")]
    [InlineData("/momentum=0.5")]
    [InlineData("/batch-size=0")]
    [InlineData("/epochs=1.5")]
    [InlineData("/initializer=none-such")]
    [InlineData("/none-such=1")]
    [InlineData("/hidden=3/hidden=4")]
    [InlineData("/hidden")]
    [InlineData("/validation-split=1")]
    [InlineData("/l2=-1")]
    public void Of_settings(string wrong)
    {
        var check = LaboratoryFixture.WithDigits().Check(Run + wrong);
        Assert.NotEmpty(check.Problems);
        Assert.All(check.Problems, MustBeChinese);
    }

    [Theory]
    [InlineData("learning-rate", "0", "学习率（learning-rate）", "应为正数")]
    [InlineData("learning-rate", "-1", "学习率（learning-rate）", "应为正数")]
    [InlineData("l2", "-1", "L2 正则化（l2）", "应为不小于 0 的数")]
    [InlineData("optimizer", "none", "优化器（optimizer）", "可选：sgd、momentum、nesterov")]
    public void Of_a_setting_by_one_rule_however_it_was_chosen(string setting, string wrong, string called, string rule)
    {
        var laboratory = LaboratoryFixture.WithDigits();
        string byAddress = Assert.Single(laboratory.Check($"{Run}/{setting}={wrong}").Problems).In("zh");
        string inForm = Assert.Single(laboratory.Choose(Run, new Dictionary<string, string> { [setting] = wrong }).Problems).In("zh");
        Assert.StartsWith($"{called}不能是“{wrong}”", byAddress, StringComparison.Ordinal);
        Assert.Contains(rule, byAddress, StringComparison.Ordinal);
        Assert.Equal(byAddress.Replace("训练名称", "设置", StringComparison.Ordinal), inForm);
    }

    [Theory]
    [InlineData("nabla:2/seed=1")]
    [InlineData("mnist")]
    [InlineData("nabla:1/data=iris.csv/seed=1")]
    [InlineData("nabla:1/data=a%00b/seed=1")]
    [InlineData("nabla:1/data=digits/seed=x")]
    public void Of_names(string wrong) => Assert.All(LaboratoryFixture.WithDigits().Check(wrong).Problems, MustBeChinese);

    [Theory]
    [InlineData("")]
    [InlineData("a' * ")]
    [InlineData("1/2x")]
    [InlineData("2 3")]
    [InlineData("exp")]
    [InlineData("exp''(z)")]
    [InlineData("max(z)")]
    [InlineData("(z")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1e999")]
    [InlineData("z⁻")]
    [InlineData("sigmoidd(z)")]
    [InlineData("qqqqqq")]
    [InlineData("z)")]
    [InlineData("1,5")]
    [InlineData("w = z")]
    [InlineData("|z|")]
    [InlineData("(*z)")]
    [InlineData("z $ 1")]
    public void Of_formulas(string wrong)
    {
        var problem = Laboratory.CheckFormula(wrong, "w", "quadratic", "sigmoid").Problem;
        Assert.NotNull(problem);
        MustBeChinese(problem.Words);
    }

    [Fact]
    public void Of_what_is_shown()
    {
        var laboratory = LaboratoryFixture.Started();
        var drawing = new ExampleRef(ExampleSet.Drawing, 0);
        Says(() => laboratory.Explain(new ExampleRef(ExampleSet.Test, 100)));
        Says(() => laboratory.Explain(drawing));
        Says(() => laboratory.Neuron(new ExampleRef(ExampleSet.Test, 0), 4, 0));
        Says(() => laboratory.Neuron(new ExampleRef(ExampleSet.Test, 0), 1, 16));
        Says(() => laboratory.Edit(1, 0, 784, 1));
        Says(() => laboratory.Edit(1, 0, 0, 1e300));
        Says(() => laboratory.MakeDigits(0, 1, 1));
        Says(() => laboratory.Start("nabla:1/data=mnist/seed=1"));
        laboratory.Draw(new byte[784], 28, 28, normalise: false, label: null);
        Says(() => laboratory.Cost(drawing));
    }

    private static void Says(Func<object?> call) => MustBeChinese(Said.Of(Assert.ThrowsAny<Exception>(call)));

    // Two words beside each other are a sentence, or begin one; names stand alone.
    private static void MustBeChinese(Said said)
    {
        string words = said.In("zh");
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", words);
        Assert.False(English().IsMatch(words), $"In Chinese: {words}");
        Assert.DoesNotContain(", ", words.Replace("max(x, y)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(Parts(said), part => Assert.True(!Chinese.HasWords(part.Key) || Catalogue.Of("zh").ContainsKey(part.Key), part.Key));
    }

    private static IEnumerable<Said> Parts(Said said) => said.Values.OfType<Said>().SelectMany(Parts).Prepend(said);

    [GeneratedRegex(@"[A-Za-z']{2,} [A-Za-z']{2,}")]
    private static partial Regex English();
}
