using Nabla.Tests.Text;

namespace Nabla.Tests;

/// <summary>What a descent came to, in words.</summary>
public class DescentVerdictTests
{
    private static readonly DescentOptions Usual = new();

    // Each ending, the words that tell it, and the same in Chinese.
    public static TheoryData<string, double[], DescentOptions, string, string> Endings => new()
    {
        { "x^2", [2], Usual, "It reached the global minimum at x = ", "到达全局最小值 x = " },
        { "x^2", [2], Usual with { LearningRate = 0.5 }, "It reached the global minimum at x = 0, f = 0 (found numerically), after 1 step.", "经过 1 步" },
        { "x^3 - 3x", [2], Usual with { LearningRate = 0.02 }, "That is not the lowest: at the edge of the shown part it goes lower.", "在显示范围的边缘还要更低" },
        { "cos(20x)", [0.1], Usual with { LearningRate = 0.001 }, "a global minimum, one of many, at x = ", "许多全局最小值之一" },
        { "abs(x - 1/730) - x^4/1000000", [0.002], Usual with { Tolerance = 2 }, "It came to rest at x = 0.002, f = ", "四周都更高" },
        { "abs(x - 1/730) - x^4/1000000", [2], Usual with { FixedStep = 0.3 }, "It goes to and fro near x = ", "步长 0.3 从不缩短" },
        { "ln(x)", [5], Usual with { LearningRate = 30 }, "Try a smaller learning rate.", "请试试更小的学习率" },
        { "x^4 - 3x^2 + x", [2], Usual with { LearningRate = 0.02 }, "That is not the lowest: the global minimum is at", "这还不是最低处：全局最小值位于" },
        { "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", [0, 0], Usual with { LearningRate = 0.01 }, "a global minimum, one of 4, at (x, y)", "4 个全局最小值之一 (x, y) = " },
        { "x^2", [2], Usual with { FixedStep = 0.3 }, "It goes to and fro around the global minimum", "步长 0.3 从不缩短" },
        { "x^2", [2], Usual with { LearningRate = 1 },
            "comes no lower: the steps are too long. Try a learning rate below 1, which is 2 divided by the curvature: the exact limit here.", "这正是此处的极限" },
        { "x^2", [2], Usual with { LearningRate = 0.98, Momentum = 0.9, MaxSteps = 3 }, "It had not arrived after 3 steps", "经过 3 步后仍未到达" },
        { "x^2", [2], Usual with { LearningRate = 4, Momentum = 0.5 }, "which is 2(1 + momentum) divided by the curvature", "即 2(1 + 动量) 除以曲率" },
        { "x^4", [2], Usual with { LearningRate = 1 }, "and going up. Try a learning rate below 0.042, which is 2 divided by the curvature at the start.", "起点处的曲率" },
        { "x^2 - y^2 + y^4/4", [2, 0], Usual, "It is stuck on a saddle at", "卡在鞍点" },
        { "x^3", [1], Usual with { Tolerance = 1e-3 }, "It stopped on a flat part of the slope", "坡上的一段平地" },
        { "-x^2", [0], Usual, "It stands on a maximum at x = 0", "最大值点 x = 0" },
        { "-x^2", [1], Usual, "It ran off downhill, to x = ", "函数在那边没有底" },
        { "step(x)", [2], Usual, "It stands on a plateau at x = 2", "高原" },
        { "ln(x)", [0.1], Usual with { LearningRate = 1 }, "It left the range of numbers: after 0 steps it was at x = 0.1", "它越出了数的范围：经过 0 步后" },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void A_verdict_tells_the_ending_in_English_and_in_Chinese(string formula, double[] start, DescentOptions options, string english, string chinese)
    {
        var f = new Objective(Expression.Parse(formula, start.Length == 1 ? ["x"] : ["x", "y"]));

        var verdict = GradientDescent.Run(f, start, options).Verdict();

        Assert.Contains(english, verdict.ToString(), StringComparison.Ordinal);
        Assert.Contains(chinese, verdict.In("zh"), StringComparison.Ordinal);
        Chinese.Check(verdict);
    }

    [Fact]
    public void What_became_of_the_known_functions_is_told_in_Chinese() => Assert.All(Objective.All, f => Chinese.Check(GradientDescent.Run(f).Verdict()));

    [Fact]
    public void Paths_along_one_line_are_refused_in_Chinese() =>
        Chinese.Refused("fewer than two directions", () => PrincipalDirections.Of([[1, 0], [2, 0]], 2));

    [Fact]
    public void What_is_to_be_seen_on_a_function_is_told_in_Chinese() => Assert.All(Objective.All, f => Chinese.Check(f.Summary!));

    [Fact]
    public void All_that_is_wrong_with_the_options_is_told_in_Chinese()
    {
        var wrong = new DescentOptions { LearningRate = double.NaN, FixedStep = 0, Momentum = 1, MaxSteps = 0, Tolerance = 0 };

        var refusal = Assert.Throws<ArgumentException>(() => GradientDescent.Run(Objective.All[0], [1], wrong));

        Assert.Equal(6, wrong.Problems().Count);
        Assert.Equal(string.Join(' ', wrong.Problems()), refusal.Message);
        Chinese.Check(Said.Of(refusal));
    }
}
