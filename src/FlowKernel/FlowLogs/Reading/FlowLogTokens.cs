using System.Text;
using System.Text.Json;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>Turns the JSON tokens of a flow log into records, whatever the buffer boundaries.</summary>
internal sealed class FlowLogTokens(FlowLogFindings findings)
{
    private const int LargestShared = 256;
    private const int MostShared = 10_000;
    private readonly Stack<JsonPlace> _places = new([JsonPlace.Entries]);
    private readonly Stack<RecordBuilder> _open = [];
    private readonly Queue<FlowRecord> _done = [];
    private readonly Dictionary<string, string> _seenTexts = new(StringComparer.Ordinal);
    private string _property = "";
    private bool _sawRecords;

    /// <summary>The outermost record that is open, or null between records.</summary>
    public RecordBuilder? Unfinished => _open.LastOrDefault(o => !o.HasRecords);

    /// <summary>How many tuples the open records hold.</summary>
    public int UnfinishedTuples => _open.Sum(o => o.Record.TupleList.Count);

    /// <summary>True when the file is a flow log, even one without records.</summary>
    public bool SawRecords => _sawRecords;

    public bool TryTake(out FlowRecord? record) => _done.TryDequeue(out record);

    public void Take(ref Utf8JsonReader token, long offset)
    {
        switch (token.TokenType)
        {
            case JsonTokenType.PropertyName:
                _property = Known(ref token);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Enter(token.TokenType == JsonTokenType.StartArray, offset);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Leave();
                break;
            case JsonTokenType.String when _places.Peek() == JsonPlace.FlowTuples:
                Tuple(ref token, offset);
                break;
            case JsonTokenType.String or JsonTokenType.Number when _places.Peek() != JsonPlace.FlowTuples:
                Value(ref token);
                break;
            default:
                NoTuple(offset);
                break;
        }
    }

    private void Enter(bool isArray, long offset)
    {
        var place = PlaceEntered(isArray);
        if (place == JsonPlace.Entry)
            _open.Push(new RecordBuilder(offset));
        if (place == JsonPlace.Entries && _open.Count > 0)
            _sawRecords = _open.Peek().HasRecords = true;
        if (place == JsonPlace.FlowRecords)
            _sawRecords = _open.Peek().HasFlows = true;
        _places.Push(place);
    }

    private JsonPlace PlaceEntered(bool isArray)
    {
        var here = _places.Peek();
        if (here == JsonPlace.Entries && isArray)
            return JsonPlace.Entries;
        var member = JsonPlaces.MemberOf(here);
        return member != JsonPlace.Ignored ? member : JsonPlaces.Behind(here, _property);
    }

    private void Leave()
    {
        switch (_places.Pop())
        {
            case JsonPlace.FlowGroup: _open.Peek().EndGroup(); break;
            case JsonPlace.Flow: _open.Peek().EndFlow(); break;
            case JsonPlace.Entry: EndEntry(_open.Pop()); break;
        }
    }

    private void EndEntry(RecordBuilder entry)
    {
        if (entry.IsNsg)
            findings.NsgLog(entry.Start, entry.NsgVersion.Length > 0 ? entry.NsgVersion : "unknown");
        if (!entry.HasFlows)
            return;
        if (entry.Version is not ("4" or ""))
            findings.UnknownVersion(entry.Start, entry.Version);
        _done.Enqueue(entry.Record);
    }

    private void Value(ref Utf8JsonReader token)
    {
        var field = JsonPlaces.FieldOf(_places.Peek(), _property);
        if (field != RecordField.None)
            _open.Peek().Set(field, Known(ref token));
    }

    private void Tuple(ref Utf8JsonReader token, long offset)
    {
        var text = token.ValueIsEscaped ? Encoding.UTF8.GetBytes(token.GetString() ?? "") : token.ValueSpan;
        if (!FlowTupleParser.TryParse(text, out var tuple))
        {
            findings.BadTuple(offset, FlowTupleParser.Explain(text)!);
            return;
        }

        if (tuple.Encryption == EncryptionStatus.Unknown)
            findings.UnknownEncryption(offset, ShownText.Of(text).Split(',')[8]);
        _open.Peek().Add(tuple);
    }

    private void NoTuple(long offset)
    {
        if (_places.Peek() == JsonPlace.FlowTuples)
            findings.BadTuple(offset, "it is not a text");
    }

    // Names and ids repeat in every record: one string each is enough.
    private string Known(ref Utf8JsonReader token)
    {
        if (token.ValueIsEscaped || token.ValueSpan.Length > LargestShared)
            return token.TokenType == JsonTokenType.Number ? "" : token.GetString() ?? "";
        Span<char> characters = stackalloc char[LargestShared];
        var text = characters[..Encoding.UTF8.GetChars(token.ValueSpan, characters)];
        var known = _seenTexts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var shared))
            return shared;
        if (_seenTexts.Count >= MostShared)
            _seenTexts.Clear();
        return known[text] = text.ToString();
    }
}
