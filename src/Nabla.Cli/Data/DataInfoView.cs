namespace Nabla.Cli;

/// <summary>Shows what data are like; the same on a terminal and elsewhere.</summary>
internal static class DataInfoView
{
    public static void Write(DataInfo info, LoadedData data, Host host)
    {
        string size = info.Width > 0 ? $"{info.Width}×{info.Height} pixels" : $"{info.Inputs} inputs";
        host.Out.WriteLine($"{data.Train.Name}: {size}, {info.Classes} classes; {info.Where}");
        Line("train", info.Train);
        Line("test", info.Test);
        host.Out.WriteLine();
        host.Out.WriteLine($"{"class",5}{"train",9}{"test",9}");
        int most = info.Train.PerClass.Max();
        for (int c = 0; c < info.Classes; c++)
        {
            string bar = Bar.Of((double)info.Train.PerClass[c] / most, 40).TrimEnd();
            host.Out.WriteLine($"{c,5}{Format.Count(info.Train.PerClass[c]),9}{Format.Count(info.Test.PerClass[c]),9}  {bar}");
        }

        void Line(string name, DataPartInfo part) => host.Out.WriteLine(
            $"  {name,-5} {Format.Count(part.Examples),7} examples; mean {part.Mean:F4}, deviation {part.Deviation:F4}, "
                + $"{Format.Percent(part.Dark)} of the inputs are zero");
    }
}
