namespace Nabla.Cli;

/// <summary>Counts up to a hundred percent on a terminal's last line, which it leaves empty.</summary>
internal sealed class Progress(TextWriter error, int all) : IProgress<int>
{
    private int _percent = -1;

    public void Report(int done)
    {
        int percent = (int)(100L * done / all);
        if (percent == _percent) return;
        _percent = percent;
        error.Write(done == all ? "\r    \r" : $"\r{percent,3}%");
    }
}
