using System.Diagnostics.CodeAnalysis;
using FlowKernel.Schema;

namespace FlowKernel.Kql.Language;

/// <summary>
/// The replies of the latest checks, as cells run again and again. A reply depends on the text, on the schema, which does
/// not change, and on the types of parameters; what depends on their values or on the clock comes after it.
/// </summary>
internal sealed class RememberedChecks
{
    /// <summary>The longest JSON of a reply that is worth its memory, in UTF-16 units.</summary>
    public const int LongestReply = 1 << 20;

    private const int Most = 64;
    private readonly Dictionary<Key, LinkedListNode<(Key Key, CheckReply Reply)>> _known = [];
    private readonly LinkedList<(Key Key, CheckReply Reply)> _latest = [];
    private readonly Lock _gate = new();

    /// <summary>What the script answered to the same question.</summary>
    public bool TryFind(Key key, [NotNullWhen(true)] out CheckReply? reply)
    {
        lock (_gate)
        {
            reply = _known.GetValueOrDefault(key)?.Value.Reply;
            if (reply is not null)
                Renew(key, reply);
            return reply is not null;
        }
    }

    /// <summary>Keeps an answer, and forgets the oldest where there are too many.</summary>
    public void Add(Key key, CheckReply reply)
    {
        lock (_gate)
        {
            Renew(key, reply);
            if (_known.Count <= Most)
                return;
            _known.Remove(_latest.Last!.Value.Key);
            _latest.RemoveLast();
        }
    }

    private void Renew(Key key, CheckReply reply)
    {
        if (_known.Remove(key, out var before))
            _latest.Remove(before);
        _known[key] = _latest.AddFirst((key, reply));
    }

    /// <summary>What a reply depends on; the schema is meant as an instance.</summary>
    internal sealed record Key(string Text, string Parameters, DatabaseSchema Schema)
    {
        /// <inheritdoc/>
        public bool Equals(Key? other) => other is not null && Text == other.Text
            && Parameters == other.Parameters && ReferenceEquals(Schema, other.Schema);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Text, Parameters);
    }
}
