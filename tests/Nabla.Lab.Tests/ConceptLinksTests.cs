using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Nabla.Lab.Tests.Chapters;

namespace Nabla.Lab.Tests;

/// <summary>
/// The rows of docs/concepts.md have their places in the page: each link leads there, in both languages, and the row's figure is the one that
/// the engine has on this machine of the same network.
/// </summary>
[Collection(LabCollection.Name)]
public sealed partial class ConceptLinksTests(LabFixture lab)
{
    private const string Lecture = "nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1";

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "concepts.md"));
    private static readonly ExampleRef Shown = new(ExampleSet.Test, 7);
    private static readonly Parameter[] None = [];

    // As the page asks.
    private const int DepthSeed = 1;
    private const int DepthExamples = 40;

    /// <summary>By the number of a row and its first words: where its figure stands, and what the engine says.</summary>
    private static readonly Dictionary<string, Func<IPage, Engine, Task>> Figures = new(StringComparer.Ordinal)
    {
        ["C1 A neuron is a number"] = (page, engine) => MustReadAsync(
            page.Locator("main"), engine.About(Lecture).ParameterCount.ToString("N0", CultureInfo.InvariantCulture)),
        ["C2 Weighted sum"] = async (page, engine) =>
        {
            var layer = engine.AtEnd(Lecture).Explain(Shown).Layers[0];
            await MustShowAsync(page.Locator(".detail dl dd span").Nth(2), layer.Z[2]);
            await MustShowAsync(page.Locator(".detail dl dd span").Nth(3), layer.A[2]);
        },
        ["C3 Activation functions"] = (page, _) => MustShowAsync(
            page.GetByTestId("factor-1"), Laboratory.NudgeChain(new OneNeuronNetwork(0.6, 1, "quadratic", "sigmoid", [8], [1]), 0, "w").Factors[1].Value),
        ["C4 A layer is one"] = MustShowEquationAsync,
        ["C6 The network is a function"] = async (page, engine) =>
        {
            var outputs = engine.AtEnd(Lecture).Explain(Shown).Layers[^1].A;
            for (int digit = 0; digit < 10; digit++) await Desktop.MustShowAsync(page.GetByTestId($"output-{digit}"), outputs[digit]);
        },
        ["C6 The cost is a function"] = async (page, engine) =>
        {
            var line = Desktop.Finish(() => engine.AtEnd(Lecture).LineOfCost("gradient", 200, 1, 1000));
            var shown = page.GetByTestId("descent-cost-lowest").Locator("[data-value]");
            await MustShowAsync(shown.Nth(0), line.Costs.Min()!.Value);
            await MustShowAsync(shown.Nth(2), line.Length);
        },
        ["C7 The cost of one example"] = (page, engine) => MustShowAsync(page.GetByTestId("example-cost"), engine.AtEnd(Lecture).Cost(Shown).Cost),
        ["C7 The cost of the network"] = (page, engine) => MustShowAsync(page.GetByTestId("set-cost"), engine.Review(Lecture, ExampleSet.Test).Cost),
        ["C8 Descent in one variable"] = async (page, _) =>
        {
            // f = x⁴ − 3x² + x, and its slope by hand.
            var first = page.GetByTestId("descent-steps").Locator("tbody tr").First.Locator("[data-value]");
            double x = await ValueAsync(first.Nth(0));
            await MustShowAsync(first.Nth(1), Math.Pow(x, 4) - (3 * x * x) + x);
            await MustShowAsync(first.Nth(2), (4 * Math.Pow(x, 3)) - (6 * x) + 1);
            await Assertions.Expect(page.GetByTestId("descent-valleys").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        },
        ["C9 Descent in two"] = async (page, _) =>
        {
            await MustShowAsync(page.GetByTestId("descent-gradient").Locator("[data-value]").Nth(0), 3);
            await MustShowAsync(page.GetByTestId("descent-gradient").Locator("[data-value]").Nth(1), 1);
        },
        ["C10 Descent in 13,002"] = MustShowTableAsync,
        ["C11 Batch, mini-batch"] = async (page, engine) =>
        {
            await page.Locator("button.primary", new() { HasTextRegex = SendOff() }).ClickAsync();
            await page.MustBeSettledAsync();
            var paths = Desktop.Finish(() => engine.AtEnd(Lecture).PlaneOfCost(200, 10, 60, true, 1, 1000)).Paths;
            var rows = page.GetByTestId("descent-walkers").Locator("tbody tr");
            await Assertions.Expect(rows).ToHaveCountAsync(paths.Count);
            // Page and desktop round differently, and every step of training carries that on.
            for (int i = 0; i < paths.Count; i++) await Desktop.MustShowAsync(rows.Nth(i).Locator("[data-value]").First, paths[i].Costs[^1], 0.05);
        },
        ["C11 What the size"] = (page, engine) => MustShowAsync(page.GetByTestId("nudges-cosine"), engine.Table(Lecture).Cosine!.Value),
        ["C12 A learning rate"] = MustShowCostsAsync,
        ["C14 Most minima"] = MustShowCostsAsync,
        ["C15 Random initialisation"] = MustShowCostsAsync,
        ["C16 Pictures of the weights"] = async (page, engine) => Agree(
            engine.AtEnd(Lecture).EdgeLikeness(0, 32).Neurons.Select(neuron => neuron.Likeness),
            await NumbersAsync(page.GetByTestId("inside-pictures").Locator("[data-value]"), 16)),
        ["C17 Noise"] = async (page, engine) => Agree(
            engine.AtEnd(Lecture).Noise(NoiseKind.Uniform, 1, 300).Outputs, await NumbersAsync(page.GetByTestId("inside-noise-outputs").Locator("[data-value]"), 10)),
        ["C17 What pleases"] = (page, engine) => MustShowAsync(
            page.GetByTestId("inside-dream-activation"),
            Desktop.Finish(() => engine.AtEnd(Lecture).Dream(new ExampleRef(ExampleSet.Test, 0), 3, 7, DreamStart.Grey, 120, 1000)).Activations[^1]),
        ["C18 Memorising or understanding"] = async (page, engine) =>
        {
            await Assertions.Expect(page.GetByTestId("inside-race-charts")).ToHaveAttributeAsync("data-done", "1");
            while (engine.AtEnd(Lecture).LabelRace(500, 50, 50, 1, 0, 1000).Done < 1)
            {
            }

            var race = engine.Laboratory.LabelRace(500, 50, 50, 1, 0, 0);
            double[] ends = [race.True[^1].TrainAccuracy, race.True[^1].TestAccuracy, race.Shuffled[^1].TrainAccuracy, race.Shuffled[^1].TestAccuracy];
            var shown = await NumbersAsync(page.GetByTestId("inside-race-ends").Locator("[data-value]"), 4);
            Assert.All(ends.Zip(shown), pair => Assert.InRange(pair.Second, pair.First - 0.03, pair.First + 0.03));
        },
        ["C19 Digits never seen"] = (page, engine) => MustShowAsync(page.GetByTestId("pace-test"), engine.AtEnd(Lecture).History().Epochs[^1].TestAccuracy),
        ["C19 Too few examples"] = MustShowCostsAsync,
        ["C20 What each output wants"] = async (page, engine) => Agree(
            engine.AtEnd(Lecture).DesiredChanges(Shown).SelectMany(change => new[] { change.Activation, change.Target, change.Change!.Value }),
            await NumbersAsync(page.GetByTestId("nudges-outputs").Locator("[data-value]"), 30)),
        ["C21 Three avenues"] = async (page, engine) =>
        {
            var avenues = engine.AtEnd(Lecture).Avenues(Shown, 2, 5);
            foreach (var (name, avenue) in new[] { ("bias", avenues.Bias), ("weights", avenues.Weights), ("activations", avenues.Activations) })
                await MustShowAsync(page.GetByTestId($"nudges-{name}").Locator("h3"), avenue.Share);
        },
        ["C22 The sum of wishes"] = (page, engine) => MustShowAsync(page.GetByTestId("nudges-shares").Locator("h3"), -engine.AtEnd(Lecture).Wishes(Shown, 3)[5].Derivative),
        ["C23 The mean"] = MustShowTableAsync,
        ["C24 One neuron a layer"] = async (page, _) =>
        {
            var network = new OneNeuronNetwork(0.6, 1, "quadratic", "sigmoid", [1.5, -1.2, 2], [-0.5, 0.6, -0.8]);
            var chain = Laboratory.NudgeChain(network, 0, "w");
            foreach (var (factor, i) in chain.Factors.Select((factor, i) => (factor, i))) await MustShowAsync(page.GetByTestId($"factor-{i}"), factor.Value);
            await MustShowAsync(page.GetByTestId("chain-derivative"), chain.Derivative);
        },
        ["C24 A derivative is a ratio"] = async (page, _) =>
        {
            var chain = Laboratory.NudgeChain(new OneNeuronNetwork(0.6, 1, "quadratic", "sigmoid", [1.5], [-0.5]), 0, "w");
            foreach (var (nudge, i) in chain.Nudges.Select((nudge, i) => (nudge, i)))
                await MustShowAsync(page.GetByTestId($"nudge-{i}").Locator("[data-value]").Last, nudge.Ratio);
        },
        ["C25 Many neurons"] = (page, engine) => MustShowAsync(page.GetByTestId("paths-sum"), engine.AtEnd(Lecture).Chain(Shown, 2, 5, 3).DCdA!.Value),
        ["C26 The cost of the set"] = (page, engine) => MustShowAsync(page.GetByTestId("batch-gradient"), engine.AtEnd(Lecture).BatchGradient().Length),
        ["C27 The four equations"] = MustShowEquationAsync,
        ["C28 The backward pass"] = async (page, engine) =>
        {
            var layers = engine.AtEnd(Lecture).Explain(Shown).Layers;
            await MustShowAsync(page.GetByTestId("backwards-a"), layers[0].A[3]);
            await MustShowAsync(page.GetByTestId("backwards-delta"), layers[1].Delta![5]);
            await MustShowAsync(page.GetByTestId("backwards-derivative"), layers[0].A[3] * layers[1].Delta![5]);
        },
        ["C29 Vanishing gradients"] = (page, engine) => MustShowAsync(
            page.GetByTestId("depth-ratio"), engine.AtEnd(Lecture).GradientsByDepth(8, "sigmoid", "xavier", DepthSeed, DepthExamples).Shown.WeightRatio!.Value),
        ["C31 Slips on paper"] = (page, _) => MustShowAsync(page.GetByTestId("verdict").Locator(".big .number"), 0.5),
    };

    public static TheoryData<string> Languages => ["en", "zh"];

    [Fact]
    public void Every_row_has_a_place_and_a_figure_there()
    {
        var rows = Rows();
        Assert.True(rows.Count >= 31);
        Assert.All(rows, row => Assert.True(row.IsOfThePlane || (row.Place.Length > 0 && FigureOf(row) is not null), $"Nobody looks at {row.Number} {row.Concept}."));
        Assert.All(Figures.Keys, key => Assert.Single(rows, row => row.Is(key)));
    }

    [BrowserTheory]
    [MemberData(nameof(Languages))]
    public Task Every_link_leads_to_the_engine_s_figure(string language) => lab.VisitAsync(View.Desk with { Language = language }, "#/structure", async page =>
    {
        var engine = new Engine();
        foreach (var row in Rows().Where(row => !row.IsOfThePlane))
        {
            await page.EvaluateAsync("place => { location.hash = place; }", row.Place);
            await page.MustBeSettledAsync();
            try
            {
                await FigureOf(row)!(page, engine);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"{row.Number} {row.Concept}, {row.Place}: {error.Message}", error);
            }
        }
    });

    private static Func<IPage, Engine, Task>? FigureOf(Row row) => Figures.SingleOrDefault(figure => row.Is(figure.Key)).Value;

    private static List<Row> Rows() =>
        [.. RowPattern().Matches(Text).Select(match => new Row(match.Groups["number"].Value, match.Groups["concept"].Value, match.Groups["place"].Value))];

    private static Task MustShowAsync(ILocator element, double value) => Desktop.MustShowAsync(element, value, (1e-3 * Math.Abs(value)) + 1e-9);

    private static Task MustReadAsync(ILocator element, string text) => Assertions.Expect(element).ToContainTextAsync(text);

    /// <summary>The second number of the second row of the weights' gradient in the second layer.</summary>
    private static async Task MustShowEquationAsync(IPage page, Engine engine)
    {
        await page.GetByTestId("BP4").GetByRole(AriaRole.Button).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        await MustShowAsync(page.Locator(".looked strong"), engine.AtEnd(Lecture).EquationTerm(Shown, 2, "BP4", 0)[16 + 1]);
    }

    /// <summary>The parameter that matters most, example by example.</summary>
    private static async Task MustShowTableAsync(IPage page, Engine engine)
    {
        var row = engine.Table(Lecture).Rows[0];
        var shown = page.GetByTestId("nudges-table").Locator(string.Create(
            CultureInfo.InvariantCulture,
                $"[data-parameter='{row.Parameter.Layer}.{row.Parameter.Neuron}.{row.Parameter.Input?.ToString(CultureInfo.InvariantCulture) ?? "bias"}'] [data-value]"));
        Agree(row.Derivatives.Append(row.Mean), (await NumbersAsync(shown, row.Derivatives.Count + 3)).Take(row.Derivatives.Count + 1));
    }

    /// <summary>What the costs of a run's last epoch are.</summary>
    private static async Task MustShowCostsAsync(IPage page, Engine engine)
    {
        string address = Uri.UnescapeDataString(new Uri(page.Url).Fragment);
        string run = RunPattern().Match(address).Groups["run"].Value;
        var epoch = engine.AtEnd(run).History().Epochs[^1];
        var shown = page.GetByTestId("last-costs").Locator("[data-value]");
        // A run that the page does not bring along it trains itself, and rounds otherwise than this machine.
        double slack = Engine.Ships(run) ? 1e-3 : 0.03;
        await Desktop.MustShowAsync(shown.Nth(0), epoch.TrainCost!.Value, slack * epoch.TrainCost!.Value);
        await Desktop.MustShowAsync(shown.Nth(1), epoch.TestCost!.Value, slack * epoch.TestCost!.Value);
    }

    private static async Task<double> ValueAsync(ILocator number) => double.Parse((await number.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<double>> NumbersAsync(ILocator numbers, int count)
    {
        await Assertions.Expect(numbers).ToHaveCountAsync(count);
        return [.. (await numbers.EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.value)")).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }

    private static void Agree(IEnumerable<double> expected, IEnumerable<double> shown) =>
        Assert.All(expected.Zip(shown), pair => Assert.InRange(pair.Second, pair.First - Slack(pair.First), pair.First + Slack(pair.First)));

    private static double Slack(double value) => (1e-3 * Math.Abs(value)) + 1e-7;

    [GeneratedRegex(@"^\| (?<number>C\d+) \| (?<concept>[^|]+) \| (`(?<place>#/[^`]+)`)? ?\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex RowPattern();

    [GeneratedRegex("Send them off|让他们出发")]
    private static partial Regex SendOff();

    [GeneratedRegex("run=(?<run>[^&]+)")]
    private static partial Regex RunPattern();

    private sealed record Row(string Number, string Concept, string Place)
    {
        /// <summary>Those are looked at where the Plane is.</summary>
        public bool IsOfThePlane => Place.StartsWith("#/plane", StringComparison.Ordinal);

        public bool Is(string key) => $"{Number} {Concept}".StartsWith(key, StringComparison.Ordinal);
    }

    /// <summary>The engine on this machine, at the ends of the runs that the page brings along.</summary>
    internal sealed class Engine
    {
        private static readonly Dictionary<string, string> Files = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "memories.json")))
            .RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("run").GetString()!, one => one.GetProperty("file").GetString()!, StringComparer.Ordinal);

        private string _run = "";

        private RunInfo? _about;

        public Laboratory Laboratory { get; } = new();

        public RunInfo About(string run)
        {
            AtEnd(run);
            return _about!;
        }

        public static bool Ships(string run) => Files.ContainsKey(run);

        public Laboratory AtEnd(string run)
        {
            if (_run == run) return Laboratory;
            _run = run;
            while (Laboratory.MakeDigits(8000, 2000, 1000).Result is null)
            {
            }

            _about = Laboratory.Start(run);
            if (Files.TryGetValue(run, out string? file)) Laboratory.Recall(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "memories", file)));
            while (!Laboratory.Seek(_about.Steps, 1000).Arrived)
            {
            }

            return Laboratory;
        }

        public Review Review(string run, ExampleSet set)
        {
            return Desktop.Finish(() => AtEnd(run).Review(set, 1000));
        }

        /// <summary>The table of the last mini-batch, after which there is no other.</summary>
        public Averaging Table(string run)
        {
            int[] examples = [.. AtEnd(run).Batch(AtEnd(run).Moment().Step - 1).Examples];
            return Desktop.Finish(() => Laboratory.Averaging(examples, 12, None, 1000));
        }
    }
}
