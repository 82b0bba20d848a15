namespace Nabla;

/// <summary>
/// A thread's share of a product: some slots and some neurons. Where there are panels enough to deal out, each thread
/// takes panels and all slots, so that a weight is fetched from memory by one thread only; else slots and all neurons.
/// </summary>
/// <param name="From">The first slot.</param>
/// <param name="To">The slot after the last.</param>
/// <param name="First">The first neuron, the beginning of a panel.</param>
/// <param name="End">The neuron after the last.</param>
internal readonly record struct WorkShare(int From, int To, int First, int End)
{
    public int Slots => To - From;

    public static WorkShare Of(int slots, int neurons, int part, int parts)
    {
        if (parts == 1) return new WorkShare(0, slots, 0, neurons);
        int panels = (neurons + Layout.PanelWidth - 1) / Layout.PanelWidth;
        if (panels >= 2 * parts)
        {
            return new WorkShare(
                0, slots, Share(panels, part, parts) * Layout.PanelWidth, (int)Math.Min(neurons, (long)Share(panels, part + 1, parts) * Layout.PanelWidth));
        }

        var (from, to) = OfSlots(slots, part, parts);
        return new WorkShare(from, to, 0, neurons);
    }

    /// <summary>A part of the slots: for what must see all neurons of an example.</summary>
    public static (int From, int To) OfSlots(int slots, int part, int parts) =>
        parts == 1 ? (0, slots) : (slots * part / parts, slots * (part + 1) / parts);

    /// <summary>Where a part begins, when a number of things is dealt out: of so many that the product needs 64 bits.</summary>
    public static int Share(int count, int part, int parts) => (int)((long)count * part / parts);
}
