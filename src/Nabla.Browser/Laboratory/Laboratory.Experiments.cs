namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>Runs an experiment to its end, on the built-in digits where it needs data.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What to set, by the names of its options, as text; the rest is as usual.</param>
    public ExperimentAnswer Experiment(string name, IReadOnlyDictionary<string, string> settings) => throw new NotSupportedException();
}
