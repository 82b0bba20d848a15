namespace Nabla;

/// <summary>A list that grows without copying what is in it once it is long: a table of millions of rows would otherwise be there twice.</summary>
internal sealed class LongList<T>
{
    private const int Bits = 14, Part = 1 << Bits;

    private readonly List<T> _first = [];
    private List<T[]>? _rest;

    public int Count { get; private set; }

    public T this[int index] => index < Part ? _first[index] : _rest![(index >> Bits) - 1][index & (Part - 1)];

    public void Add(T item)
    {
        if (Count < Part)
        {
            _first.Add(item);
        }
        else
        {
            _rest ??= [];
            if (Count >> Bits > _rest.Count) _rest.Add(new T[Part]);
            _rest[^1][Count & (Part - 1)] = item;
        }

        Count++;
    }
}
