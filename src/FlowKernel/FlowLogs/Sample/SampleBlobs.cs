using System.Text.Json;
using FlowKernel.FlowLogs.Reading;

namespace FlowKernel.FlowLogs.Sample;

/// <summary>Writes the sample's traffic as the blobs that Azure would write.</summary>
public static class SampleBlobs
{
    /// <summary>The storage container of VNet flow logs; the blobs' paths are below it.</summary>
    public const string Container = "insights-logs-flowlogflowevent";

    private const string Category = "FlowLogFlowEvent";
    private const string FlowLogGuid = "0b9d6a35-5c1e-4f7a-b3f2-8d2f4f0a6c19";

    /// <summary>
    /// Writes all <c>PT1H.json</c> files below <paramref name="folder"/>, container first, reports each hour when it is
    /// there, and puts beside the container what an import can enrich them from (<see cref="SampleFiles"/>). Gives the
    /// number of blobs.
    /// </summary>
    public static async Task<int> WriteAsync(
        string folder, SampleOptions options, IProgress<DateTime>? progress, CancellationToken cancellation)
    {
        await SampleFiles.WriteAsync(folder, cancellation);
        var files = 0;
        DateTime? hour = null;
        foreach (var blob in SampleTraffic.Generate(options))
        {
            var path = Path.Combine([folder, Container, .. blob.Path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = File.Create(path);
            await WriteAsync(file, blob, cancellation);
            files++;
            if (hour != blob.Hour)
                progress?.Report((hour = blob.Hour).Value);
        }

        return files;
    }

    /// <summary>Writes one blob as version 4 flow log JSON.</summary>
    public static async Task WriteAsync(Stream stream, SampleBlob blob, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartArray("records"u8);
        foreach (var record in blob.Records)
            Write(json, record);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, FlowRecord record)
    {
        json.WriteStartObject();
        json.WriteString("time"u8, record.Time);
        json.WriteNumber("flowLogVersion"u8, 4);
        json.WriteString("flowLogGUID"u8, FlowLogGuid);
        json.WriteString("macAddress"u8, record.MacAddress);
        json.WriteString("category"u8, Category);
        json.WriteString("flowLogResourceID"u8, record.FlowLogResourceId);
        json.WriteString("targetResourceID"u8, record.TargetResourceId);
        json.WriteString("operationName"u8, Category);
        json.WriteStartObject("flowRecords"u8);
        json.WriteStartArray("flows"u8);
        foreach (var flow in record.Groups.GroupBy(g => g.AclId))
            Write(json, record, flow);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FlowRecord record, IGrouping<string, FlowGroup> flow)
    {
        json.WriteStartObject();
        json.WriteString("aclID"u8, flow.Key);
        json.WriteStartArray("flowGroups"u8);
        foreach (var group in flow)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, group.Rule);
            json.WriteStartArray("flowTuples"u8);
            foreach (var tuple in record.TuplesOf(group))
                json.WriteStringValue(tuple.ToString());
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
