using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;

namespace Nabla.Browser;

/// <summary>What the page's worker sees of the engine; all else is in <see cref="Laboratory"/>.</summary>
internal static partial class Api
{
    private static readonly Dispatcher Dispatcher = new(new Laboratory());

    // The page writes into the array itself: a data set has 55 MB, and each copy on the way would be as large.
    [JSExport]
    internal static void Give(int length)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(length);
        Fill(bytes);
        Dispatcher.Give(bytes);
    }

    [JSImport("fill", "page")]
    private static partial void Fill([JSMarshalAs<JSType.MemoryView>] Span<byte> room);

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
