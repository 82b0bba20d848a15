namespace Nabla;

/// <summary>A name that a file gave, in our own messages.</summary>
internal static class NameInFile
{
    /// <summary>The name, or so much of it as fits a line.</summary>
    public static string Shorten(string name)
    {
        const int Longest = 60;
        string line = new([.. name.Take(Longest).Select(c => char.IsControl(c) ? '?' : c)]);
        return name.Length > Longest ? line + "…" : line;
    }
}
