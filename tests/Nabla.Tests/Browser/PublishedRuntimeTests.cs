using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Nabla.Browser;

namespace Nabla.Tests.Browser;

/// <summary>The engine that the page loads, started in Node: what it computes is what the desktop computes, as docs/decisions/0007 says.</summary>
public class PublishedRuntimeTests
{
    private const string Name = "nabla:1/data=digits/train-examples=300/test-examples=100/epochs=3/seed=1";

    private const double Exactly = 0;
    private const double KernelTolerance = 1e-5;

    [PublishedFact]
    public void The_page_s_engine_agrees_with_the_desktop_s()
    {
        using var page = JsonDocument.Parse(RunNode("smoke.mjs"));
        var root = page.RootElement;
        var laboratory = new Laboratory();
        LaboratoryFixture.Finish(() => laboratory.MakeDigits(300, 100, 1000));
        var info = laboratory.Start(Name);
        var example = new ExampleRef(ExampleSet.Test, 7);

        Assert.Equal(laboratory.Pixels(ExampleSet.Train, 0, 10), Convert.FromHexString(root.GetProperty("pixels").GetString()!));
        Assert.Equal(laboratory.Weights(1), Floats(root.GetProperty("before").GetProperty("weights")));
        Near(laboratory.Explain(example), root.GetProperty("before").GetProperty("explanation"), Exactly);

        laboratory.Advance(info.Steps);
        var after = root.GetProperty("after");
        Assert.All(laboratory.Weights(1).Zip(Floats(after.GetProperty("weights"))), pair => Assert.Equal(pair.First, pair.Second, KernelTolerance));
        Near(laboratory.Explain(example), after.GetProperty("explanation"), KernelTolerance);
        Near(LaboratoryFixture.Finish(() => laboratory.Review(ExampleSet.Test, 1000)), after.GetProperty("review"), KernelTolerance);
        Near(laboratory.History(), root.GetProperty("history"), KernelTolerance);
        Assert.Equal(after.GetProperty("weights").GetString(), root.GetProperty("replayed").GetString());
    }

    private static float[] Floats(JsonElement hex) => MemoryMarshal.Cast<byte, float>(Convert.FromHexString(hex.GetString()!)).ToArray();

    private static void Near<T>(T expected, JsonElement actual, double tolerance) =>
        Near(JsonSerializer.SerializeToElement(expected, typeof(T), LaboratoryJson.Default), actual, tolerance, "");

    private static void Near(JsonElement expected, JsonElement actual, double tolerance, string path)
    {
        Assert.Equal(expected.ValueKind, actual.ValueKind);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject()) Near(property.Value, actual.GetProperty(property.Name), tolerance, $"{path}.{property.Name}");
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                foreach (var (i, value) in expected.EnumerateArray().Index()) Near(value, actual[i], tolerance, $"{path}[{i}]");
                break;
            case JsonValueKind.Number when path.EndsWith(".seconds", StringComparison.Ordinal) || path.EndsWith(".examplesPerSecond", StringComparison.Ordinal):
                break;
            case JsonValueKind.Number:
                double x = expected.GetDouble(), y = actual.GetDouble();
                Assert.True(Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)), $"{path}: {x:R} on the desktop, {y:R} in the page");
                break;
            default:
                Assert.Equal(expected.GetRawText(), actual.GetRawText());
                break;
        }
    }

    internal static string RunNode(string script, params string[] arguments)
    {
        string path = Path.Combine(Repository.Root, "tests", "browser", script);
        using var node = Process.Start(new ProcessStartInfo("node", [path, PublishedFactAttribute.Framework, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return output;
    }
}
