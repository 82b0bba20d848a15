namespace Nabla.Fuzz;

/// <summary>How the inputs of a hunt fared.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);

    public long Accepted { get; private set; }

    public long Refused { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public long MostAllocated { get; private set; }

    /// <summary>Of those that are alike, the first.</summary>
    public IEnumerable<Finding> Findings => _findings.Values.OrderBy(finding => finding.Index);

    public void Note(bool wasAccepted, TimeSpan time, long allocated, Finding? finding)
    {
        if (wasAccepted) Accepted++;
        else Refused++;
        if (time > Slowest) Slowest = time;
        MostAllocated = Math.Max(allocated, MostAllocated);
        if (finding is not null) Add(finding);
    }

    public void Add(Tally other)
    {
        Accepted += other.Accepted;
        Refused += other.Refused;
        if (other.Slowest > Slowest) Slowest = other.Slowest;
        MostAllocated = Math.Max(other.MostAllocated, MostAllocated);
        foreach (var finding in other._findings.Values) Add(finding);
    }

    private void Add(Finding finding)
    {
        if (!_findings.TryGetValue(finding.Problem, out var known)) known = finding with { Count = 0 };
        _findings[finding.Problem] = (finding.Index < known.Index ? finding : known) with { Count = known.Count + finding.Count };
    }
}
