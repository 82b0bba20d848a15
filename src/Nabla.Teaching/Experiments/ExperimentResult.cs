namespace Nabla.Experiments;

/// <summary>
/// What an experiment measured, as plain numbers that serialise. <see cref="Report"/> says and draws it; everything there is
/// computed from what stands here.
/// </summary>
public abstract record ExperimentResult
{
    /// <summary>The result for people: sentences, a table, charts and pictures.</summary>
    public abstract ExperimentReport Report();
}
