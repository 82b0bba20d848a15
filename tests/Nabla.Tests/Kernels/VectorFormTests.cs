using System.Runtime.Intrinsics;

namespace Nabla.Tests;

/// <summary>Every kind has its line in the table of its family.</summary>
public class VectorFormTests
{
    [Fact]
    public void Every_activation_has_a_vector_form()
    {
        Assert.All(Activation.All, activation => ActivationKernel<Lanes128, Vector128<float>>.For(activation));
        Assert.Equal(Kinds<Activation>(), Activation.All.Select(activation => activation.GetType().Name).Order());
    }

    [Fact]
    public void Every_cost_has_a_vector_form()
    {
        Assert.All(Cost.All, cost => CostKernel<Lanes128, Vector128<float>>.For(cost));
        Assert.Equal(Kinds<Cost>(), Cost.All.Select(cost => cost.GetType().Name).Order());
    }

    [Fact]
    public void Every_optimizer_has_a_vector_form()
    {
        Assert.All(Optimizer.All, optimizer => OptimizerKernel<Lanes128, Vector128<float>>.For(optimizer));
        Assert.Equal(Kinds<Optimizer>(), Optimizer.All.Select(optimizer => optimizer.GetType().Name).Order());
    }

    [Fact]
    public void Costs_joined_with_an_activation_are_those_that_name_one() =>
        Assert.All(Cost.All, cost => Assert.Equal(cost.OutputActivation is not null, CostKernel<Lanes128, Vector128<float>>.For(cost).IsJoined));

    // What is declared, whether or not it was listed.
    private static IEnumerable<string> Kinds<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => type.Name).Order();
}
