using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>The first sentence of what the doc comments of the engine and of its surface for the page say.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members = Libraries.All.Append(typeof(Laboratory).Assembly)
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    public string? Of(Type type) => Sentence(Find("T:" + type.FullName)?.Element("summary"));

    /// <summary>A property's own comment, or that of the record's parameter of this name.</summary>
    public string? Of(PropertyInfo property) =>
        Sentence(Find($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary")
            ?? Find("T:" + property.DeclaringType.FullName)?.Elements("param").FirstOrDefault(param => param.Attribute("name")!.Value == property.Name));

    public string? Of(MethodInfo method)
    {
        string name = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        return Sentence(_members.FirstOrDefault(member => member.Key == name || member.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value?.Element("summary"));
    }

    private XElement? Find(string name) => _members.GetValueOrDefault(name);

    private static string? Sentence(XElement? comment)
    {
        if (comment is null) return null;
        string text = Spaces().Replace(string.Concat(comment.Nodes().Select(Text)), " ").Trim();
        var first = FirstSentence().Match(text);
        return first.Success ? first.Value : text;
    }

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.', ':')[^1] ?? "",
        XElement element => element.Value,
        _ => node.ToString(),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^.*?\.(?=\s|$)")]
    private static partial Regex FirstSentence();
}
