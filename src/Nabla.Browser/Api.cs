using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;

namespace Nabla.Browser;

/// <summary>What the page's worker sees of the engine; all else is in <see cref="Laboratory"/>.</summary>
internal static partial class Api
{
    private static readonly Dispatcher Dispatcher = new(new Laboratory());

    [JSExport]
    internal static void Give(byte[] bytes) => Dispatcher.Give(bytes);

    [JSExport]
    internal static string Call(string method, string arguments) => Refusable(() => Dispatcher.Call(method, arguments));

    [JSExport]
    internal static byte[] Fetch(string method, string arguments) => Refusable(() => Dispatcher.Fetch(method, arguments));

    // Of an exception the page gets the message alone: there its sentence crosses, as JSON.
    private static T Refusable<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception error)
        {
            throw new InvalidOperationException(JsonSerializer.Serialize(Said.Of(error), LaboratoryJson.Default.Said), error);
        }
    }
}
