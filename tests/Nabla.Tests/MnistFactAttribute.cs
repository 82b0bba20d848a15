namespace Nabla.Tests;

/// <summary>A test that needs MNIST itself. It runs where MNIST is found, and elsewhere is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute()
    {
        if (!Mnist.TryFind(out _))
            Skip = "MNIST is not on this machine: set NABLA_DATA to a folder that has it in a folder 'mnist'.";
    }
}
