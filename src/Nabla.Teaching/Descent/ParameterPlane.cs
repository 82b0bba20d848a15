namespace Nabla.Descent;

/// <summary>
/// A line or a plane through the parameters θ of a network: <c>θ(s) = θ₀ + s·u</c> or <c>θ(s, t) = θ₀ + s·u + t·v</c>.
/// </summary>
public sealed class ParameterPlane
{
    private readonly Network _shape;
    private readonly float[] _origin;
    private readonly float[][] _directions;
    private readonly double[,] _gram;

    private ParameterPlane(Network shape, PlaneKind kind, float[] origin, float[][] directions)
    {
        _shape = shape;
        _origin = origin;
        _directions = directions;
        _gram = new double[directions.Length, directions.Length];
        for (int i = 0; i < directions.Length; i++)
        {
            for (int j = 0; j < directions.Length; j++) _gram[i, j] = ParameterVector.Dot(directions[i], directions[j]);
        }

        Kind = kind;
    }

    /// <summary>How its directions were chosen.</summary>
    public PlaneKind Kind { get; }

    /// <summary>How far <c>s = 1</c> is from <c>s = 0</c>.</summary>
    internal double UnitLength => Math.Sqrt(_gram[0, 0]);

    /// <summary>1 for a line, 2 for a plane.</summary>
    public int Dimensions => _directions.Length;

    /// <summary>
    /// Random directions through a network, filter-normalised: each neuron's part is as long as the neuron's own weights, so
    /// that a step of 1 is as large for the network, whatever its scale. Biases stay as they are.
    /// (Li, Xu, Taylor, Studer, Goldstein 2018, <i>Visualizing the Loss Landscape of Neural Nets</i>, section 4.)
    /// </summary>
    /// <param name="network">The network, at <c>s = t = 0</c>.</param>
    /// <param name="seed">Decides the directions.</param>
    /// <param name="dimensions">1 for a line, 2 for a plane.</param>
    public static ParameterPlane Random(Network network, ulong seed, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(network);
        CheckDimensions(dimensions);
        return new ParameterPlane(network.Clone(), PlaneKind.Random, ParameterVector.Of(network),
            [.. Enumerable.Range(0, dimensions).Select(i => RandomDirection(network, new Rng(seed, RngStream.Directions, (ulong)i)))]);
    }

    /// <summary>The line through a network and where a step with the learning rate 1 leads: at <c>s = η</c> is where a step with the learning rate η leads.</summary>
    internal static ParameterPlane Against(Network gradient, Network network) =>
        new(network.Clone(), PlaneKind.Through, ParameterVector.Of(network), [[.. ParameterVector.Of(gradient).Select(x => -x)]]);

    /// <summary>The line through two networks, or the plane through three.</summary>
    /// <param name="first">The network at <c>s = t = 0</c>.</param>
    /// <param name="others">The one at <c>s = 1</c>, and for a plane the one at <c>t = 1</c>.</param>
    /// <exception cref="ArgumentException">They have different layers, or no line or plane goes through them.</exception>
    public static ParameterPlane Through(Network first, params IReadOnlyList<Network> others)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(others);
        CheckDimensions(others.Count);
        foreach (var other in others)
        {
            if (!first.HasLayersOf(other)) throw Refusal.Argument($"A network of {other} does not fit one of {first}.");
        }

        float[] origin = ParameterVector.Of(first);
        float[][] directions = [.. others.Select(other => ParameterVector.Difference(ParameterVector.Of(other), origin))];
        var plane = new ParameterPlane(first.Clone(), PlaneKind.Through, origin, directions);
        return plane.Determinant > 1e-12 * directions.Select(u => ParameterVector.Dot(u, u)).Aggregate(1.0, (a, b) => a * b)
            ? plane
            : throw Refusal.Argument(others.Count == 1
                ? (Said)$"The two networks are the same; a line needs two different ones."
                : $"The three networks lie on one line; a plane needs three that do not.");
    }

    /// <summary>
    /// The plane through a start that is nearest to all points of some paths from there: the first two principal directions of
    /// what they moved (Li et al. 2018, section 7), of length 1, so that coordinates are distances.
    /// </summary>
    /// <param name="paths">Paths from one start.</param>
    /// <exception cref="ArgumentException">There is no path, or none moved in two directions.</exception>
    public static ParameterPlane OfPaths(IReadOnlyList<TrainingPath> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths) ArgumentNullException.ThrowIfNull(path, nameof(paths));
        ParameterPlane? plane = null;
        foreach (double _ in SeekOfPaths(paths, found => plane = found)) { }
        return plane!;
    }

    /// <summary>As <see cref="OfPaths"/>, part by part, saying after each how much is done.</summary>
    internal static IEnumerable<double> SeekOfPaths(IReadOnlyList<TrainingPath> paths, Action<ParameterPlane> finish)
    {
        if (paths.Count == 0) throw Refusal.Argument($"There is no path to lay a plane through.");
        float[] origin = paths[0].Points[0];
        var moves = paths.SelectMany(path => path.Points.Skip(1)).Select(point => ParameterVector.Difference(point, origin)).ToList();
        return PrincipalDirections.Seek(moves, 2, directions => finish(new ParameterPlane(paths[0].Start, PlaneKind.Paths, origin, directions)));
    }

    /// <summary>The network at a place.</summary>
    /// <param name="coordinates">s, and for a plane t.</param>
    /// <exception cref="ArgumentException">They are more or fewer.</exception>
    public Network At(params ReadOnlySpan<double> coordinates)
    {
        if (coordinates.Length != Dimensions) throw Refusal.Argument($"A place here has {Dimensions} coordinates; {coordinates.Length} were given.");
        var network = _shape.Clone();
        Fill(network, coordinates);
        return network;
    }

    /// <summary>Gives a network the parameters of a place.</summary>
    internal void Fill(Network network, ReadOnlySpan<double> coordinates)
    {
        float[] parameters = new float[_origin.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            double sum = _origin[i];
            for (int d = 0; d < coordinates.Length; d++) sum += coordinates[d] * _directions[d][i];
            parameters[i] = (float)sum;
        }

        ParameterVector.Into(network, parameters);
    }

    /// <summary>The place of the plane that is nearest to some parameters, by least squares, and the squares of how far they moved
    /// and of how far that place is from them.</summary>
    internal (double[] Coordinates, double Moved, double Outside) Project(float[] parameters)
    {
        float[] move = ParameterVector.Difference(parameters, _origin);
        double[] b = [.. _directions.Select(u => ParameterVector.Dot(u, move))];
        double[] coordinates = Dimensions == 1
            ? [b[0] / _gram[0, 0]]
            : [(b[0] * _gram[1, 1] - b[1] * _gram[0, 1]) / Determinant, (b[1] * _gram[0, 0] - b[0] * _gram[0, 1]) / Determinant];
        double moved = ParameterVector.Dot(move, move);
        return (coordinates, moved, Math.Max(0, moved - coordinates.Zip(b, (s, product) => s * product).Sum()));
    }

    private double Determinant => Dimensions == 1 ? _gram[0, 0] : _gram[0, 0] * _gram[1, 1] - _gram[0, 1] * _gram[0, 1];

    private static float[] RandomDirection(Network network, Rng rng)
    {
        var direction = network.Clone();
        foreach (var layer in direction.Layers)
        {
            layer.Biases.Clear();
            for (int j = 0; j < layer.Outputs; j++)
            {
                var row = layer.Row(j);
                double length = Math.Sqrt(ParameterVector.Dot(row, row));
                foreach (ref float w in row) w = (float)rng.NextNormal();
                double scale = length / Math.Sqrt(ParameterVector.Dot(row, row));
                foreach (ref float w in row) w = (float)(w * scale);
            }
        }

        return ParameterVector.Of(direction);
    }

    private static void CheckDimensions(int dimensions)
    {
        if (dimensions is not (1 or 2)) throw Refusal.Argument($"A slice has one or two dimensions, not {dimensions}.");
    }
}

/// <summary>How the directions of a <see cref="ParameterPlane"/> were chosen.</summary>
public enum PlaneKind
{
    /// <summary>At random, filter-normalised.</summary>
    Random,

    /// <summary>Through given networks.</summary>
    Through,

    /// <summary>Nearest to the paths of training.</summary>
    Paths,
}
