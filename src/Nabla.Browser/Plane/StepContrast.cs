namespace Nabla.Browser;

/// <summary>The cost along one weight, with hidden neurons that bend and with ones that switch, under way: as in <see cref="StepActivationExperiment"/> (C13).</summary>
internal sealed class StepContrast
{
    private const int Places = 81, MostNudges = 40;
    private const double Reach = 2, Nudge = 0.001;

    private readonly CostLandscape _smooth, _steps;
    private readonly (int Layer, int Neuron, int Input) _at;
    private readonly double[] _weights;
    private readonly (int Layer, int Neuron, int Input)[] _nudged;
    private readonly List<double> _smoothCosts = [], _stepCosts = [];
    private int _next, _smoothAnswered, _stepAnswered;

    public StepContrast(Network network, Dataset data, Cost cost, Parameter parameter)
    {
        parameter.In(network);
        Parameter = parameter;
        _at = (parameter.Layer - 1, parameter.Neuron, parameter.Input ?? 0);
        var hidden = network.Layers[0].Activation;
        // As far down as the bend goes: −1 for tanh, 0 for most others.
        double low = Math.Round(Math.Max(-1, hidden.At(-30)));
        _smooth = new CostLandscape(network, data, hidden.At, cost);
        _steps = new CostLandscape(network, data, z => z >= 0 ? 1 : low, cost);
        double at = _smooth.Weight(_at.Layer, _at.Neuron, _at.Input);
        _weights = [.. Enumerable.Range(0, Places).Select(i => at + Reach * (2.0 * i / (Places - 1) - 1))];

        // Behind the steps the cost is smooth: only weights before them are asked.
        var before = _smooth.Weights.Where(weight => weight.Layer < network.Layers.Count - 1).ToList();
        int count = Math.Min(MostNudges, before.Count);
        _nudged = [.. Enumerable.Range(0, count).Select(i => before[(int)((i + 0.5) * before.Count / count)])];
    }

    public Parameter Parameter { get; }

    public double Done => (double)_next / (Places + _nudged.Length);

    public void Advance(Slice slice)
    {
        for (; _next < Places + _nudged.Length && !slice.IsOver; _next++)
        {
            if (_next < Places)
            {
                var (l, j, k) = _at;
                _smoothCosts.Add(_smooth.CostAt(l, j, k, _weights[_next]));
                _stepCosts.Add(_steps.CostAt(l, j, k, _weights[_next]));
            }
            else
            {
                if (Answers(_smooth)) _smoothAnswered++;
                if (Answers(_steps)) _stepAnswered++;
            }
        }
    }

    public PlaneSteps Result() => new(_weights, _smoothCosts, _stepCosts, Nudge, _nudged.Length, _smoothAnswered, _stepAnswered);

    private bool Answers(CostLandscape landscape)
    {
        var (l, j, k) = _nudged[_next - Places];
        return landscape.CostAt(l, j, k, landscape.Weight(l, j, k) + Nudge) != landscape.Cost;
    }
}
