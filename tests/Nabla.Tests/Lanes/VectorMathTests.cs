using System.Runtime.Intrinsics;

namespace Nabla.Tests;

public class VectorMathTests
{
    [Fact]
    public void Exponential_is_good_to_two_units_in_the_last_place()
    {
        for (float x = -87; x <= 87; x += 0.0137f)
        {
            float computed = VectorMath<Lanes128, Vector128<float>>.Exp(Vector128.Create(x)).ToScalar();
            Assert.Equal(1, computed / Math.Exp(x), 2.4e-7);
        }
    }

    [Fact]
    public void Logarithm_of_one_plus_is_good_to_a_few_units_in_the_last_place()
    {
        for (float u = 1e-6f; u <= 1; u *= 1.013f)
        {
            float computed = VectorMath<Lanes128, Vector128<float>>.LogOnePlus(Vector128.Create(u)).ToScalar();
            Assert.Equal(1, computed / Math.Log(1 + (double)u), 4e-7);
        }
    }

    [Fact]
    public void Hyperbolic_tangent_is_good_near_zero_and_far_from_it()
    {
        for (float z = -20; z <= 20; z += 0.0037f)
        {
            float computed = TanhLanes<Lanes128, Vector128<float>>.Apply(Vector128.Create(z), out var slope).ToScalar();
            Assert.Equal(1, computed / Math.Tanh(z), 1e-6);
            double expected = 1 / (Math.Cosh(z) * Math.Cosh(z));
            Assert.Equal(1, slope.ToScalar() / expected, 1e-6);
        }
    }
}
