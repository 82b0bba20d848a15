namespace Nabla.Cli;

/// <summary>Shows which experiments there are.</summary>
internal static class ExperimentListView
{
    public static void Write(Host host)
    {
        foreach (var experiment in Experiment.All)
        {
            host.Out.WriteLine(experiment.Name);
            string summary = experiment.Summary.ToString();
            Paragraph.Write(host, $"{char.ToUpperInvariant(summary[0])}{summary[1..]}. {experiment.Concept}", "    ");
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"{host.Command} experiment NAME runs one; {host.Command} experiment NAME --help has its options.");
    }
}
