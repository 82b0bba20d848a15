using System.Text.RegularExpressions;
using Nabla.Browser;

namespace Nabla.Tests.Browser.Challenges;

/// <summary>Whatever a challenge and its slips need is said, in both languages, and names no number that is not there.</summary>
public sealed partial class ChallengeWordsTests
{
    private static readonly Dictionary<string, string> English = Words("en"), Chinese = Words("zh");

    public static TheoryData<string> Names() => [.. Challenge.All.Select(challenge => challenge.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_is_there_and_every_number_that_it_names(string name)
    {
        var laboratory = LaboratoryFixture.Started();
        laboratory.Advance(60);
        var asked = Enumerable.Range(0, 10).Select(seed => (Example: new ExampleRef(ExampleSet.Test, seed), Seed: seed))
            .Select(at => (At: at, Question: laboratory.PoseChallenge(name, at.Example, at.Seed))).First(one => one.Question is not null);
        var question = asked.Question!;
        var verdict = LaboratoryFixture.Finish(() => laboratory.JudgeChallenge(name, asked.At.Example, asked.At.Seed, [-1234.5], 1000));
        foreach (var words in new[] { English, Chinese })
        {
            Assert.Contains($"challenge.{name}.title", words);
            AssertNames(question.Values, words[$"challenge.{name}.ask"]);
            AssertNames(verdict.Values, words[$"challenge.{name}.why"]);
            foreach (string option in question.Options) AssertNames(question.Values, words[$"challenge.{name}.option.{option}"]);
            foreach (string slip in Oracles.All.Single(oracle => oracle.Challenge == name).Slips.Keys) Assert.DoesNotContain("{", words[$"slip.{slip}"]);
        }
    }

    [Fact]
    public void Nothing_is_said_that_is_of_no_challenge()
    {
        var laboratory = LaboratoryFixture.Started();
        // Only where the cost is cross-entropy can one forget its minus.
        var wanted = new HashSet<string>(Oracles.All.SelectMany(oracle => oracle.Slips.Keys).Append("without-minus").Select(slip => $"slip.{slip}"));
        foreach (var challenge in Challenge.All)
        {
            foreach (string part in new[] { "title", "ask", "why" }) wanted.Add($"challenge.{challenge.Name}.{part}");
            foreach (string option in Enumerable.Range(0, 10).SelectMany(i => laboratory.PoseChallenge(challenge.Name, new ExampleRef(ExampleSet.Test, i), i)?.Options ?? []))
                wanted.Add($"challenge.{challenge.Name}.option.{option}");
        }

        foreach (var words in new[] { English, Chinese }) Assert.Equal(wanted.Order(), words.Keys.Order());
    }

    /// <summary>Where the answer is shown, the page leads there: to a card that the chapter has.</summary>
    [Fact]
    public void Every_answer_is_shown_in_a_part_of_its_chapter()
    {
        foreach (var entry in Laboratory.Challenges())
        {
            string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "lab", "src", "chapters", entry.Chapter), "*.svelte");
            Assert.Contains(files, file => File.ReadAllText(file).Contains($"name=\"{entry.Part}\"", StringComparison.Ordinal));
        }
    }

    private static void AssertNames(IReadOnlyDictionary<string, double> values, string words)
    {
        foreach (Match name in Placeholders().Matches(words)) Assert.True(values.ContainsKey(name.Groups["name"].Value), $"There is no {name.Value} for: {words}");
    }

    private static Dictionary<string, string> Words(string language) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src", "lab", "src", "messages", "challenges"), $"*.{language}.ts")
            .SelectMany(file => Messages().Matches(File.ReadAllText(file))).ToDictionary(message => message.Groups["key"].Value, message => message.Groups["words"].Value);

    [GeneratedRegex(@"^  '(?<key>[^']+)':\s*(?<quote>['""])(?<words>.*)\k<quote>,$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Messages();

    [GeneratedRegex(@"\{(?<name>\w+)(:[^{}]*)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholders();
}
