namespace Nabla.Browser;

internal sealed partial class Laboratory
{
    /// <summary>Says what a run's name asks for and whether it can be started.</summary>
    /// <param name="name">The name, such as <c>nabla:1/data=digits/seed=1</c>.</param>
    public RunCheck Check(string name) => throw new NotSupportedException();

    /// <summary>Starts a run, at step 0, in the place of the one that was here.</summary>
    /// <param name="name">Its name.</param>
    public RunInfo Start(string name) => throw new NotSupportedException();

    /// <summary>Trains on, until a step is reached or the time is up.</summary>
    /// <param name="until">The step to stop at.</param>
    /// <param name="milliseconds">How long this may take.</param>
    public Progress Advance(long until, double milliseconds) => throw new NotSupportedException();

    /// <summary>Goes to a step, back or forward, to the very bits, until it is there or the time is up.</summary>
    /// <param name="step">The step to go to.</param>
    /// <param name="milliseconds">How long this may take.</param>
    public Progress Seek(long step, double milliseconds) => throw new NotSupportedException();

    /// <summary>Where the run is now.</summary>
    public Moment Moment() => throw new NotSupportedException();

    /// <summary>All costs and epochs of the run so far.</summary>
    public History History() => throw new NotSupportedException();

    /// <summary>The mini-batch that is learned from after so many steps.</summary>
    /// <param name="step">The steps before it.</param>
    public MiniBatch Batch(long step) => throw new NotSupportedException();

    /// <summary>Sets a parameter of the network at this moment, to see what would be; training goes on without it.</summary>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="neuron">The neuron, from 0.</param>
    /// <param name="input">The neuron of the layer before, from 0; null for the bias.</param>
    /// <param name="value">The value.</param>
    public Moment Edit(int layer, int neuron, int? input, double value) => throw new NotSupportedException();

    /// <summary>Takes back all edits of this moment.</summary>
    public Moment UndoEdits() => throw new NotSupportedException();
}
