using System.Text.RegularExpressions;

namespace Nabla.Tests;

/// <summary>What the house holds to beyond the order of its rooms, which the compiler keeps.</summary>
public partial class ArchitectureTests
{
    [Fact]
    public void Kinds_are_told_apart_in_their_own_rooms_alone()
    {
        // A fact about a kind stands with the kind; who asks which one it is, is forgotten when there is another.
        string[] kinds = [.. Activation.All.Select(Kind), .. Cost.All.Select(Kind), .. Cost.All.Select(cost => Kind(cost).Replace("Cost", "")), .. Optimizer.All.Select(Kind)];
        string[] names = [.. Activation.All.Select(known => known.Name), .. Cost.All.Select(known => known.Name), .. Optimizer.All.Select(known => known.Name)];
        string kind = string.Join('|', kinds), name = string.Join('|', names);
        var test = new Regex(
            $@"(?:[=!]=|\b(?:is|not|or|case))\s+(?:(?:Nabla\.)?(?:Activation|Cost)\.)?(?:{kind})\b|^\s*(?:{kind})(?: \w+| \{{.*\}})? =>"
                + $@"|(?:[=!]=|\b(?:is|not|or|case))\s+""(?:{name})""|^\s*""(?:{name})"" =>|[=!]==\s*'(?:{name})'|'(?:{name})'.*\]\.includes\(");
        string source = Path.Combine(Repository.Root, "src");
        string[] homes =
            [
            "Nabla/Networks/Activations/", "Nabla/Costs/", "Nabla/Optimizers/",
            "Nabla/Kernels/ActivationKernel.cs", "Nabla/Kernels/CostKernel.cs", "Nabla/Kernels/OptimizerKernel.cs",

            // How far a line is drawn before its numbers say more; forgotten, it is drawn a little wide.
            "lab/src/chapters/chain/ChainLines.svelte",
            ];
        var asked = from pattern in new[] { "*.cs", "*.ts", "*.svelte" }
                    from file in Directory.EnumerateFiles(source, pattern, SearchOption.AllDirectories)
                    let place = Path.GetRelativePath(source, file).Replace('\\', '/')
                    where !place.Contains("/obj/", StringComparison.Ordinal) && !place.Contains("node_modules/", StringComparison.Ordinal)
                        && !homes.Any(home => place.StartsWith(home, StringComparison.Ordinal))
                    from line in File.ReadLines(file)
                    where test.IsMatch(line)
                    select $"{place}: {line.Trim()}";
        Assert.Empty(asked);

        static string Kind(object known) => known.GetType().Name;
    }

    [Fact]
    public void The_command_writes_markup_in_one_place_alone()
    {
        // What goes through Styled is escaped; what went past it could be forgotten.
        string source = Path.Combine(Repository.Root, "src", "Nabla.Cli");
        var past = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(source, file).StartsWith("obj", StringComparison.Ordinal) && Path.GetFileName(file) != "Styled.cs")
            .Where(file => MarkupCalls().IsMatch(File.ReadAllText(file)));
        Assert.Empty(past.Select(Path.GetFileName));
    }

    [Fact]
    public void The_engine_and_the_page_carry_no_library()
    {
        // A picture library alone is nearly as large as what the page loads first.
        foreach (var assembly in new[] { typeof(Network).Assembly, typeof(Experiment).Assembly, typeof(Nabla.Browser.Laboratory).Assembly })
            Assert.All(assembly.GetReferencedAssemblies(), reference => Assert.True(
                reference.Name is "Nabla" or "Nabla.Teaching" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), reference.Name));
    }

    [GeneratedRegex(@"new Markup\(|\.Markup(Line)?(Interpolated)?\(|Markup\.Escape")]
    private static partial Regex MarkupCalls();
}
