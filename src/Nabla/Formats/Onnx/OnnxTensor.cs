using System.Runtime.InteropServices;

namespace Nabla;

/// <summary>Numbers with a shape, left in the bytes of the file until they are wanted: what nobody uses costs nothing.</summary>
internal sealed class OnnxTensor
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly NumberType _type;

    /// <summary>Numbers as a file has them.</summary>
    /// <param name="shape">Its sizes; none for a single number.</param>
    /// <param name="type">Of what kind the numbers are.</param>
    /// <param name="bytes">The numbers, the last size running fastest; as many as the shape says.</param>
    public OnnxTensor(IReadOnlyList<long> shape, NumberType type, ReadOnlyMemory<byte> bytes)
    {
        Shape = shape;
        _type = type;
        _bytes = bytes;
    }

    /// <summary>A few numbers of our own.</summary>
    public OnnxTensor(IReadOnlyList<long> shape, float[] values)
        : this(shape, NumberType.Single, ParameterBytes.ToLittleEndian(values).ToArray())
    {
    }

    /// <summary>Its sizes; none for a single number.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => _bytes.Length / _type.Size();

    /// <summary>Its only number; null where there are none or several.</summary>
    public float? Single => Count == 1 ? ToArray()[0] : null;

    /// <summary>Writes the numbers.</summary>
    /// <param name="values">Room for as many as there are.</param>
    public void CopyTo(Span<float> values)
    {
        if (_type == NumberType.Single && BitConverter.IsLittleEndian) MemoryMarshal.Cast<byte, float>(_bytes.Span).CopyTo(values);
        else _type.Read(_bytes.Span, values[..Count]);
    }

    /// <summary>A copy of the numbers.</summary>
    public float[] ToArray()
    {
        float[] values = new float[Count];
        CopyTo(values);
        return values;
    }
}
