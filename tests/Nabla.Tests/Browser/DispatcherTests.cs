using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>Calls cross by name, with arguments and answers as JSON or bytes.</summary>
public class DispatcherTests
{
    private readonly Dispatcher _dispatcher = new(LaboratoryFixture.Started());

    [Fact]
    public void Every_type_that_crosses_is_known_to_the_serializer()
    {
        var methods = typeof(Laboratory).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        Assert.Equal(methods.Length, methods.Select(method => method.Name).Distinct().Count());
        Assert.All(Types(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)),
            type => Assert.NotNull(ArgumentsJson.Default.GetTypeInfo(type)));
        Assert.All(Types(methods.Select(method => method.ReturnType)), type => Assert.NotNull(LaboratoryJson.Default.GetTypeInfo(type)));

        static IEnumerable<Type> Types(IEnumerable<Type> types) => types.Where(type => !type.IsArray).Distinct();
    }

    [Fact]
    public void An_answer_is_JSON_in_the_page_s_spelling()
    {
        using var chain = JsonDocument.Parse(_dispatcher.Call("chain", """[{"set":"test","index":3},1,2,300]"""));
        Assert.Equal(300, chain.RootElement.GetProperty("parameter").GetProperty("input").GetInt32());
        Assert.Equal(JsonValueKind.Number, chain.RootElement.GetProperty("dCdZ").ValueKind);
        using var check = JsonDocument.Parse(_dispatcher.Call("checkDerivative", """[{"set":"test","index":3},1,2,null]"""));
        Assert.Equal(JsonValueKind.Null, check.RootElement.GetProperty("parameter").GetProperty("input").ValueKind);
        Assert.Contains("\"state\":\"running\"", _dispatcher.Call("moment", "[]"), StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_cross_as_the_bytes_of_their_numbers()
    {
        var network = RunName.Parse(LaboratoryFixture.Name).CreateNetwork(LaboratoryFixture.Digits.Train);
        Assert.Equal(network.Layers[0].Weights.ToArray(), MemoryMarshal.Cast<byte, float>(_dispatcher.Fetch("weights", "[1]")).ToArray());
        Assert.Equal(LaboratoryFixture.Digits.Test.Labels.ToArray(), MemoryMarshal.Cast<byte, int>(_dispatcher.Fetch("labels", "[\"test\"]")).ToArray());
        _dispatcher.Give(new byte[4]);
        Assert.Contains("\"blank\":true", _dispatcher.Call("draw", "[2,2,true,null]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly", "[]", "The engine has no call 'fly'.")]
    [InlineData("weights", "[]", "takes 1 arguments and 0 arrays")]
    [InlineData("draw", "[2,2,true,null]", "takes 4 arguments and 1 arrays")]
    [InlineData("neuron", """[{"set":"test","index":3},"one",2]""", "The argument 'layer' is wrong")]
    [InlineData("neuron", """[{"set":"moon","index":3},1,2]""", "The argument 'example' is wrong")]
    [InlineData("neuron", "[null,1,2]", "The argument 'example' is wrong")]
    [InlineData("neuron", """[{"index":3},1,2]""", "The argument 'example' is wrong")]
    public void What_cannot_be_called_is_said_in_words(string method, string arguments, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => _dispatcher.Call(method, arguments)).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_that_JSON_has_no_word_for_are_refused_in_words()
    {
        string name = $"{LaboratoryFixture.Name}/hidden=2-2-2-2/activation=identity/output-activation=identity";
        _dispatcher.Call("start", $"[\"{name}\"]");
        for (int layer = 1; layer <= 5; layer++) _dispatcher.Call("edit", $"[{layer},0,null,3e38]");
        for (int layer = 2; layer <= 5; layer++) _dispatcher.Call("edit", $"[{layer},0,0,3e38]");
        Assert.Contains("have become too large", Assert.Throws<InvalidOperationException>(
            () => _dispatcher.Call("explain", """[{"set":"test","index":3}]""")).Message, StringComparison.Ordinal);
        _dispatcher.Call("undoEdits", "[]");
        Assert.Contains("\"cost\"", _dispatcher.Call("explain", """[{"set":"test","index":3}]"""), StringComparison.Ordinal);
    }
}
