using System.Globalization;
using System.Text;

namespace Nabla.Expressions;

/// <summary>Reads a formula from left to right, by recursive descent: a method for each level of binding.</summary>
internal sealed class Parser
{
    // The parts are what counts; so many characters hold more of them than are read.
    private const int MaxLength = 100_000;
    private const int MaxDepth = 100;
    private const char End = '\0';

    private readonly string _written;
    private readonly string _text;
    private readonly string _signs;
    private readonly Vocabulary _vocabulary;
    private int _at;
    private int _depth;
    private int _known;

    public Parser(string text, IReadOnlyList<string> variables)
    {
        _written = text;
        _text = FullWidth.Narrow(text);
        _signs = string.Concat(_text.Select(Sign.Plain));
        _vocabulary = new Vocabulary(variables);
    }

    public Node Parse()
    {
        if (_text.Length > MaxLength) throw Wrong(MaxLength, $"The formula has {_text.Length} characters; at most {MaxLength} are read.");
        if (Next() == End && _at == _signs.Length) throw Wrong($"The formula is empty; write one, such as x^2.");
        var root = Sum();
        if (_at < _signs.Length) throw Unexpected();
        return root;
    }

    private Node Sum()
    {
        if (++_depth > MaxDepth) throw TooDeep();
        var left = Product();
        while (true)
        {
            int start = _at;
            if (Take('+')) left = Sized(new SumNode(left, Product()), start);
            else if (Take('-')) left = Sized(new DifferenceNode(left, Product()), start);
            else break;
        }

        _depth--;
        return left;
    }

    private Node Product()
    {
        var left = Signed();
        for (bool divided = false; ;)
        {
            int start = _at;
            if (Take('*'))
            {
                left = Sized(new ProductNode(left, Signed()), start);
                divided = false;
            }
            else if (Take('/'))
            {
                left = Sized(new QuotientNode(left, Signed()), start);
                divided = true;
            }
            else if (Sign.BeginsFactor(Next()) || IsCoefficient())
            {
                if (divided) throw Wrong($"An implied product after a division is read in two ways; write 1/(2·x) or (1/2)·x.");
                left = Sized(new ProductNode(left, Power()), start);
            }
            else if (Sign.BeginsNumber(Next()))
            {
                throw Wrong($"An operator is missing before this number: · for a product, ^ for a power.");
            }
            else
            {
                return left;
            }
        }
    }

    // What may have signs before it: a factor or an exponent.
    private Node Signed()
    {
        if (++_depth > MaxDepth) throw TooDeep();
        var node = Take('-') ? new NegationNode(Signed()) : Take('+') ? Signed() : Power();
        _depth--;
        return node;
    }

    private Node Power()
    {
        var node = Primary();
        while (Superscript.Digit(Next()) >= 0) node = Sized(new PowerNode(node, new NumberNode(RaisedNumber())), _at - 1);
        return TakePower() ? new PowerNode(node, Signed()) : node;
    }

    private Node Primary()
    {
        char next = Next();
        if (Sign.BeginsNumber(next)) return new NumberNode(Number());
        if (char.IsLetter(next)) return Named();
        if (next == '(') return Arguments(1)[0];
        if (!Take('√')) throw Unexpected();
        if (++_depth > MaxDepth) throw TooDeep();
        var root = new CallNode(Function.Find("√")!, Primary());
        _depth--;
        return root;
    }

    private Node Named()
    {
        int start = _at;
        int end = start;
        while (end < _signs.Length && Sign.IsOfName(_signs[end])) end++;

        // The whole word must be made of known names, or it was meant to be one that is not known. Looked at once, for all its names.
        for (int i = start; i < end && end > _known; i += NameLength(i, end))
        {
            if (NameLength(i, end) == 0) throw Wrong(_vocabulary.Unknown(_text[start..end]));
        }

        _known = end;

        string name = _vocabulary.Longest(_signs.AsSpan(start, end - start));
        int primes = NameLength(start, end) - name.Length;
        _at = start + name.Length + primes;
        if (_vocabulary.Leaf(name) is { } leaf) return leaf;
        if (Next() != '(') throw Wrong($"'{Printable.Name(name)}' needs parentheses, such as {name}(x).");
        if (primes > 1) throw Wrong(start, $"'{Printable.Name(_text[start.._at])}' has several primes; only first derivatives are known.");
        var arguments = Arguments(Vocabulary.IsExtreme(name) ? 2 : 1);
        return Function.Find(name) is not { } function ? new ExtremeNode(arguments[0], arguments[1], name == "max")
            : primes == 0 ? new CallNode(function, arguments[0])
            : Sized(function.Slope(arguments[0]), start);
    }

    // Of the name at a place, with the primes of a function; 0 where none is known.
    private int NameLength(int start, int end)
    {
        string name = _vocabulary.Longest(_signs.AsSpan(start, end - start));
        int length = name.Length;
        if (Function.Find(name) is not null && _vocabulary.Leaf(name) is null)
        {
            while (start + length < end && _signs[start + length] == '\'') length++;
        }

        return length;
    }

    private List<Node> Arguments(int count)
    {
        int opening = _at++;
        var arguments = new List<Node>(count) { Sum() };
        while (arguments.Count < count)
        {
            if (!Take(',')) throw Next() is End or ')' ? Wrong($"max and min take two arguments: max(x, y).") : Unexpected();
            arguments.Add(Sum());
        }

        if (Take(')')) return arguments;
        throw _at == _signs.Length ? Wrong(opening, $"This '(' is never closed; add a ')'.") : Unexpected();
    }

    private double Number()
    {
        if (Sign.IsFraction(_signs[_at])) return char.GetNumericValue(_signs[_at++]);
        int start = _at;
        SkipDigits();
        if (_at < _signs.Length && _signs[_at] == '.') _at++;
        SkipDigits();
        if (_at == start + 1 && _signs[start] == '.') throw Wrong(start, $"A dot alone is no number.");
        if (_at < _signs.Length && _signs[_at] == '.') throw Wrong($"A number has only one dot.");
        SkipExponent();
        double number = double.Parse(_signs.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw Wrong(start, $"This number is too large.");
    }

    // Only where digits follow: 2e is twice e.
    private void SkipExponent()
    {
        int digits = _at + 1;
        if (digits < _signs.Length && _signs[digits] is '+' or '-') digits++;
        if (digits >= _signs.Length || _signs[_at] is not ('e' or 'E') || !char.IsAsciiDigit(_signs[digits])) return;
        _at = digits;
        SkipDigits();
    }

    // The 2 of a·2(a−y), where what stands before it is no number and cannot run into it.
    private bool IsCoefficient()
    {
        if (!Sign.BeginsNumber(Next())) return false;
        int before = _at - 1;
        while (before > 0 && char.IsWhiteSpace(_signs[before])) before--;
        if (_signs[before] is not (')' or '\'') && !char.IsLetter(_signs[before])) return false;
        int end = _at;
        while (end < _signs.Length && Sign.BeginsNumber(_signs[end])) end++;
        return end < _signs.Length && _signs[end] == '(';
    }

    private void SkipDigits()
    {
        while (_at < _signs.Length && char.IsAsciiDigit(_signs[_at])) _at++;
    }

    private double RaisedNumber()
    {
        int start = _at;
        bool negative = Superscript.Digit(_signs[_at]) == 10;
        if (negative) _at++;
        double number = 0;
        int first = _at;
        for (int digit; _at < _signs.Length && (digit = Superscript.Digit(_signs[_at])) is >= 0 and < 10; _at++) number = number * 10 + digit;
        if (_at == first) throw Wrong(start, $"A raised minus needs a raised number, such as ⁻¹.");
        return double.IsFinite(number) ? negative ? -number : number : throw Wrong(start, $"This number is too large.");
    }

    private char Next()
    {
        while (_at < _signs.Length && char.IsWhiteSpace(_signs[_at])) _at++;
        return _at < _signs.Length ? _signs[_at] : End;
    }

    private bool Take(char sign)
    {
        if (Next() != sign || (sign == '*' && IsPower)) return false;
        _at++;
        return true;
    }

    private bool TakePower()
    {
        if (Take('^')) return true;
        if (!IsPower) return false;
        _at += 2;
        return true;
    }

    private bool IsPower => _signs.AsSpan(_at).StartsWith("**");

    private ExpressionException Wrong(Said said) => Wrong(_at, said);

    private ExpressionException Wrong(int position, Said said) => new(_written, position, said);

    private Node Sized(Node node, int position) => node.Parts <= Node.MostParts ? node
        : throw Wrong(position, $"The formula has more than {Node.MostParts} parts; write it more simply.");

    private ExpressionException TooDeep() => Wrong($"The formula is nested more than {MaxDepth} deep; write it more simply.");

    private ExpressionException Unexpected() => Wrong(Next() switch
    {
        End when _at == _signs.Length => $"The formula ends where a number, a variable or '(' must follow.",
        ')' when _depth == 0 => $"There is no '(' for this ')'.",
        ',' => $"A comma may stand only between the arguments of max and min; decimals have a dot, such as 0.5.",
        '=' => $"A formula has no '='; give only what stands to the right of it.",
        '|' => $"For an absolute value write abs(x).",
        '+' or '*' or '/' or '^' or ')' => $"A number, a variable or '(' must stand before '{_text[_at]}'.",
        _ => $"'{(Rune.TryGetRuneAt(_text, _at, out var rune) && CanBeShown(rune) ? rune.ToString() : "?")}' has no meaning in a formula.",
    });

    // Marks of format turn around what stands after them.
    private static bool CanBeShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
