using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>
/// An optimizer's formula on vectors. What it remembers is cut to zero where it is too small to move anything, for the reason
/// of <see cref="VectorMath{L, V}.WithoutNegligible"/>.
/// </summary>
internal interface IUpdateRule<V>
    where V : unmanaged
{
    /// <summary>The parameter after a step along the gradient; <paramref name="first"/> and <paramref name="second"/> are remembered.</summary>
    V Next(V parameter, V gradient, ref V first, ref V second);
}

/// <summary><see cref="Momentum"/>.</summary>
internal readonly struct MomentumRule<L, V>(Momentum momentum, double rate) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _mu = L.All((float)momentum.Mu);
    private readonly V _step = L.All((float)-rate);
    private readonly bool _isNesterov = momentum.IsNesterov;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        V velocity = first = VectorMath<L, V>.WithoutNegligible(L.MultiplyAdd(_mu, first, gradient));
        if (_isNesterov) velocity = L.MultiplyAdd(_mu, velocity, gradient);
        return L.MultiplyAdd(velocity, _step, parameter);
    }
}

/// <summary><see cref="RmsProp"/>.</summary>
internal readonly struct RmsPropRule<L, V>(RmsProp rmsProp, double rate) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _rho = L.All((float)rmsProp.Rho);
    private readonly V _rest = L.All((float)(1 - rmsProp.Rho));
    private readonly V _epsilon = L.All((float)rmsProp.Epsilon);
    private readonly V _step = L.All((float)-rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        first = VectorMath<L, V>.WithoutNegligibleSquare(L.MultiplyAdd(_rho, first, L.Multiply(_rest, L.Multiply(gradient, gradient))));
        return L.MultiplyAdd(L.Divide(gradient, L.Add(L.Sqrt(first), _epsilon)), _step, parameter);
    }
}

/// <summary><see cref="Adam"/>, but for the decay.</summary>
internal readonly struct AdamRule<L, V>(Adam adam, double rate, long step) : IUpdateRule<V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    private readonly V _beta1 = L.All((float)adam.Beta1);
    private readonly V _rest1 = L.All((float)(1 - adam.Beta1));
    private readonly V _beta2 = L.All((float)adam.Beta2);
    private readonly V _rest2 = L.All((float)(1 - adam.Beta2));
    private readonly V _epsilon = L.All((float)adam.Epsilon);
    private readonly V _step = L.All((float)(-rate / (1 - DeterministicMath.Power(adam.Beta1, step))));
    private readonly V _correction = L.All((float)(1 / (1 - DeterministicMath.Power(adam.Beta2, step))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Next(V parameter, V gradient, ref V first, ref V second)
    {
        first = VectorMath<L, V>.WithoutNegligible(L.MultiplyAdd(_beta1, first, L.Multiply(_rest1, gradient)));
        second = VectorMath<L, V>.WithoutNegligibleSquare(L.MultiplyAdd(_beta2, second, L.Multiply(_rest2, L.Multiply(gradient, gradient))));
        V size = L.Add(L.Sqrt(L.Multiply(second, _correction)), _epsilon);
        return L.MultiplyAdd(L.Divide(first, size), _step, parameter);
    }
}
