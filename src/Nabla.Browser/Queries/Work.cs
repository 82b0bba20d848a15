namespace Nabla.Browser;

/// <summary>Long work that says after each part how much is done, and leaves its result at the end.</summary>
/// <param name="key">What it is about: who asks for anything else begins other work.</param>
internal sealed class Work<T>(object key)
    where T : class
{
    private IEnumerator<double>? _parts;
    private double _done;

    public T? Result { get; set; }

    /// <summary>Goes on with the work, or begins it where that under way is about something else.</summary>
    public static Sliced<T> Slice(ref Work<T>? work, object key, double milliseconds, Func<Work<T>, IEnumerable<double>> begin)
    {
        var slice = new Slice(milliseconds);
        if (work is null || !work.IsAbout(key))
        {
            work = new Work<T>(key);
            work._parts = begin(work).GetEnumerator();
        }

        try
        {
            while (work.Result is null && work._parts!.MoveNext())
            {
                work._done = work._parts.Current;
                if (slice.IsOver) break;
            }
        }
        catch
        {
            work = null;
            throw;
        }

        return new Sliced<T>(work.Result is null ? work._done : 1, work.Result);
    }

    private bool IsAbout(object other) => key.Equals(other);
}
