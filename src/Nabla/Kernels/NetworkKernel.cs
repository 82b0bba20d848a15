using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Nabla;

/// <summary>Makes the kernel for a network on this machine.</summary>
internal static class NetworkKernel
{
    /// <summary>The most examples that go through the layers together; enough to fill the vectors, few enough for the cache.</summary>
    public const int MaxSlots = 128;

    private const int NarrowNetwork = 16;

    // What the slots of a layer as wide as may be are worth: 256 MB. No network that is trained in earnest comes near it.
    private const int RoomForSlots = 1 << 26;

    /// <summary>Whether it is worth saying which examples come next.</summary>
    public static bool Prefetches => Sse.IsSupported;

    /// <summary>A kernel for the registers that suit the machine and the network best.</summary>
    /// <param name="network">The network; its parameters are taken over.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="slots">Number of slots; of a network with very wide layers there may be fewer, see <see cref="IForwardKernel.Capacity"/>.</param>
    /// <param name="crew">The threads to work with; the caller's alone where null.</param>
    public static ILearningKernel Create(Network network, Cost cost, int slots, Crew? crew = null) =>
        Create(network, cost, slots, BestLanes(network), crew);

    /// <summary>A kernel that only goes forward, and has no memory for what goes back.</summary>
    /// <param name="network">The network; its parameters are taken over.</param>
    /// <param name="cost">The cost that it can tell, or null for none.</param>
    /// <param name="slots">As above.</param>
    /// <param name="crew">As above.</param>
    public static IForwardKernel Forward(Network network, Cost? cost, int slots, Crew? crew = null) =>
        Create(network, cost, slots, BestLanes(network), crew, learns: false);

    /// <summary>A kernel for registers of a chosen width.</summary>
    /// <param name="network">The network; its parameters are taken over.</param>
    /// <param name="cost">The cost, or null for none.</param>
    /// <param name="slots">Number of slots.</param>
    /// <param name="lanes">4, 8 or 16.</param>
    /// <param name="crew">The threads to work with; the caller's alone where null.</param>
    /// <param name="learns">Whether it goes backward too.</param>
    public static ILearningKernel Create(Network network, Cost? cost, int slots, int lanes, Crew? crew = null, bool learns = true)
    {
        crew ??= Alone;
        slots = Math.Min(slots, SlotsFor(network));
        return lanes switch
        {
            16 => new DenseKernel<Lanes512, Vector512<float>>(network, cost, slots, crew, learns),
            8 => new DenseKernel<Lanes256, Vector256<float>>(network, cost, slots, crew, learns),
            _ => new DenseKernel<Lanes128, Vector128<float>>(network, cost, slots, crew, learns),
        };
    }

    // What is listed by input is filled up, and has room for a vector more.
    private static int SlotsFor(Network network) => Math.Max(1, RoomForSlots / Layout.Padded(network.Sizes.Max()) - 2 * Layout.RowMultiple);

    private static Crew Alone { get; } = new(1);

    // Vectors of 16 lower the clock of many processors. A narrow network is bound by loads and stores, which move as many
    // bytes by eights; the bits are the same.
    private static int BestLanes(Network network)
    {
        int widest = network.Layers.Max(layer => layer.Outputs);
        if (Vector512.IsHardwareAccelerated && widest > NarrowNetwork) return Vector512<float>.Count;
        return Vector256.IsHardwareAccelerated ? Vector256<float>.Count : Vector128<float>.Count;
    }
}
