using System.CommandLine;

namespace Nabla.Cli;

/// <summary>An option whose one value is parsed by a function that returns the value or what is wrong with it; of a switch it is <c>true</c>.</summary>
/// <typeparam name="T">What it is parsed to; null where it is not given.</typeparam>
internal class ParsedOption<T> : Option<T?>, IRefusingOption
{
    public ParsedOption(string name, Func<string, (T? Value, Said? Problem)> parse, params string[] aliases)
        : base(name, aliases)
    {
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = result =>
        {
            (var value, Problem) = parse(result.Tokens is [var token] ? token.Value : "true");
            if (Problem is not null) result.AddError(Problem.ToString());
            return value;
        };
    }

    public Said? Problem { get; private set; }
}

/// <summary>An option that keeps what is wrong with its value, to be said in any language: the parser's errors are text.</summary>
internal interface IRefusingOption
{
    /// <summary>What is wrong; null where nothing is.</summary>
    Said? Problem { get; }
}
