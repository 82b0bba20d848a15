namespace Nabla;

/// <summary>A file under a name of its own beside its place, until <see cref="Finish"/> moves it there; deleted where that does not come to pass.</summary>
internal sealed class HalfWritten : IDisposable
{
    private readonly string _place;
    private readonly FileStream _stream;
    private bool _isFinished;

    /// <param name="place">The full path of the file that it is to become.</param>
    public HalfWritten(string place)
    {
        _place = place;
        do
        {
            Path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(place)!, $".{System.IO.Path.GetFileName(place)}.{System.IO.Path.GetRandomFileName()}{AtomicFile.Ending}");

            // Held open, and so locked, until it has its name: nobody sweeps it away. One who did so between its making and its lock is gone by now.
            _stream?.Dispose();
            _stream = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
        }
        while (!File.Exists(Path));
    }

    /// <summary>Where it is until then.</summary>
    public string Path { get; }

    /// <summary>Writes its content.</summary>
    /// <param name="write">Writes it.</param>
    /// <param name="durable">Whether it is brought to the disk.</param>
    public void Write(Action<Stream> write, bool durable)
    {
        write(_stream);
        _stream.Flush(flushToDisk: durable);
    }

    /// <summary>Gives it its name; what was there is replaced.</summary>
    public void Finish()
    {
        File.Move(Path, _place, overwrite: true);
        _isFinished = true;
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose()
    {
        try
        {
            if (!_isFinished) File.Delete(Path);
            _stream.Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What went wrong first is what the caller must hear of.
        }
    }
}
