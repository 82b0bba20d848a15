using System.Text.Json;

namespace Nabla;

/// <summary>The exceptions by which the engine refuses: each carries its sentence, for <see cref="Said.Of"/>.</summary>
internal static class Refusal
{
    /// <summary>An argument is wrong.</summary>
    public static ArgumentException Argument(Said said, string? parameter = null) => said.On(new ArgumentException(said.ToString(), parameter));

    /// <summary>An argument is wrong because something else failed.</summary>
    public static ArgumentException Argument(Said said, Exception cause) => said.On(new ArgumentException(said.ToString(), cause));

    /// <summary>An argument lies outside its range.</summary>
    public static ArgumentOutOfRangeException Range(string parameter, object? value, Said said) =>
        said.On(new ArgumentOutOfRangeException(parameter, value, said.ToString()));

    /// <summary>Text does not have the form that it must have.</summary>
    public static FormatException Format(Said said, Exception? cause = null) => said.On(new FormatException(said.ToString(), cause));

    /// <summary>A file is not what it should be.</summary>
    public static InvalidDataException Data(Said said, Exception? cause = null) => said.On(new InvalidDataException(said.ToString(), cause));

    /// <summary>Text is not the JSON that it should be.</summary>
    public static JsonException Json(Said said, Exception? cause = null) => said.On(new JsonException(said.ToString(), cause));

    /// <summary>It cannot be done now.</summary>
    public static InvalidOperationException Operation(Said said, Exception? cause = null) =>
        said.On(new InvalidOperationException(said.ToString(), cause));

    /// <summary>There is no such file.</summary>
    public static FileNotFoundException Missing(Said said, string? path = null) => said.On(new FileNotFoundException(said.ToString(), path));

    /// <summary>A file cannot be read or written.</summary>
    public static IOException File(Said said, Exception? cause = null) => said.On(new IOException(said.ToString(), cause));
}
