namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int MostNoise = 1000;
    private const int MostDreamSteps = 1000;
    private const int MostCompared = 5000;
    private const double Sure = 0.9;

    private (NoiseKind Kind, int Seed, int Count, Dataset Data)? _noise;
    private (Run Run, double Mean)? _startLikeness;
    private (Run Run, LabelRace Race)? _race;
    private (Run Run, double[] Input, double Likeness)? _exampleLikeness;

    /// <summary>How much the neurons of the first layer are like an edge.</summary>
    /// <param name="from">The first neuron wanted.</param>
    /// <param name="count">How many.</param>
    public EdgeLikenesses EdgeLikeness(int from, int count)
    {
        var (layer, strokes) = (Layer(1, from), WeightStrokes.Of(Run.Train.Width, Run.Train.Height));
        if (_startLikeness is not { } start || start.Run != Run)
            _startLikeness = start = (Run, Mean(Run.Configuration.CreateNetwork(Run.Train).Layers[0]));
        var nearest = Nearest(layer);
        return new EdgeLikenesses(
            [
                .. nearest.Select((found, j) => new EdgeLikeness(j, found.Likeness, found.Edge.Row, found.Edge.Column, found.Edge.Angle))
                    .Skip(from).Take(count),
            ],
            nearest.Average(found => Math.Abs(found.Likeness)), start.Mean);

        double Mean(DenseLayer of) => Nearest(of).Average(found => Math.Abs(found.Likeness));

        (WeightEdge Edge, double Likeness)[] Nearest(DenseLayer of) => [.. Enumerable.Range(0, of.Outputs).Select(j => strokes.Nearest(of.Row(j)))];
    }

    /// <summary>The strokes that one hopes for, of the size of the run's pictures.</summary>
    public IReadOnlyList<HopedForStroke> HopedForStrokes()
    {
        var strokes = WeightStrokes.Of(Run.Train.Width, Run.Train.Height);
        return [.. strokes.HopedFor().Select(stroke => new HopedForStroke(stroke.Kind, strokes.Nearest(stroke.Picture).Likeness, stroke.Picture))];
    }

    /// <summary>An edge as a picture of weights.</summary>
    /// <param name="row">The row of its middle.</param>
    /// <param name="column">The column of its middle.</param>
    /// <param name="angle">Its angle in degrees.</param>
    public float[] EdgePicture(int row, int column, double angle) =>
        WeightStrokes.Of(Run.Train.Width, Run.Train.Height).Picture(new WeightEdge(row, column, angle));

    /// <summary>What the network answers to pictures of noise, drawn one after the other.</summary>
    /// <param name="kind">The kind of noise.</param>
    /// <param name="seed">What they are drawn from.</param>
    /// <param name="count">How many have been drawn.</param>
    public NoiseView Noise(NoiseKind kind, int seed, int count)
    {
        if (count is < 1 or > MostNoise) throw Refusal.Argument($"Draw 1 to {MostNoise:N0} pictures of noise, not {count}.");
        if (seed < 0) throw Refusal.Argument($"A seed is not below 0; {seed} is.");
        if (_noise is not { } noise || (noise.Kind, noise.Seed, noise.Count) != (kind, seed, count) || noise.Data.Inputs != Run.Test.Inputs)
            _noise = noise = (kind, seed, count, NoisePictures.Draw(Run.Test, (int)kind, (ulong)seed, count));

        var network = Now.Network;
        var last = Now.Reference.Output(Backpropagation.Convert<double>(noise.Data[count - 1].Input));
        return new NoiseView(
            kind, [.. noise.Data.Image(count - 1).ToArray().Select(pixel => (int)pixel)], last, Strongest(last), Answers(noise.Data),
            Answers(Run.Test.Take(Math.Min(count, Run.Test.Count))));

        SureAnswers Answers(Dataset data)
        {
            var evaluation = Evaluator.Evaluate(network, data, Run.Cost);
            int[] histogram = new int[10], answers = new int[network.Outputs];
            foreach (float top in evaluation.Confidences) histogram[Math.Clamp((int)(top * 10), 0, 9)]++;
            foreach (int answer in evaluation.Predictions)
            {
                if (answer >= 0) answers[answer]++;
            }

            return new SureAnswers(
                data.Count, evaluation.Confidences.Count(top => top >= Sure), evaluation.Confidences.Average(top => (double)top), histogram, answers);
        }
    }

    /// <summary>
    /// Lets two networks of 784-n-10 (ReLU, softmax) learn the run's first examples side by side, one with the labels shuffled. Call again with
    /// the same settings to go on.
    /// </summary>
    /// <param name="examples">How many examples they learn.</param>
    /// <param name="hidden">Neurons in the hidden layer.</param>
    /// <param name="epochs">How often they go through them.</param>
    /// <param name="seed">What the first weights, the order and the shuffling are drawn from.</param>
    /// <param name="known">How many moments are known already.</param>
    /// <param name="milliseconds">How long a slice may take; 0 only looks.</param>
    public LabelRaceView LabelRace(int examples, int hidden, int epochs, int seed, int known, double milliseconds)
    {
        if (examples is < 10 or > 5000 || hidden is < 1 or > 200 || epochs is < 1 or > 500 || seed < 0)
            throw Refusal.Argument($"The race has 10 to 5,000 examples, 1 to 200 hidden neurons, 1 to 500 epochs, and a seed that is not below 0.");
        var choice = new LabelRaceChoice(examples, hidden, epochs, seed);
        if (_race is not { } race || race.Run != Run || race.Race.Choice != choice)
            _race = race = (Run, new LabelRace(choice, Run.Train, Run.Test));
        race.Race.Advance(new Slice(milliseconds));
        return race.Race.View(known);
    }

    /// <summary>The picture that a neuron likes more and more, after so many steps of ascent.</summary>
    /// <param name="example">The example to compare it with.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="from">What the picture grows from.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<DreamView> Dream(ExampleRef example, int layer, int neuron, DreamStart from, int steps, double milliseconds)
    {
        Layer(layer, neuron);
        if (steps is < 0 or > MostDreamSteps) throw Refusal.Argument($"A picture grows for 0 to {MostDreamSteps:N0} steps, not {steps}.");
        var dream = Now.Dream(layer, neuron, from);
        if (!dream.Advance(steps, new Slice(milliseconds))) return new Sliced<DreamView>((double)dream.Steps(steps) / steps, null);

        int reached = dream.Steps(steps);
        double[] picture = dream.Picture(reached), input = [.. Explainer(example).At(1).Input];
        double[] outputs = Now.Reference.Output(picture);
        var (nearest, likeness) = Nearest(picture, -1);
        return new Sliced<DreamView>(1, new DreamView(
            layer, neuron, reached, [.. dream.Activations.Take(reached + 1)], picture, outputs, Strongest(outputs), nearest, Run.Train.Label(nearest),
            likeness, ExampleLikeness(example, input)));
    }

    /// <summary>The test digits that are nearest to an example: in their pixels, and in what each layer makes of them.</summary>
    /// <param name="example">The example.</param>
    /// <param name="count">How many.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<Neighbours> Neighbours(ExampleRef example, int count, double milliseconds)
    {
        if (count is < 1 or > 50) throw Refusal.Argument($"An example has 1 to 50 neighbours, not {count}.");
        var explainer = Explainer(example);
        if (!Now.Neighbourhood.Advance(new Slice(milliseconds))) return new Sliced<Neighbours>(Now.Neighbourhood.Done, null);
        return new Sliced<Neighbours>(1, new Neighbours(
            Now.Neighbourhood.Count, Now.Neighbourhood.Of([.. explainer.At(1).Input], example.Set == ExampleSet.Test ? example.Index : -1, count)));
    }

    /// <summary>How much the training example that is most like an example is so; it does not depend on the network.</summary>
    private double ExampleLikeness(ExampleRef example, double[] input)
    {
        if (_exampleLikeness is { } known && known.Run == Run && known.Input.AsSpan().SequenceEqual(input)) return known.Likeness;
        double likeness = Nearest(input, example.Set == ExampleSet.Train ? example.Index : -1).Likeness;
        _exampleLikeness = (Run, input, likeness);
        return likeness;
    }

    /// <summary>The training example that a picture goes together with most, and their correlation.</summary>
    private (int Index, double Likeness) Nearest(double[] picture, int itself)
    {
        double mean = picture.Average(), length = Math.Sqrt(picture.Sum(pixel => (pixel - mean) * (pixel - mean)));
        (int Index, double Likeness) best = (0, length == 0 ? 0 : -1);
        for (int i = 0; length > 0 && i < Math.Min(MostCompared, Run.Train.Count); i++)
        {
            if (i == itself) continue;
            double sum = 0, squares = 0, products = 0;
            var image = Run.Train.Image(i);
            for (int p = 0; p < image.Length; p++)
            {
                double pixel = image[p];
                sum += pixel;
                squares += pixel * pixel;
                products += pixel * (picture[p] - mean);
            }

            double likeness = products / (length * Math.Sqrt(squares - sum * sum / image.Length));
            if (likeness > best.Likeness) best = (i, likeness);
        }

        return best;
    }

    internal static int Strongest(IReadOnlyList<double> outputs) => Enumerable.Range(0, outputs.Count).MaxBy(j => outputs[j]);
}
