namespace Nabla.Cli;

/// <summary>Text broken at a width, between words.</summary>
internal static class Paragraph
{
    /// <summary>Writes it as wide as the screen.</summary>
    public static void Write(Host host, string text, string indent = "")
    {
        foreach (string line in Lines(text, host.OutScreen.Width, indent, indent)) host.Out.WriteLine(line);
    }

    /// <summary>Its lines; a word that is longer than a line has one of its own.</summary>
    /// <param name="text">Words with spaces between them.</param>
    /// <param name="width">The width.</param>
    /// <param name="start">What the first line begins with.</param>
    /// <param name="margin">What the others begin with.</param>
    /// <param name="measure">How wide a word is; its letters where null.</param>
    public static IEnumerable<string> Lines(string text, int width, string start = "", string margin = "", Func<string, int>? measure = null)
    {
        string line = start;
        bool isEmpty = true;
        foreach (string word in text.Split(' '))
        {
            if (!isEmpty && Measure(line) + 1 + Measure(word) > width)
            {
                yield return line;
                (line, isEmpty) = (margin, true);
            }

            line = isEmpty ? line + word : $"{line} {word}";
            isEmpty = false;
        }

        yield return line;

        int Measure(string words) => measure?.Invoke(words) ?? words.Length;
    }
}
