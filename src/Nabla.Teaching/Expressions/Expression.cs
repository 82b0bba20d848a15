namespace Nabla.Expressions;

/// <summary>
/// A formula that a person wrote: a function of named variables that can be evaluated and differentiated. It never changes.
/// </summary>
/// <remarks>
/// <para>
/// It may have numbers (<c>2</c>, <c>.5</c>, <c>1e-3</c>, <c>½</c>), <c>π</c> or <c>pi</c> and <c>e</c>, <c>+ − · / ^</c>
/// (also <c>- * × ÷ **</c>), parentheses, superscripts (<c>x²</c>, <c>x⁻¹</c>) and the functions sin, cos, tan, exp, ln (also
/// log: the natural logarithm), √ (also sqrt), abs, sign, tanh, σ (also sigma, sigmoid), relu, step (1 above zero,
/// otherwise 0), and max and min of two. A prime after a function is its derivative: <c>σ'(z)</c>, <c>tanh'(z)</c>.
/// </para>
/// <para>
/// A power binds tightest and to the right, then a sign, then products, then sums: <c>−x^2 = −(x²)</c>,
/// <c>2^3^2 = 2⁹</c>, <c>x^2y = x²·y</c>. A product may be implied (<c>2x</c>, <c>2(a−y)</c>, <c>x y</c>, <c>xy</c>), but not
/// right after a division, for <c>1/2x</c> is read in two ways, nor before a number,
/// unless a parenthesis follows that at once (<c>a' 2(a−y)</c>). Letters are split into the longest names
/// that are known, the caller's before ours; <c>a'</c> and <c>a′</c> are one and the same name.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var f = Expression.Parse("x^4 - 3x^2 + x", ["x"]);
/// f.Evaluate([2])      // 6
/// f.Derivative(0)      // 4·x³ − 6·x + 1
/// </code>
/// </example>
public sealed class Expression
{
    private readonly Node _root;

    private Expression(Node root, IReadOnlyList<string> variables)
    {
        _root = root;
        Variables = variables;
    }

    /// <summary>The names of its variables, in the order of their values.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula: at most 2,000 numbers, variables and operations, nested at most 100 deep.</param>
    /// <param name="variables">The names that it may use: letters, then also digits, <c>_</c>, subscripts and primes.</param>
    /// <exception cref="ExpressionException">It is not a formula, or has a name that is not known.</exception>
    /// <exception cref="ArgumentException">A variable is named twice, or so that it cannot be read.</exception>
    public static Expression Parse(string text, params IReadOnlyList<string> variables)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(variables);
        var root = new Parser(text, variables).Parse();

        // What was understood is printed with parentheses that nobody wrote; that must be read again too.
        if (Unreadable(root, variables) is { } problem) throw new ExpressionException(text, 0, problem);
        return new Expression(root, [.. variables]);
    }

    /// <summary>Its value. Where it has none, such as the logarithm of −1, that is not a number.</summary>
    /// <param name="values">A value for each of <see cref="Variables"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer values.</exception>
    public double Evaluate(params ReadOnlySpan<double> values) =>
        values.Length == Variables.Count
            ? _root.Value(values)
            : throw Refusal.Argument($"'{this}' takes {Variables.Count} values; {values.Length} were given.");

    /// <summary>
    /// Its derivative by one variable, by the rules of calculus. Where a function has a kink, the derivative is that of one side;
    /// those of <c>abs</c>, <c>relu</c> and <c>step</c> at zero are taken as 0.
    /// </summary>
    /// <param name="variable">Which of <see cref="Variables"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such variable.</exception>
    /// <exception cref="ExpressionException">
    /// It would have more than 2,000 parts, or be nested too deeply to be read again; the derivative of a product of n factors has n².
    /// </exception>
    public Expression Derivative(int variable)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variable);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(variable, Variables.Count);
        try
        {
            var slope = _root.Derivative(variable);
            if (Unreadable(slope, Variables) is null) return new Expression(slope, Variables);
        }
        catch (TooManyPartsException)
        {
        }

        throw new ExpressionException(ToString(), 0,
            $"The derivative of this formula has more than {Node.MostParts} parts, or is nested too deeply; write the formula more simply.");
    }

    /// <summary>Whether a variable occurs in it.</summary>
    /// <param name="variable">Which of <see cref="Variables"/>, from 0.</param>
    public bool DependsOn(int variable) => _root.DependsOn(variable);

    /// <summary>The formula as it was understood. <see cref="Parse"/> reads it back to the same function.</summary>
    public override string ToString() => _root.ToString();

    private static Said? Unreadable(Node root, IReadOnlyList<string> variables)
    {
        try
        {
            new Parser(root.ToString(), variables).Parse();
            return null;
        }
        catch (ExpressionException e)
        {
            return Said.Of(e);
        }
    }
}
