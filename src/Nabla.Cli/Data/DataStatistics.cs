namespace Nabla.Cli;

/// <summary>Counts examples by class, and describes their inputs.</summary>
internal static class DataStatistics
{
    public static DataInfo Of(LoadedData data) => new(
        data.Name, data.Where, data.Train.Inputs, data.Train.Width, data.Train.Height, data.Train.Classes, Of(data.Train), Of(data.Test));

    private static DataPartInfo Of(Dataset examples)
    {
        int[] perClass = new int[examples.Classes];
        foreach (int label in examples.Labels) perClass[label]++;

        double sum = 0, squares = 0;
        long zeros = 0;
        float[] input = new float[examples.Inputs];
        for (int i = 0; i < examples.Count; i++)
        {
            examples.CopyInput(i, input);
            foreach (float x in input)
            {
                sum += x;
                squares += x * x;
                if (x == 0) zeros++;
            }
        }

        double count = (double)examples.Count * examples.Inputs, mean = sum / count;
        return new DataPartInfo(examples.Count, perClass, mean, Math.Sqrt(Math.Max(0, squares / count - mean * mean)), zeros / count);
    }
}
