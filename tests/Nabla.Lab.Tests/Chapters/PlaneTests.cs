using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nabla.Browser;
using Xunit.Abstractions;

namespace Nabla.Lab.Tests.Chapters;

/// <summary>Chapter 9: two inputs and a boundary that is seen learning. docs/playground.md says which test holds what.</summary>
[Collection(ChaptersCollection.Name)]
public sealed class PlaneTests(LabFixture lab, ITestOutputHelper output)
{
    private const double Tolerance = 1e-3;

    // This chapter does not look at it; the fewer digits there are to be drawn, the sooner the page stands still.
    private const string Run = "nabla:1/data=digits/train-examples=20/test-examples=10/seed=1";

    /// <summary>Both languages, both themes and both widths, each with each other's half.</summary>
    public static TheoryData<View> Views =>
    [
        View.Desk, new View("zh", ColorScheme.Dark, 1440, false), new View("zh", ColorScheme.Light, 390, true), new View("en", ColorScheme.Dark, 390, true),
    ];

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public Task One_press_and_the_boundary_moves(View view) => lab.VisitAsync(view, Place(), async page =>
    {
        await ReadyAsync(page);
        await page.MustBeAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
        await Assertions.Expect(page.GetByTestId("plane-figures").Locator("[data-name=train-accuracy]")).ToHaveTextAsync(new Regex(@"\d"));
        string before = await PixelsAsync(page);
        await view.PressAsync(page.GetByTestId("plane-train"));
        await Assertions.Expect(page.GetByTestId("plane-now").Locator("[data-name=epochs]")).ToHaveTextAsync(new Regex(@"^([5-9]|\d\d+)\."));
        await view.PressAsync(page.GetByTestId("plane-train"));
        await page.MustBeSettledAsync();
        Assert.NotEqual(before, await PixelsAsync(page));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"plane\.step=\d+"));
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task Every_number_is_the_engine_s_at_the_moment_of_the_link() => lab.VisitAsync(
        View.Desk,
        Place("plane.set=xor&plane.features=x,y,xy&plane.hidden=3,2&plane.step=60&plane.at=2.1.0&plane.edits=20:1.0.1:0.5&plane.point=1,-2,1"),
        async page =>
        {
            await ReadyAsync(page);
            var laboratory = new Laboratory();
            laboratory.PlaneStart(TaskOf("xor", "3,2", "x", "y", "xy"));
            laboratory.PlaneAdvance(20, 0, 60_000);
            laboratory.PlaneEdit(1, 0, 1, 0.5);
            var progress = laboratory.PlaneAdvance(60, 0, 60_000);
            await ShowsAsync(page, "train-cost", progress.TrainCost!.Value);
            await ShowsAsync(page, "test-cost", progress.TestCost!.Value);
            await ShowsAsync(page, "train-accuracy", progress.TrainAccuracy!.Value);
            await ShowsAsync(page, "test-accuracy", progress.TestAccuracy!.Value);

            float[] frame = laboratory.PlaneFrame(1, 1);
            int second = 1 + 5 + 2 * (9 + 3);
            double[] shown = await NumbersAsync(page, "plane-weights");
            double[] expected = [frame[second + 3], frame[second + 8 + 3], frame[second + 4], frame[second + 8 + 4],
                frame[second + 5], frame[second + 8 + 5], frame[second + 7], frame[second + 8 + 7]];
            Near(expected, shown);
            var update = laboratory.PlaneUpdate(2, 1, 0);
            double[] terms = [.. update.Terms.SelectMany(term => new[] { term.A, term.Delta, term.Product })];
            Assert.Equal(30, terms.Length);
            Near([update.Before, 0.1, update.After, .. terms, update.Gradient], await NumbersAsync(page, "plane-update"));
            await Assertions.Expect(page.GetByTestId("plane-edge").Locator("[data-value]")).ToHaveCountAsync(2);
            Near([frame[second + 3], frame[second + 8 + 3]], await NumbersAsync(page, "plane-edge"));

            // The stronger a weight, the thicker its line; a negative one is dashed.
            string[][] lines = await page.Locator("path[data-edge^='2.']").EvaluateAllAsync<string[][]>(
                "all => all.map(one => [getComputedStyle(one).strokeWidth, getComputedStyle(one).strokeDasharray])");
            float[] weights = frame[second..(second + 6)];
            Assert.Equal(weights.Length, lines.Length);
            Assert.Equal(weights.Select(weight => weight < 0), lines.Select(line => line[1] != "none"));
            int[] Order(IEnumerable<double> sizes) => [.. sizes.Select((size, i) => (size, i)).OrderBy(one => one.size).Select(one => one.i)];
            Assert.Equal(Order(weights.Select(weight => (double)Math.Abs(weight))), Order(lines.Select(line => double.Parse(line[0][..^2], CultureInfo.InvariantCulture))));
            double a = laboratory.PlanePass(new PlanePoint(1, -2, 1)).Layers[0].A[0];
            await Assertions.Expect(page.Locator("[data-neuron='1.0'] .value")).ToHaveTextAsync(Short(a));
        });

    [BrowserFact]
    public Task Nothing_is_said_of_a_run_that_is_not_shown() => lab.VisitAsync(View.Desk, "#/plane", async page =>
    {
        await ReadyAsync(page);
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.GetByTestId("end-of-run")).ToHaveTextAsync("");
    });

    [BrowserFact]
    public Task Layers_neurons_and_features_come_and_go() => lab.VisitAsync(View.Desk, Place(), async page =>
    {
        await ReadyAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a hidden layer", Exact = true }).ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("[data-neuron^='2.']")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a neuron to layer 2" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-neuron^='2.']")).ToHaveCountAsync(3);
        await page.Locator("[data-feature=xy]").ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("path[data-edge^='1.']")).ToHaveCountAsync(12);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("plane.features=x,y,xy&plane.hidden=4,3"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the last hidden layer" }).ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("[data-neuron^='1.']")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator("path[data-edge]")).ToHaveCountAsync(16);
    });

    [BrowserFact]
    public Task An_edge_says_its_weight_when_pointed_at_and_takes_another() => lab.VisitAsync(View.Desk, Place("plane.step=25"), async page =>
    {
        await ReadyAsync(page);
        var edge = page.Locator("[data-hit='1.1.0']");
        var box = await edge.EvaluateAsync<double[]>(
            "path => { const p = path.getPointAtLength(path.getTotalLength() / 2), s = path.ownerSVGElement.getBoundingClientRect(); return [s.x + p.x, s.y + p.y]; }");
        await page.Mouse.MoveAsync((float)box[0], (float)box[1]);
        await Assertions.Expect(page.GetByTestId("plane-edge").Locator("[data-value]")).ToHaveCountAsync(2);
        await page.Mouse.ClickAsync((float)box[0], (float)box[1]);
        await page.MustBeSettledAsync();
        string chosen = (await page.GetByTestId("plane-weights").Locator("tr.chosen").GetAttributeAsync("data-input"))!;
        var field = page.GetByTestId("plane-weights").Locator("tr.chosen input");
        await field.FillAsync("2.5");
        await field.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveAttributeAsync("data-number", "2.5");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($@"plane\.edits=25:1\.\d\.{chosen}:2\.5"));
    });

    [BrowserFact]
    public Task Every_set_is_the_engine_s() => lab.VisitAsync(View.Desk, Place(), async page =>
    {
        await ReadyAsync(page);
        await page.Locator("summary").Filter(new() { HasText = "Functions that you know" }).ClickAsync();
        string[] sets = await page.Locator("button[data-set]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.set)");
        Assert.Equal(14, sets.Length);
        foreach (string set in sets)
        {
            await page.Locator($"button[data-set='{set}']").ClickAsync();
            await Assertions.Expect(page.Locator($"button[data-set='{set}']")).ToHaveAttributeAsync("aria-pressed", "true");
            await page.MustBeSettledAsync();
            var laboratory = new Laboratory();
            var info = laboratory.PlaneStart(TaskOf(set, "4", "x", "y"));
            await Assertions.Expect(page.GetByTestId("plane-picture")).ToHaveAttributeAsync("data-points", info.Train.Count.ToString(CultureInfo.InvariantCulture));
            var progress = laboratory.PlaneAdvance(0, 0, 0);
            await ShowsAsync(page, "train-cost", progress.TrainCost!.Value);
            await Assertions.Expect(page.GetByTestId("plane-figures").Locator("[data-name=test-accuracy]")).ToHaveCountAsync(info.Classes == 0 ? 0 : 1);
            await Assertions.Expect(page.Locator($"[data-neuron='2.{Math.Max(info.Classes, 2) - 1}']")).ToHaveCountAsync(info.Classes > 2 ? 1 : 0);
        }
    });

    [BrowserFact]
    public Task Every_setting_is_the_engine_s() => lab.VisitAsync(View.Desk, Place("plane.set=xor&plane.noise=25&plane.train=80&plane.seed=3"), async page =>
    {
        await ReadyAsync(page);
        foreach (var (setting, value) in new[]
        {
            ("rate", "0.03"), ("activation", "relu"), ("cost", "binary-cross-entropy"), ("optimizer", "adam"), ("batch", "20"), ("regularisation", "l2"), ("lambda", "3"),
        })
        {
            await page.Locator($"[data-setting={setting}]").SelectOptionAsync(value);
            await page.MustBeSettledAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "+1 epoch" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("plane-now")).ToHaveAttributeAsync("data-step", "20");
        await page.MustBeSettledAsync();
        var laboratory = new Laboratory();
        laboratory.PlaneStart(new PlaneTask("xor", [], false, 0.25, 1 - 0.8, ["x", "y"], new Dictionary<string, string>
        {
            ["hidden"] = "4", ["activation"] = "relu", ["cost"] = "binary-cross-entropy", ["optimizer"] = "adam",
            ["learning-rate"] = "0.03", ["batch-size"] = "20", ["seed"] = "3", ["l2"] = "3",
        }));
        var progress = laboratory.PlaneAdvance(20, 0, 60_000);
        await ShowsAsync(page, "train-cost", progress.TrainCost!.Value);
        await ShowsAsync(page, "test-cost", progress.TestCost!.Value);
        await Assertions.Expect(page.GetByTestId("plane-picture")).ToHaveAttributeAsync("data-points", "400");
        await page.GetByRole(AriaRole.Button, new() { Name = "Another", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("plane.seed=4"));
        await Assertions.Expect(page.GetByText("A setting changed")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Each_neuron_s_picture_is_what_the_engine_gives_all_over_the_plane() => lab.VisitAsync(View.Desk, Place("plane.hidden=3,2&plane.step=40"), async page =>
    {
        await ReadyAsync(page);
        var laboratory = new Laboratory();
        laboratory.PlaneStart(TaskOf("circle", "3,2", "x", "y"));
        laboratory.PlaneAdvance(40, 0, 60_000);
        const int Side = 40;
        float[] frame = laboratory.PlaneFrame(1, Side);
        string[] neurons = ["1.0", "1.1", "1.2", "2.0", "2.1"];
        for (int j = 0; j < neurons.Length; j++)
        {
            int[] pixels = await page.Locator($"[data-neuron='{neurons[j]}'] canvas").EvaluateAsync<int[]>(
                "canvas => [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data]");
            Assert.Equal(Side * Side * 4, pixels.Length);
            float[] values = frame[(1 + j * Side * Side)..(1 + (j + 1) * Side * Side)];
            float limit = Math.Max(1, values.Max(Math.Abs));
            Assert.True(values.Max() - values.Min() > 0.5 * limit, "The picture of a trained neuron is of one colour.");
            for (int i = 0; i < values.Length; i++)
            {
                foreach (var (seen, meant) in pixels[(4 * i)..(4 * i + 3)].Zip(Shade(values[i] / limit)))
                    Assert.True(Math.Abs(seen - meant) <= 3, $"At place {i} of neuron {neurons[j]}, whose output is {values[i]}, a channel is {seen}, not {meant}.");
            }
        }
    });

    [BrowserFact]
    public Task Test_points_show_and_the_plane_is_cut_at_the_boundary() => lab.VisitAsync(View.Desk, Place("plane.step=50"), async page =>
    {
        await ReadyAsync(page);
        await page.GetByLabel("show test points").CheckAsync();
        await Assertions.Expect(page.GetByTestId("plane-picture")).ToHaveAttributeAsync("data-points", "500");
        Assert.True(await ColoursAsync(page) > 10);
        await page.GetByLabel("only which class").CheckAsync();
        await page.MustBeSettledAsync();
        Assert.InRange(await ColoursAsync(page), 2, 3);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("plane.discrete=on&plane.step=50&plane.test=on"));
    });

    [BrowserFact]
    public Task It_goes_step_by_step_and_stops_where_it_is_told() => lab.VisitAsync(View.Desk, Place("plane.set=gauss&plane.epochs=3"), async page =>
    {
        await ReadyAsync(page);
        var now = page.GetByTestId("plane-now");
        Assert.Equal(["step", "epoch", "fast"], await page.Locator("[data-setting=speed] option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"));
        await page.Locator("[data-setting=speed]").SelectOptionAsync("step");
        await page.GetByTestId("plane-train").ClickAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", new Regex("[^01]"));
        await page.GetByTestId("plane-train").ClickAsync();
        await page.MustBeSettledAsync();
        // No step goes unseen; where it stops it may be drawn once more.
        int step = int.Parse((await now.GetAttributeAsync("data-step"))!, CultureInfo.InvariantCulture),
            frames = int.Parse((await now.GetAttributeAsync("data-frames"))!, CultureInfo.InvariantCulture);
        Assert.InRange(frames, step, step + 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", "0");
        await page.MustBeSettledAsync();
        await page.Locator("[data-setting=speed]").SelectOptionAsync("epoch");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 step" }).ClickAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", "1");
        await page.MustBeSettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 epoch" }).ClickAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", "26");
        await page.MustBeSettledAsync();
        await page.GetByTestId("plane-train").ClickAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", "75");
        await page.MustBeSettledAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", "75");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", "0");
        await page.MustBeSettledAsync();
        await page.Locator("[data-setting=epochs]").FillAsync("");
        await page.Locator("[data-setting=until]").FillAsync("0.05");
        await page.Locator("[data-setting=until]").PressAsync("Tab");
        await page.GetByTestId("plane-train").ClickAsync();
        var laboratory = new Laboratory();
        laboratory.PlaneStart(TaskOf("gauss", "4", "x", "y"));
        var there = laboratory.PlaneAdvance(long.MaxValue, 0.05, 60_000);
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", there.Step.ToString(CultureInfo.InvariantCulture));
        await page.MustBeSettledAsync();
        await ShowsAsync(page, "train-cost", there.TrainCost!.Value);
    });

    [BrowserFact]
    public Task Own_points_come_by_click_by_brush_and_from_lines_and_files() => lab.VisitAsync(View.Desk, Place(), async page =>
    {
        await ReadyAsync(page);
        var picture = page.GetByTestId("plane-picture");
        await page.Locator("summary").Filter(new() { HasText = "Your own points" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put points" }).ClickAsync();
        await picture.ScrollIntoViewIfNeededAsync();
        var box = (await picture.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width / 4, box.Y + box.Height / 4);
        await Assertions.Expect(picture).ToHaveAttributeAsync("data-points", "1");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"plane\.points=-\d[\d.]*,\d[\d.]*,1&plane\.set=own"));
        await page.GetByRole(AriaRole.Button, new() { Name = "class 1", Exact = true }).ClickAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 4, box.Y + 3 * box.Height / 4);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 3 * box.Width / 4, box.Y + 3 * box.Height / 4, new() { Steps = 20 });
        await page.Mouse.UpAsync();
        await page.MustBeSettledAsync();
        string[] points = new Regex("plane.points=([^&]*)").Match(await page.AddressAsync()).Groups[1].Value.Split('/');
        Assert.InRange(points.Length, 8, 30);
        Assert.Single(points, point => point.EndsWith(",1", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase" }).ClickAsync();
        await page.Mouse.ClickAsync(box.X + box.Width / 4, box.Y + box.Height / 4);
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(",1(/|&)"));

        await page.Locator("textarea").FillAsync("x,y,class\n-2,1,red\n3,-1,blue\n1,1,green");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use these lines" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("plane.points=-2,1,0/3,-1,1/1,1,2&"));
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.Locator("[data-neuron='2.2']")).ToHaveCountAsync(1);
        await page.Locator("textarea").FillAsync("1,2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use these lines" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Line 1 is no point")).ToBeVisibleAsync();
        await page.Locator("input[accept*=csv]")
            .SetInputFilesAsync(new FilePayload { Name = "own.csv", MimeType = "text/csv", Buffer = "0,0,0.25\n1,1,-0.5\n2,2,0.75"u8.ToArray() });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("plane.points=0,0,0.25/1,1,-0.5/2,2,0.75&plane.set=own&plane.values=on"));
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.GetByTestId("plane-figures").Locator("[data-name=train-accuracy]")).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task Three_classes_are_told_apart() => lab.VisitAsync(View.Desk, Place("plane.set=three-clouds&plane.cost=cross-entropy&plane.hidden=6&plane.step=500"), async page =>
    {
        await ReadyAsync(page);
        var figure = page.GetByTestId("plane-figures").Locator("[data-name=test-accuracy]");
        Assert.True(double.Parse((await figure.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture) > 0.9);
        await page.GetByLabel("only which class").CheckAsync();
        await page.MustBeSettledAsync();
        Assert.Equal(3, await ColoursAsync(page));
    });

    [BrowserFact]
    public Task The_formula_has_the_numbers_in_it() => lab.VisitAsync(View.Desk, Place("plane.hidden=2&plane.step=30&plane.features=x,yy"), async page =>
    {
        await ReadyAsync(page);
        var laboratory = new Laboratory();
        laboratory.PlaneStart(TaskOf("circle", "2", "x", "yy"));
        laboratory.PlaneAdvance(30, 0, 60_000);
        float[] frame = laboratory.PlaneFrame(1, 1)[3..];
        string[] lines = [.. await page.GetByTestId("plane-formula").Locator("li").AllInnerTextsAsync()];
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("a₁₁ = tanh(", lines[0], StringComparison.Ordinal);
        Assert.Contains(" x ", lines[0], StringComparison.Ordinal);
        Assert.Contains(" y² ", lines[0], StringComparison.Ordinal);
        double[][] expected = [[frame[0], frame[1], frame[4]], [frame[2], frame[3], frame[5]], [frame[12], frame[13], frame[14]]];
        foreach (var (line, numbers) in lines.Zip(expected))
        {
            string sum = line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..];
            double[] read = [.. Regex.Matches(sum, @"(−?) ?(\d+(\.\d+)?)(?= |\))")
                .Select(found => double.Parse((found.Groups[1].Value == "−" ? "-" : "") + found.Groups[2].Value, CultureInfo.InvariantCulture))];
            Assert.Equal(3, read.Length);
            foreach (var (x, y) in numbers.Zip(read)) Assert.Equal(x, y, 0.006 * Math.Max(1, Math.Abs(x)));
        }
    });

    [BrowserFact]
    public Task The_backward_pass_shows_each_neuron_s_error() => lab.VisitAsync(View.Desk, Place("plane.step=40&plane.point=1,2,1"), async page =>
    {
        await ReadyAsync(page);
        var laboratory = new Laboratory();
        laboratory.PlaneStart(TaskOf("circle", "4", "x", "y"));
        laboratory.PlaneAdvance(40, 0, 60_000);
        var layers = laboratory.PlanePass(new PlanePoint(1, 2, 1)).Layers;
        await Assertions.Expect(page.Locator("[data-neuron='1.2'] .value")).ToHaveTextAsync(Short(layers[0].A[2]));
        await page.GetByRole(AriaRole.Button, new() { Name = "Backward: δ" }).ClickAsync();
        await page.MustBeSettledAsync();
        for (int j = 0; j < 4; j++) await Assertions.Expect(page.Locator($"[data-neuron='1.{j}'] .value")).ToHaveTextAsync(Short(layers[0].Delta![j]));
        await Assertions.Expect(page.Locator("[data-neuron='2.0'] .value")).ToHaveTextAsync(Short(layers[1].Delta![0]));
        await page.MustBeAccessibleAsync();
    });

    [BrowserFact]
    public Task What_is_saved_is_loaded_to_the_last_bit() => lab.VisitAsync(View.Desk, Place("plane.set=xor&plane.hidden=3&plane.step=77&plane.edits=20:1.0.b:0.5"), async page =>
    {
        await ReadyAsync(page);
        var cost = page.GetByTestId("plane-figures").Locator("[data-name=train-cost] [data-value]");
        string before = (await cost.GetAttributeAsync("data-value"))!;
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as a file" }).ClickAsync());
        Assert.Equal("nabla-plane-xor.json", download.SuggestedFilename);
        string path = (await download.PathAsync())!;
        byte[] file = await File.ReadAllBytesAsync(path);
        await page.Locator("button[data-set=gauss]").ClickAsync();
        await page.MustBeSettledAsync();
        await Assertions.Expect(cost).Not.ToHaveAttributeAsync("data-value", before);
        await page.Locator("input[accept*=json]").SetInputFilesAsync(new FilePayload { Name = "saved.json", MimeType = "application/json", Buffer = file });
        await Assertions.Expect(page.GetByTestId("plane-now")).ToHaveAttributeAsync("data-step", "77");
        await page.MustBeSettledAsync();
        await Assertions.Expect(cost).ToHaveAttributeAsync("data-value", before);
        await page.Locator("input[accept*=json]").SetInputFilesAsync(new FilePayload { Name = "other.json", MimeType = "application/json", Buffer = "{}"u8.ToArray() });
        await Assertions.Expect(page.GetByText("That is no file that was saved here.")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Without_bends_there_is_one_line_and_its_matrix_beside_it() => lab.VisitAsync(View.Desk, Place("plane.set=xor&plane.hidden=4,3&plane.step=0"), async page =>
    {
        await ReadyAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the bends away" }).ClickAsync();
        await page.MustBeSettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 epoch" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("plane-now")).ToHaveAttributeAsync("data-step", "25");
        await page.MustBeSettledAsync();
        var laboratory = new Laboratory();
        laboratory.PlaneStart(TaskOf("xor", "4,3", "identity", ["x", "y"]));
        laboratory.PlaneAdvance(25, 0, 60_000);
        var collapse = laboratory.PlaneCollapse();
        Near([.. collapse.Weights[0], collapse.Biases[0]], await NumbersAsync(page, "plane-collapse"));
        await page.GetByLabel("only which class").CheckAsync();
        await page.MustBeSettledAsync();

        // The boundary of one line: each row of the picture changes its colour at most once.
        int most = await page.GetByTestId("plane-canvas").EvaluateAsync<int>("""
            canvas => {
                const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                const colour = i => data.slice(4 * i, 4 * i + 3).join();
                let most = 0;
                for (let y = 0; y < height; y++) {
                    let changes = 0;
                    for (let x = 1; x < width; x++) if (colour(y * width + x) !== colour(y * width + x - 1)) changes++;
                    most = Math.max(most, changes);
                }
                return most;
            }
            """);
        Assert.InRange(most, 0, 1);
    });

    [BrowserFact]
    public Task A_curve_is_added_up_from_the_bends_of_neurons() => lab.VisitAsync(View.Desk, Place(), async page =>
    {
        await ReadyAsync(page);
        var laboratory = new Laboratory();
        foreach (int width in new[] { 1, 2, 8 })
        {
            await page.Locator($"button[data-width='{width}']").ClickAsync();
            await Assertions.Expect(page.GetByTestId("plane-bends")).ToHaveAttributeAsync("data-count", width.ToString(CultureInfo.InvariantCulture));
            await page.MustBeSettledAsync();
            var curve = Curve(laboratory, "sine", width);

            // Fifteen hundred steps in floats, whose sums two machines take in another order.
            double shown = (await NumbersAsync(page, "plane-curve-error"))[0];
            Assert.InRange(shown, 0.5 * curve.Error - 0.02, 2 * curve.Error + 0.02);
        }
    });

    [BrowserFact]
    public Task Steps_in_place_of_bends_answer_no_nudge() => lab.VisitAsync(View.Desk, Place("plane.step=50&plane.at=1.2.1"), async page =>
    {
        await ReadyAsync(page);
        await page.Locator("section", new() { Has = page.GetByText("Without a slope, no step") }).Last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.GetByTestId("plane-steps")).ToBeVisibleAsync();
        await page.MustBeSettledAsync();
        var laboratory = new Laboratory();
        laboratory.PlaneStart(TaskOf("circle", "4", "x", "y"));
        laboratory.PlaneAdvance(50, 0, 60_000);
        var steps = Contrast(laboratory, 1, 2, 1);
        Near([steps.Nudged, steps.SmoothAnswered, steps.Nudged, steps.StepAnswered], await NumbersAsync(page, "plane-steps"));
        Assert.Equal(steps.Nudged, steps.SmoothAnswered);
        Assert.InRange(steps.StepAnswered, 0, 2);
    });

    /// <summary>The links of docs/concepts.md into this chapter, in both languages, with the figure of their row.</summary>
    public static TheoryData<string, string> Concepts
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Regex.Matches(File.ReadAllText(Doc("concepts.md")), @"^\| (?<row>C\d+) \|[^|]*\| `(?<link>#/plane[^`]*)` \|", RegexOptions.Multiline))
            {
                foreach (string language in new[] { "en", "zh" }) rows.Add(language, $"{row.Groups["row"].Value} {row.Groups["link"].Value}");
            }

            return rows;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Concepts))]
    public Task A_concept_s_link_shows_its_figure(string language, string row) => lab.VisitAsync(
        View.Desk with { Language = language }, $"{row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..]}&run={Run}", async page =>
    {
        await ReadyAsync(page);
        var laboratory = new Laboratory();
        if (row.Contains("plane.curve", StringComparison.Ordinal))
        {
            await page.GetByTestId("plane-bends").EvaluateAsync("one => one.scrollIntoView()");
            await Assertions.Expect(page.GetByTestId("plane-bends")).ToHaveAttributeAsync("data-count", "8");
            await page.MustBeSettledAsync();
            double error = (await NumbersAsync(page, "plane-curve-error"))[0];
            double expected = Curve(laboratory, "sine", 8).Error;
            Assert.InRange(error, 0.5 * expected - 0.02, 2 * expected + 0.02);
        }
        else if (row.Contains("plane.activation=identity", StringComparison.Ordinal))
        {
            laboratory.PlaneStart(TaskOf("xor", "4,3", "identity", ["x", "y"]));
            laboratory.PlaneAdvance(250, 0, 60_000);
            var collapse = laboratory.PlaneCollapse();
            Near([.. collapse.Weights[0], collapse.Biases[0]], await NumbersAsync(page, "plane-collapse"));
        }
        else if (row.Contains("plane.set=xor", StringComparison.Ordinal))
        {
            laboratory.PlaneStart(TaskOf("xor", "4", "x", "y"));
            laboratory.PlaneAdvance(7, 0, 60_000);
            var update = laboratory.PlaneUpdate(1, 0, 1);
            Near([update.Before, 0.1, update.After], (await NumbersAsync(page, "plane-update"))[..3]);
        }
        else
        {
            await page.Locator("section").Last.ScrollIntoViewIfNeededAsync();
            await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await Assertions.Expect(page.GetByTestId("plane-steps")).ToBeVisibleAsync();
            await page.MustBeSettledAsync();
            laboratory.PlaneStart(TaskOf("circle", "4", "x", "y"));
            laboratory.PlaneAdvance(125, 0, 60_000);
            var steps = Contrast(laboratory, 1, 0, 0);
            Near([steps.Nudged, steps.SmoothAnswered, steps.Nudged, steps.StepAnswered], await NumbersAsync(page, "plane-steps"));
        }
    });

    [Fact]
    public void Every_row_of_the_comparison_with_TensorFlow_Playground_names_tests_that_there_are()
    {
        string tests = string.Join('\n', new[] { "tests/Nabla.Lab.Tests/Chapters/PlaneTests.cs", "tests/Nabla.Tests/Browser/PlaneTests.cs" }
            .Select(file => File.ReadAllText(Path.Combine(Doc(""), "..", file))));
        string[] rows = [.. File.ReadAllLines(Doc("playground.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.Contains("| test |", StringComparison.Ordinal))];
        Assert.True(rows.Length > 25);
        foreach (string row in rows)
        {
            string[] names = [.. Regex.Matches(row[row[..^1].LastIndexOf('|')..], "`(\\w+)`").Select(name => name.Groups[1].Value)];
            Assert.True(names.Length > 0, $"No test is named: {row}");
            foreach (string name in names) Assert.True(Regex.IsMatch(tests, $@"public \w+ {name}\("), $"There is no test {name}.");
        }
    }

    [BrowserTheory]
    [InlineData("en", "moons")]
    [InlineData("zh", "moons")]
    public Task Nonsense_in_a_link_is_mended_and_said(string language, string set) => lab.VisitAsync(
        View.Desk with { Language = language }, Place($"plane.set={set}&plane.hidden=4,99&plane.noise=10"), async page =>
        {
            await ReadyAsync(page);
            await Assertions.Expect(page.GetByText($"plane.set={set}")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("plane.hidden=4,99")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("button[data-set=circle]")).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("plane.noise=10(&|$)"));
        });

    [BrowserFact]
    public Task Keys_alone_train_follow_a_point_and_change_a_weight() => lab.VisitAsync(View.Desk, Place(), async page =>
    {
        await ReadyAsync(page);
        var now = page.GetByTestId("plane-now");
        await page.Keyboard.PressAsync(" ");
        await Assertions.Expect(now).Not.ToHaveAttributeAsync("data-step", "0");
        await page.Keyboard.PressAsync(" ");
        await page.MustBeSettledAsync();
        long step = long.Parse((await now.GetAttributeAsync("data-step"))!, CultureInfo.InvariantCulture);
        await page.Keyboard.PressAsync(".");
        await Assertions.Expect(now).ToHaveAttributeAsync("data-step", (step + 1).ToString(CultureInfo.InvariantCulture));
        await page.MustBeSettledAsync();
        await page.GetByTestId("plane-picture").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[data-neuron='1.0'] .value")).ToBeVisibleAsync();
        await page.Locator("[data-neuron='1.0']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.MustBeSettledAsync();
        var field = page.GetByTestId("plane-weights").Locator("tr[data-input=b] input");
        await field.FocusAsync();
        await field.FillAsync("-1.5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveAttributeAsync("data-number", "-1.5");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($@"plane\.edits={step + 1}:1\.0\.b:-1\.5"));

        // The digits' run is not trained by these keys.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]step=0&"));
    });

    [BrowserFact]
    public Task A_finger_puts_points_on_a_telephone() => lab.VisitAsync(View.Phone, Place(), async page =>
    {
        await ReadyAsync(page);
        await page.Locator("summary").Filter(new() { HasText = "Your own points" }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put points" }).TapAsync();
        var picture = page.GetByTestId("plane-picture");
        await picture.TapAsync();
        await Assertions.Expect(picture).ToHaveAttributeAsync("data-points", "1");
        await page.MustBeSettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase" }).TapAsync();
        await picture.TapAsync();
        await Assertions.Expect(picture).ToHaveAttributeAsync("data-points", "0");
        await page.MustBeSettledAsync();
        await Assertions.Expect(page.GetByText("There are no points to learn from yet")).ToBeVisibleAsync();
    });

    [BrowserTheory]
    [InlineData(720, 450, "en")]
    [InlineData(844, 390, "zh")]
    [InlineData(1024, 768, "en")]
    public Task It_fits_windows_of_every_kind_and_parts_can_be_hidden(int width, int height, string language) => lab.VisitAsync(
        View.Desk with { Language = language, Width = width }, Place("hide=plane.data&plane.hidden=8,8,8,8,8,8"), async page =>
        {
            await page.SetViewportSizeAsync(width, height);
            await ReadyAsync(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the window.");
            await Assertions.Expect(page.Locator("button[data-set]")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("[data-neuron]")).ToHaveCountAsync(49);
            await Assertions.Expect(page.GetByTestId("plane-network").Locator(".pair button:nth-child(2)")).ToHaveCountAsync(6);
            Assert.True(await page.Locator(".pair button:nth-child(2)").EvaluateAllAsync<bool>("all => all.every(one => one.disabled)"), "There could be more than eight neurons.");
            Assert.True(await page.Locator(".layers > button:nth-of-type(2)").IsDisabledAsync(), "There could be more than six layers.");
            await page.EvaluateAsync("location.hash = location.hash.replace('hide=plane.data', 'hide=plane.data,plane.settings,bar')");
            await Assertions.Expect(page.Locator("section.bar")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("[data-setting=rate]")).ToHaveCountAsync(0);
            await page.MustBeSettledAsync();
            await page.MustBeAccessibleAsync();
        });

    // How long it takes is printed; the engine's own test asserts it.
    [BrowserFact]
    public Task Spirals_are_wound_up_while_the_page_is_drawn() => lab.VisitAsync(
        View.Desk with { Motion = true }, Place("plane.set=spiral&plane.hidden=8,8&plane.activation=relu&plane.optimizer=adam&plane.rate=0.01&plane.speed=fast"), async page =>
        {
            await ReadyAsync(page);
            await page.GetByTestId("plane-train").ClickAsync();
            double[] measured = await page.EvaluateAsync<double[]>("""
                () => new Promise(done => {
                    const now = document.querySelector('[data-testid=plane-now]');
                    const right = document.querySelector('[data-name=test-accuracy]');
                    const began = performance.now(), first = Number(now.dataset.frames);
                    let last = began, longest = 0, frames = 0;
                    requestAnimationFrame(function next(time) {
                        frames++;
                        longest = Math.max(longest, time - last);
                        last = time;
                        if (Number(right.dataset.value) < 0.98 && time - began < 100_000) return void requestAnimationFrame(next);
                        done([time - began, frames, longest, Number(now.dataset.frames) - first, Number(now.dataset.seconds), Number(right.dataset.value)]);
                    });
                })
                """);
            Assert.True(measured[5] >= 0.98);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Spirals in the page: {measured[5]:P1} of the test points after {measured[4]:F2} s of engine time and {measured[0] / 1000:F1} s of the clock; "
                + $"{1000 * measured[1] / measured[0]:F0} frames a second, the longest {measured[2]:F0} ms; {1000 * measured[3] / measured[0]:F0} boundaries a second."));
            await page.GetByTestId("plane-train").ClickAsync();
            await page.MustBeSettledAsync();
        });

    private static string Doc(string name) => Path.Combine(Surroundings.Root, "docs", name);

    private static PlaneCurve Curve(Laboratory laboratory, string name, int width)
    {
        while (true)
        {
            if (laboratory.ApproximateCurve(name, width, "tanh", 100).Result is { } curve) return curve;
        }
    }

    private static PlaneSteps Contrast(Laboratory laboratory, int layer, int neuron, int input)
    {
        while (true)
        {
            if (laboratory.PlaneContrast(layer, neuron, input, 100).Result is { } steps) return steps;
        }
    }

    private static string Place(string own = "") => $"#/plane?run={Run}&{Desktop.More}&{own}".TrimEnd('&');

    private static PlaneTask TaskOf(string set, string hidden, params string[] features) => TaskOf(set, hidden, "tanh", features);

    private static PlaneTask TaskOf(string set, string hidden, string activation, string[] features) => new(
        set, [], false, 0, 0.5, features, new Dictionary<string, string>
        {
            ["hidden"] = hidden, ["activation"] = activation, ["cost"] = "half-quadratic", ["optimizer"] = "sgd", ["learning-rate"] = "0.1", ["batch-size"] = "10", ["seed"] = "1",
        });

    private static Task<int> ColoursAsync(IPage page) => page.GetByTestId("plane-canvas").EvaluateAsync<int>("""
        canvas => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const colours = new Set();
            for (let i = 0; i < data.length; i += 4) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
            return colours.size;
        }
        """);

    private static async Task ReadyAsync(IPage page)
    {
        await Assertions.Expect(page.GetByTestId("plane-train")).ToBeEnabledAsync();
        await page.MustBeSettledAsync();
    }

    private static Task<string> PixelsAsync(IPage page) => page.GetByTestId("plane-canvas").EvaluateAsync<string>("canvas => canvas.toDataURL()");

    private static async Task ShowsAsync(IPage page, string name, double value)
    {
        var figure = page.GetByTestId("plane-figures").Locator($"[data-name={name}]").Locator("xpath=descendant-or-self::*[@data-value]").First;
        Near([value], [double.Parse((await figure.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture)]);
    }

    private static async Task<double[]> NumbersAsync(IPage page, string part) =>
        [.. (await page.GetByTestId(part).Locator("[data-value], [data-number]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.value ?? one.dataset.number)"))
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static void Near(double[] expected, double[] shown)
    {
        Assert.Equal(expected.Length, shown.Length);
        foreach (var (x, y) in expected.Zip(shown)) Assert.True(Math.Abs(x - y) <= Tolerance * Math.Max(1, Math.Abs(x)), $"{y} is shown, and the engine has {x}.");
    }

    /// <summary>−1 orange, 0 neutral, 1 blue, as the legend beneath the network has it.</summary>
    private static double[] Shade(double value)
    {
        double[][] stops = [[122, 50, 0], [200, 97, 15], [240, 172, 108], [245, 244, 241], [134, 180, 221], [46, 116, 181], [11, 60, 116]];
        double place = 3 * (value + 1);
        int stop = Math.Min((int)place, 5);
        return [.. stops[stop].Zip(stops[stop + 1], (from, to) => from + (to - from) * (place - stop))];
    }

    private static string Short(double value) => double.Parse(value.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        .ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
