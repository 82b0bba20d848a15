using System.Runtime.CompilerServices;

namespace Nabla;

/// <summary>Elementary functions on vectors, from additions, multiplications and divisions alone.</summary>
internal static class VectorMath<L, V>
    where L : struct, ILanes<V>
    where V : unmanaged
{
    /// <summary>
    /// <c>eˣ</c>: <c>x = n·ln 2 + r</c> with <c>|r| ≤ ½ ln 2</c>, a polynomial of degree 6 in r, then times 2ⁿ. Good to about
    /// one unit in the last place; x is held within ±87.3, where the result is a normal number. Not-a-number stays so.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp(V x)
    {
        x = L.Max(L.All(-87.3f), L.Min(L.All(87.3f), x));
        V n = L.Round(L.Multiply(x, L.All(1.44269504f)));

        // ln 2 in two pieces, the first with so few bits that n·piece is exact.
        V r = L.MultiplyAdd(n, L.All(-0.693359375f), x);
        r = L.MultiplyAdd(n, L.All(2.12194440e-4f), r);

        // The Taylor coefficients serve: on so short an interval the minimax ones differ by less than the rounding.
        V p = L.All(1f / 5040);
        p = L.MultiplyAdd(p, r, L.All(1f / 720));
        p = L.MultiplyAdd(p, r, L.All(1f / 120));
        p = L.MultiplyAdd(p, r, L.All(1f / 24));
        p = L.MultiplyAdd(p, r, L.All(1f / 6));
        p = L.MultiplyAdd(p, r, L.All(0.5f));
        p = L.MultiplyAdd(p, r, L.All(1f));
        p = L.MultiplyAdd(p, r, L.All(1f));
        return L.Scale(p, n);
    }

    /// <summary>
    /// Zero where an error is too small to move anything. Without it the errors of saturated neurons sink among the
    /// subnormal numbers, on which processors take a hundred times as long; training would slow down as it goes on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V WithoutNegligible(V delta) => L.WhereGreater(L.All(1e-25f), L.Abs(delta), L.All(0), delta);

    /// <summary>The same for a square: its root is far below every ε.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V WithoutNegligibleSquare(V square) => L.WhereGreater(L.All(1e-35f), square, L.All(0), square);

    /// <summary>
    /// <c>ln(1+u)</c> for u from 0 to 1, as <c>2·atanh(s)</c> with <c>s = u/(2+u) ≤ ⅓</c>, by its series to s¹⁵.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogOnePlus(V u)
    {
        V s = L.Divide(u, L.Add(L.All(2), u));
        V s2 = L.Multiply(s, s);
        V p = L.All(2f / 15);
        p = L.MultiplyAdd(p, s2, L.All(2f / 13));
        p = L.MultiplyAdd(p, s2, L.All(2f / 11));
        p = L.MultiplyAdd(p, s2, L.All(2f / 9));
        p = L.MultiplyAdd(p, s2, L.All(2f / 7));
        p = L.MultiplyAdd(p, s2, L.All(2f / 5));
        p = L.MultiplyAdd(p, s2, L.All(2f / 3));
        p = L.MultiplyAdd(p, s2, L.All(2f));
        return L.Multiply(s, p);
    }

    /// <summary>
    /// <c>e^(x²)·erfc(x)</c> for x from 0 to about 9, as a polynomial in <c>t = 1/(1 + 0.45·x)</c> that was fitted to it; good to 2·10⁻⁷
    /// of its value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ScaledErfc(V x)
    {
        V t = L.Divide(L.All(1), L.MultiplyAdd(x, L.All(0.45f), L.All(1)));
        V p = L.All(-0.032757118f);
        p = L.MultiplyAdd(p, t, L.All(0.144576206f));
        p = L.MultiplyAdd(p, t, L.All(-0.194609880f));
        p = L.MultiplyAdd(p, t, L.All(0.00528930174f));
        p = L.MultiplyAdd(p, t, L.All(0.0873306617f));
        p = L.MultiplyAdd(p, t, L.All(0.0638846755f));
        p = L.MultiplyAdd(p, t, L.All(0.193497628f));
        p = L.MultiplyAdd(p, t, L.All(0.224637628f));
        p = L.MultiplyAdd(p, t, L.All(0.254284233f));
        p = L.MultiplyAdd(p, t, L.All(0.253866643f));
        return L.Multiply(p, t);
    }
}
