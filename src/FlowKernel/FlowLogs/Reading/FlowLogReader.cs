using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>
/// Reads VNet flow logs (version 4, <c>PT1H.json</c>) record by record, holding one buffer and one record at a time.
/// </summary>
/// <remarks>
/// Takes the blob's layout <c>{"records":[...]}</c>, bare records, several of them one after another, and records
/// nested in records; properties in any order. A file that ends early gives the records before its end. What cannot be
/// taken is in <see cref="Findings"/>, never silently dropped. One reader reads one file.
/// </remarks>
public sealed class FlowLogReader
{
    private const int FirstBuffer = 128 * 1024;
    private const int LargestToken = 16 * 1024 * 1024;
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly JsonReaderOptions Options = new()
    {
        AllowMultipleValues = true,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    private readonly FlowLogTokens _tokens;
    private JsonReaderState _state = new(Options);
    private byte[] _buffer = [];
    private int _filled;
    private long _offset;

    /// <summary>A reader of one file; the name is for messages.</summary>
    public FlowLogReader(string file)
        : this(new FlowLogFindings(file))
    {
    }

    /// <summary>A reader of one file that adds to these findings.</summary>
    public FlowLogReader(FlowLogFindings findings)
    {
        Findings = findings;
        _tokens = new(findings);
    }

    /// <summary>What could not be taken; complete when reading has ended.</summary>
    public FlowLogFindings Findings { get; }

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The records, as they are read. The stream stays open.</summary>
    public async IAsyncEnumerable<FlowRecord> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            bool more;
            do
            {
                var read = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellation);
                more = Consume(read);
                while (_tokens.TryTake(out var record))
                    yield return record!;
            }
            while (more);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    // False at the end of the file, and where it cannot be read any further.
    private bool Consume(int read)
    {
        BytesRead += read;
        _filled += read;
        var isLast = read == 0;
        if (!TryTokenize(isLast))
            return false;
        if (isLast && !_tokens.SawRecords && Findings.Count == 0)
            Findings.NoFlowLog();
        return !isLast && HasRoom();
    }

    private bool TryTokenize(bool isLast)
    {
        var mark = _offset == 0 && _filled >= 3 && _buffer.AsSpan(0, 3).SequenceEqual(ByteOrderMark) ? 3 : 0;
        var reader = new Utf8JsonReader(_buffer.AsSpan(mark, _filled - mark), isLast, _state);
        try
        {
            while (reader.Read())
                _tokens.Take(ref reader, _offset + mark + reader.TokenStartIndex);
        }
        catch (JsonException mistake)
        {
            Report(mistake, _offset + mark + reader.BytesConsumed, isLast);
            return false;
        }

        Keep(mark + (int)reader.BytesConsumed);
        _state = reader.CurrentState;
        return true;
    }

    private void Keep(int used)
    {
        _buffer.AsSpan(used, _filled - used).CopyTo(_buffer);
        _offset += used;
        _filled -= used;
    }

    private bool HasRoom()
    {
        if (_filled < _buffer.Length)
            return true;
        if (_buffer.Length >= LargestToken)
        {
            Findings.Malformed(_offset, _offset, 0, "it has a text longer than 16 MiB");
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        return true;
    }

    private void Report(JsonException mistake, long offset, bool isLast)
    {
        var unfinished = _tokens.Unfinished;
        if (!isLast)
            Findings.Malformed(offset, unfinished?.Start ?? offset, _tokens.UnfinishedTuples, Reason(mistake));
        else if (!_tokens.SawRecords && unfinished is null)
            Findings.NoFlowLog();
        else if (unfinished is null)
            Findings.Unclosed(BytesRead);
        else
            Findings.CutShort(BytesRead, unfinished.Start, _tokens.UnfinishedTuples);
    }

    private static string Reason(JsonException mistake) => mistake.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
}
