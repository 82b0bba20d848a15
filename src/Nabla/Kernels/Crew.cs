namespace Nabla;

/// <summary>
/// A few threads that wait for work and do it together. A step of a small network takes microseconds, so the threads
/// spin for a while before they sleep, and giving them work allocates nothing. They end when the crew is collected.
/// </summary>
internal sealed class Crew
{
    // The threads know this, and not the crew itself: they must not keep it alive.
    private readonly Board _board = new();
    private readonly Member[] _members;

    /// <param name="size">Threads in all, the caller's included; at least 1.</param>
    public Crew(int size)
    {
        Size = size;
        _members = new Member[size - 1];
        for (int i = 0; i < _members.Length; i++) _members[i] = new Member(_board, part: i + 1, parts: size);
    }

#pragma warning disable MA0055 // Nobody should have to dispose of a trainer; its threads end when it is gone.
    ~Crew()
#pragma warning restore MA0055
    {
        _board.Stopped = true;
        Announce();
    }

    public int Size { get; }

    /// <summary>
    /// Calls <paramref name="work"/> with (part, parts) for every part at the same time, and returns when all are done.
    /// </summary>
    public void Run(Action<int, int> work)
    {
        if (Size == 1)
        {
            work(0, 1);
            return;
        }

        _board.Work = work;
        Volatile.Write(ref _board.Busy, _members.Length);
        Announce();
        work(0, Size);
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _board.Busy) > 0) spinner.SpinOnce(sleep1Threshold: -1);
        _board.Work = null;
        if (_board.Failure is { } failure) throw Refusal.Operation($"A thread of the crew failed.", failure);
    }

    private void Announce()
    {
        Interlocked.Increment(ref _board.Round);
        foreach (var member in _members) member.WakeUp();
    }

    private sealed class Board
    {
        public Action<int, int>? Work;
        public int Round;
        public int Busy;
        public volatile bool Stopped;
        public volatile Exception? Failure;
    }

    private sealed class Member
    {
        private const int SpinsBeforeSleep = 1000;

        private readonly Board _board;
        private readonly object _gate = new();
        private int _asleep;

        public Member(Board board, int part, int parts)
        {
            _board = board;
            new Thread(() => Serve(part, parts)) { IsBackground = true, Name = $"nabla {part}" }.Start();
        }

        public void WakeUp()
        {
            if (Volatile.Read(ref _asleep) == 0) return;
            lock (_gate) Monitor.Pulse(_gate);
        }

        private void Serve(int part, int parts)
        {
            for (int round = 0; ;)
            {
                round = WaitForNext(round);
                if (_board.Stopped) return;
                try
                {
                    _board.Work!(part, parts);
                }
                catch (Exception error)
                {
                    _board.Failure = error;
                }

                Interlocked.Decrement(ref _board.Busy);
            }
        }

        private int WaitForNext(int round)
        {
            for (int spins = 0; spins < SpinsBeforeSleep; spins++)
            {
                int now = Volatile.Read(ref _board.Round);
                if (now != round) return now;
                Thread.SpinWait(8);
            }

            lock (_gate)
            {
                // Announced before looking once more: whoever gives work now sees the sleeper, or the sleeper sees the work.
                Interlocked.Exchange(ref _asleep, 1);
                while (Volatile.Read(ref _board.Round) == round) Monitor.Wait(_gate);
                Volatile.Write(ref _asleep, 0);
                return Volatile.Read(ref _board.Round);
            }
        }
    }
}
