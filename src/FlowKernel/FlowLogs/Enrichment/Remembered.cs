using System.Collections.Concurrent;

namespace FlowKernel.FlowLogs.Enrichment;

/// <summary>
/// Remembers answers, up to about a limit; then it forgets all and begins anew. Safe for many callers.
/// </summary>
internal sealed class Remembered<TKey, TValue>(int limit, Func<TKey, TValue> answer)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _known = [];

    // ConcurrentDictionary.Count takes every lock, which costs more than an answer.
    private int _count;

    public TValue this[TKey key]
    {
        get
        {
            if (_known.TryGetValue(key, out var known))
                return known;
            if (Interlocked.Increment(ref _count) > limit)
            {
                _known.Clear();
                _count = 0;
            }

            return _known.GetOrAdd(key, answer);
        }
    }
}
