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
