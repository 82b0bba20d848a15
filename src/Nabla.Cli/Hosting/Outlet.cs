using System.Text;

namespace Nabla.Cli;

/// <summary>
/// The gate through which all text leaves the command. What cannot be shown safely is made <see cref="Printable"/> here, whoever forgot it before;
/// a line of <see cref="WriteLine(string?)"/> stays one line, and is cut where it is endless. Where nothing can be written any more (closed, or the
/// disk is full), the rest is dropped and the work goes on to its orderly end; <see cref="Problem"/> says so.
/// </summary>
/// <param name="inner">Where the text goes.</param>
internal sealed class Outlet(TextWriter inner) : TextWriter
{
    private const int LongestLine = 10_000;

    /// <summary>For the library of the console, whose own control sequences pass: its <see cref="PlainSegments"/> let none of ours through.</summary>
    public TextWriter Styled => field ??= new StyledOutlet(this);

    /// <summary>Why not everything was written; null where it was.</summary>
    public Exception? Problem { get; private set; }

    /// <summary>The gate before a writer; the gate itself where it is one.</summary>
    public static TextWriter Over(TextWriter writer) => writer as Outlet ?? new Outlet(writer);

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Send(Printable.Lines(value.ToString()));

    public override void Write(char[] buffer, int index, int count) => Send(Printable.Lines(new string(buffer, index, count)));

    public override void Write(ReadOnlySpan<char> buffer) => Send(Printable.Lines(buffer.ToString()));

    public override void Write(string? value) => Send(Printable.Lines(value ?? ""));

    public override void WriteLine() => Send(inner.NewLine);

    public override void WriteLine(string? value) => Send(Printable.Line(value ?? "", LongestLine) + inner.NewLine);

    public override void Flush() => Send(null);

    // A null flushes. An exception must not come from here: on standard error it would be one from the telling of another.
    private void Send(string? text)
    {
        if (Problem is not null) return;
        try
        {
            if (text is null) inner.Flush();
            else inner.Write(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            Problem = error;
        }
    }

    private sealed class StyledOutlet(Outlet outlet) : TextWriter
    {
        public override Encoding Encoding => outlet.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        // There and back, halves of characters become '�'; the library may have cut one in two.
        public override void Write(string? value) => outlet.Send(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value ?? "")));

        public override void Flush() => outlet.Flush();
    }
}
