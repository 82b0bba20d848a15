namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    private const int MostPlaces = 200;

    private PlaneRoom? _room;
    private CurveFit? _curve;
    private (StepContrast Contrast, PlaneRoom Room, int Changes)? _contrast;

    private PlaneRoom Plane => _room ?? throw Refusal.Operation($"There is nothing to learn in the plane yet; choose a set of points first.");

    /// <summary>Begins to learn in the plane; what was learned there before is gone.</summary>
    /// <param name="task">The points and the network.</param>
    public PlaneInfo PlaneStart(PlaneTask task) => (_room = new PlaneRoom(task)).Info();

    /// <summary>The points of a set, as they would be without noise.</summary>
    /// <param name="set">Its name.</param>
    public static IReadOnlyList<PlanePoint> PlaneSet(string set) => PlanePoints.Make(set, 0, 1).Points;

    /// <summary>Trains on in the plane for a slice of time.</summary>
    /// <param name="until">The step to stop at.</param>
    /// <param name="untilCost">The cost to stop at after an epoch; 0 for none.</param>
    /// <param name="time">How many milliseconds it may take.</param>
    public PlaneProgress PlaneAdvance(long until, double untilCost, double time) => Plane.Advance(until, untilCost, new Slice(time));

    /// <summary>
    /// The outputs all over the plane, then each hidden neuron in smaller pictures, each row by row from the top; then layer by layer the weights, the
    /// biases, and the mean derivatives of both.
    /// </summary>
    /// <param name="size">Places in a row of an output's picture.</param>
    /// <param name="small">Places in a row of a neuron's.</param>
    public float[] PlaneFrame(int size, int small) => Plane.Frame(Places(size), Places(small));

    /// <summary>The features all over the plane, picture after picture.</summary>
    /// <param name="size">Places in a row.</param>
    public float[] PlaneFeatures(int size) => Plane.Features(Places(size));

    /// <summary>Gives a weight or bias another value.</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0; null for the bias.</param>
    /// <param name="value">The value.</param>
    public PlaneProgress PlaneEdit(int layer, int neuron, int? input, double value)
    {
        Plane.Set(new Parameter(layer, neuron, input), value);
        return Plane.Progress();
    }

    /// <summary>A point in the network, forward and backward.</summary>
    /// <param name="point">The point, with the class or value that it should have.</param>
    public PlanePass PlanePass(PlanePoint point) => Plane.Pass(point);

    /// <summary>What the next step does to a weight or bias.</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0; null for the bias.</param>
    public PlaneUpdate PlaneUpdate(int layer, int neuron, int? input) => Plane.Update(new Parameter(layer, neuron, input));

    /// <summary>The one layer that the network comes to where all its hidden layers are linear.</summary>
    public PlaneCollapse PlaneCollapse() => Plane.Collapse();

    /// <summary>The cost along a weight of a hidden layer, with its activation and with a step in its place.</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<PlaneSteps> PlaneContrast(int layer, int neuron, int input, double milliseconds)
    {
        var slice = new Slice(milliseconds);
        var parameter = new Parameter(layer, neuron, input);
        if (_contrast is not { } known || known.Room != Plane || known.Changes != Plane.Changes || known.Contrast.Parameter != parameter)
            _contrast = known = (Plane.Contrast(parameter), Plane, Plane.Changes);
        known.Contrast.Advance(slice);
        return new Sliced<PlaneSteps>(known.Contrast.Done, known.Contrast.Done < 1 ? null : known.Contrast.Result());
    }

    /// <summary>Approximates a curve by the neurons of one hidden layer.</summary>
    /// <param name="curve">sine, step, bump or wave.</param>
    /// <param name="width">How many neurons.</param>
    /// <param name="activation">Their activation.</param>
    /// <param name="milliseconds">How long a slice may take.</param>
    public Sliced<PlaneCurve> ApproximateCurve(string curve, int width, string activation, double milliseconds)
    {
        var slice = new Slice(milliseconds);
        if (_curve is null || _curve.Name != curve || _curve.Width != width || _curve.Activation != activation) _curve = new CurveFit(curve, width, activation);
        _curve.Advance(slice);
        return _curve.Done < 1 ? new Sliced<PlaneCurve>(_curve.Done, null) : new Sliced<PlaneCurve>(1, _curve.Result());
    }

    private static int Places(int size) =>
        size is >= 1 and <= MostPlaces ? size : throw Refusal.Argument($"A picture of the plane has from 1 to {MostPlaces} places in a row, not {size}.");
}
