using System.Globalization;
using System.Xml.Linq;

namespace Nabla.Tests;

/// <summary>What stands in an SVG, read as XML.</summary>
internal sealed class DecodedSvg(string svg)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public XElement Root { get; } = XDocument.Parse(svg).Root!;

    public IEnumerable<XElement> All(string name) => Root.Descendants(Svg + name);

    public static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The texts that are read, without the rims behind them.</summary>
    public IEnumerable<XElement> Texts => All("text").Where(text => text.Attribute("aria-hidden") is null);

    /// <summary>How values become places along an axis, told by two of its numbers.</summary>
    public Func<double, double> Axis(string coordinate, string anchor, (string Text, double Value) a, (string Text, double Value) b)
    {
        double at = Place(a.Text), bt = Place(b.Text);
        return value => at + (value - a.Value) / (b.Value - a.Value) * (bt - at);

        double Place(string text) => Number(Texts.Single(element => element.Value == text && element.Attribute("text-anchor")?.Value == anchor), coordinate);
    }

    /// <summary>The places of the paths in a colour, as they are drawn.</summary>
    public List<(double X, double Y)> Path(RgbColor color) =>
    [
        .. All("path").Where(path => path.Attribute("stroke")?.Value == color.ToString())
            .SelectMany(path => path.Attribute("d")!.Value.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries))
            .Select(place => place.Split(' ')).Select(place => (double.Parse(place[0], CultureInfo.InvariantCulture), double.Parse(place[1], CultureInfo.InvariantCulture))),
    ];
}
