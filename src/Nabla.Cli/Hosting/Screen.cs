namespace Nabla.Cli;

/// <summary>What an output stream can show.</summary>
/// <param name="IsTerminal">Whether a person looks at it: lines can be drawn over, and pictures make sense.</param>
/// <param name="HasColor">Whether colours are wanted; never without a terminal.</param>
/// <param name="MeasureWidth">Its width in columns, asked for only where something is fitted to it.</param>
internal sealed record Screen(bool IsTerminal, bool HasColor, Func<int> MeasureWidth)
{
    private const int UsualWidth = 80;

    /// <summary>A file or a pipe.</summary>
    public static Screen Redirected { get; } = new(false, false, () => UsualWidth);

    /// <summary>Width in columns.</summary>
    public int Width => Math.Clamp(MeasureWidth(), 40, 160);

    /// <summary>The screen behind one of this process's streams.</summary>
    /// <param name="redirected">Whether the stream goes to a file or a pipe.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    public static Screen Of(bool redirected, Func<string, string?> variable)
    {
        if (redirected || variable("TERM") == "dumb") return Redirected;

        // https://no-color.org: present and not empty.
        return new Screen(true, string.IsNullOrEmpty(variable("NO_COLOR")), WidthOfConsole);
    }

    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 0 and int width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
