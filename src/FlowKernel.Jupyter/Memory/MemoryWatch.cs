using FlowKernel.Jupyter.Execution;
using FlowKernel.Notebook;

namespace FlowKernel.Jupyter.Memory;

/// <summary>
/// Stops the running cell before the process is out of memory. At the very limit it is chance which thread gets no
/// more, and where that is one that serves the protocol the process ends; so cells are stopped below it. A thread of
/// its own looks, the more often the less is left, and makes nothing that needs memory while it does.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    // Faster than a thread can fill fresh memory.
    private const long BytesInMillisecond = 4L << 20;
    private const int ShortestPause = 2;
    private const int LongestPause = 200;
    private const int StopPause = 5;

    private const int MostStops = 4000;
    private const int NearLimit = 16;

    private static readonly TimeSpan MostFull = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LastWordsTime = TimeSpan.FromSeconds(1);

    // A collection for nothing must not be repeated so soon that the cell does little else.
    private const int MostShareOfCollecting = 10;

    private const string LastWords =
        "The kernel's memory is full of what cells hold, and work that cannot be stopped goes on in it; "
        + "the kernel's process ends here, and its variables with it. "
        + $"{MemoryLimit.Variable} sets how much cells may use.\n";

    private readonly MemoryRoom _room;
    private readonly HeapLimit _heap;
    private readonly RunningCell _running;
    private readonly TimeProvider _clock;
    private readonly FullTime _full;
    private readonly ManualResetEvent _ended = new(false);
    private readonly Thread _thread;
    private long _mark;
    private long _collectAgain;
    private object? _stopping;

    private MemoryWatch(MemoryRoom room, HeapLimit heap, RunningCell running, TimeProvider clock)
    {
        (_room, _heap, _running, _clock, _mark) = (room, heap, running, clock, room.Cells);
        _full = new FullTime(clock, MostFull);
        _thread = new Thread(Watch) { IsBackground = true, Name = "flowkernel memory" };
    }

    /// <summary>
    /// Limits this process and watches it until disposed; null when the runtime refuses a limit.
    /// </summary>
    public static MemoryWatch? Start(MemoryLimit limit, RunningCell running, TimeProvider clock)
    {
        var room = MemoryRoom.For(limit.Bytes, MachineMemory.Available);
        if (HeapLimit.Set(room.Steps) is not { } heap)
            return null;
        CellMemory.Limit = limit.Bytes;
        MachineMemory.KeepForCells(room.Hard);
        var watch = new MemoryWatch(room, heap, running, clock);
        running.Ended += watch.End;
        watch._thread.Start();
        return watch;
    }

    public void Dispose()
    {
        _running.Ended -= End;
        _ended.Set();
        _thread.Join();
        _heap.Dispose();
        _ended.Dispose();
    }

    private long Mark
    {
        get => Volatile.Read(ref _mark);
        set => Volatile.Write(ref _mark, value);
    }

    private static long Used => GC.GetTotalMemory(forceFullCollection: false);

    private void Watch()
    {
        while (!_ended.WaitOne(PauseAt(Used)))
        {
            var cell = _running.Current;
            if (Used > Mark && IsHeld() && _running.Current == cell)
                Stop(cell);
            else if (Used < _room.Cells)
                Relax();
        }
    }

    private int PauseAt(long used) =>
        (int)Math.Clamp((Mark - used) / BytesInMillisecond, ShortestPause, LongestPause);

    private void Relax()
    {
        Mark = _room.Cells;
        _heap.Restore();
    }

    // What nobody holds any more counts until it is collected.
    private bool IsHeld()
    {
        var now = _clock.GetTimestamp();
        if (now < _collectAgain && Used < (Mark + _room.Hard) / 2)
            return false;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        var end = _clock.GetTimestamp();
        _collectAgain = end + (end - now) * MostShareOfCollecting;
        return Used > Mark;
    }

    private void Stop(object? cell)
    {
        _full.IsTooLong(isFull: false);
        Volatile.Write(ref _stopping, cell);
        CellMemory.IsExhausted = true;
        _running.Interrupt();
        for (var i = 0; i < MostStops && !IsOver(cell) && !_ended.WaitOne(StopPause); i++)
            MakeRoom();

        CellMemory.IsExhausted = false;
        Mark = _room.MarkAbove(Used);
    }

    // The next one may begin before this thread looks again, and it is not to be told what this one has done: it may also
    // have ended by itself, when .NET refused it memory.
    private void End(object cell)
    {
        if (ReferenceEquals(Volatile.Read(ref _stopping), cell))
            CellMemory.IsExhausted = false;
        if (Used > Mark)
            Mark = _room.MarkAbove(Used);
    }

    // Library code has no checks: it goes on until it is refused memory.
    private void MakeRoom()
    {
        EndIfHopeless();
        if (Used > _heap.Bytes - _heap.Bytes / NearLimit)
            _heap.Raise();
    }

    // Work that nothing stops has taken all that there is, and the kernel could not even answer any more.
    private void EndIfHopeless()
    {
        if (!_full.IsTooLong(Used > _room.Hopeless))
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        if (Used < _room.Hopeless)
            return;
        _running.Say(LastWords);
        _ended.WaitOne(LastWordsTime);
        Environment.FailFast(LastWords);
    }

    // Without a cell it is the work that one has left running: then until there is memory again.
    private bool IsOver(object? cell) => cell is null ? Used < _room.Cells : _running.Current != cell;
}
