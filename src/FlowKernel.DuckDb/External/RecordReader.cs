using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>Takes the records of one file, and the fields that fill columns from each.</summary>
internal sealed class RecordReader(ExternalFile file, ExternalData data, TextColumns texts)
{
    private const int CheckEvery = 0xFFF;
    private long _number;

    /// <summary>Reads a text of the file's format.</summary>
    public void Read(Stream content, CancellationToken cancellation)
    {
        using var text = new StreamReader(content, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        if (file.Format.HasOrdinals())
        {
            var records = SeparatedValues.Records(text, file.Format).Skip(data.IgnoreFirstRecord ? 1 : 0);
            foreach (var record in records)
                Add(record, cancellation);
            return;
        }

        var bags = file.Format == ExternalFormat.Json ? JsonRecords.OfLines(file, text) : JsonRecords.OfText(file, text);
        foreach (var bag in bags)
            Add(bag, cancellation);
    }

    /// <summary>Adds a record with names.</summary>
    public void Add(JsonElement record, CancellationToken cancellation)
    {
        Begin(cancellation);
        for (var c = 0; c < data.Fields.Count; c++)
        {
            var field = data.Fields[c];
            texts.Add(c, Whole(field) ?? Made(field, field.Path is { } path ? JsonRecords.Text(record, path, field) : null));
        }
    }

    private void Add(List<string> record, CancellationToken cancellation)
    {
        Begin(cancellation);
        for (var c = 0; c < data.Fields.Count; c++)
        {
            var field = data.Fields[c];
            var value = field.Ordinal is { } at && at >= 0 && at < record.Count ? record[at] : null;
            texts.Add(c, Whole(field) ?? Made(field, value));
        }
    }

    private void Begin(CancellationToken cancellation)
    {
        if ((_number++ & CheckEvery) == 0)
            cancellation.ThrowIfCancellationRequested();
        if (!texts.CountRecord())
        {
            throw new DiagnosticException(ExternalDiagnostics.TooLarge(file, string.Create(
                CultureInfo.InvariantCulture, $"{TextColumns.MostValues:N0} values")));
        }
    }

    private string? Whole(ExternalField field) => field switch
    {
        { Constant: { } constant } => constant,
        { Transform: ExternalTransform.SourceLocation } => file.Shown,
        { Transform: ExternalTransform.SourceLineNumber } => _number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? Made(ExternalField field, string? value) => field.Transform switch
    {
        ExternalTransform.DateTimeFromUnixSeconds => Time(value, TimeSpan.TicksPerSecond, 1),
        ExternalTransform.DateTimeFromUnixMilliseconds => Time(value, TimeSpan.TicksPerMillisecond, 1),
        ExternalTransform.DateTimeFromUnixMicroseconds => Time(value, TimeSpan.TicksPerMicrosecond, 1),
        ExternalTransform.DateTimeFromUnixNanoseconds => Time(value, 1, TimeSpan.NanosecondsPerTick),
        _ => value,
    };

    private static string? Time(string? value, long ticks, long per)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > decimal.MaxValue / TimeSpan.TicksPerDay)
            return null;
        var since = Math.Floor(number * ticks / per);
        return since + DateTime.UnixEpoch.Ticks is >= 0 and var all && all <= DateTime.MaxValue.Ticks
            ? new DateTime((long)all, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture)
            : null;
    }
}
