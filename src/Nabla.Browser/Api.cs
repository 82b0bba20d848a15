using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;

namespace Nabla.Browser;

internal static partial class Api
{
    [JSExport]
    internal static string Hello(int examples)
    {
        var clock = Stopwatch.StartNew();
        var data = Digits.Make(examples, 1);
        double made = clock.Elapsed.TotalSeconds;
        return $"{data.Count} digits in {made:F3} s";
    }
}
