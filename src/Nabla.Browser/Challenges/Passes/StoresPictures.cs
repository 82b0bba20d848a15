namespace Nabla.Browser;

/// <summary>A network that is used does not learn: no parameter is another afterwards; and it has no room for the pictures that it learned from.</summary>
internal sealed class StoresPictures() : Challenge("stores-pictures", "C18", "structure.parameters", ChallengeForm.Number)
{
    private const int MostPictures = 1000;
    private const int BytesOfParameter = 4;

    public override Posed? Pose(Scene scene, Rng rng)
    {
        var (network, data) = (scene.Network, scene.Run.Test);
        int pictures = 1 + rng.NextInt(Math.Min(MostPictures, data.Count));
        double bytes = (double)BytesOfParameter * network.ParameterCount, bytesOfPictures = (double)scene.Run.Train.Count * network.Inputs;
        return new Posed(new Dictionary<string, double> { ["pictures"] = pictures, ["parameters"] = network.ParameterCount }, Solve);

        IEnumerable<double> Solve(Work<Solution> work)
        {
            var used = network.Clone();
            var pass = new Evaluator(used, scene.Run.Cost).Begin(used, data.Take(pictures));
            while (!pass.IsDone)
            {
                pass.Next([]);
                yield return (double)pass.Done / pictures;
            }

            work.Result = Solution.Exact(
                Parameter.All(network).Count(parameter => parameter.In(network) != parameter.In(used)),
                new Dictionary<string, double> { ["learns-while-used"] = network.ParameterCount },
                new Dictionary<string, double>
                {
                    ["pictures"] = pictures, ["examples"] = scene.Run.Train.Count, ["kilobytes"] = Written.Short(bytes / 1e3), ["megabytes"] = Written.Short(bytesOfPictures / 1e6),
                });
        }
    }
}
