namespace Nabla.Cli;

/// <summary>Text broken at the width of the screen.</summary>
internal static class Paragraph
{
    public static void Write(Host host, string text, string indent = "")
    {
        string line = indent;
        foreach (string word in text.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > host.OutScreen.Width)
            {
                host.Out.WriteLine(line);
                line = indent;
            }

            line = line.Length == indent.Length ? line + word : $"{line} {word}";
        }

        host.Out.WriteLine(line);
    }
}
