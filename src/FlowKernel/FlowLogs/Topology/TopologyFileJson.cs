using System.Text.Json;
using System.Text.Json.Serialization;
using FlowKernel.Diagnostics;

namespace FlowKernel.FlowLogs.Topology;

/// <summary>Reads and writes topology files.</summary>
public static class TopologyFileJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <summary>The file as indented JSON.</summary>
    public static string Write(TopologyFile topology) => JsonSerializer.Serialize(topology, Options);

    /// <summary>The topology in a JSON text; a mistake is FK0601 with its line, under the name given.</summary>
    public static Outcome<TopologyFile> Read(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<TopologyFile>(json, Options) ?? new TopologyFile();
        }
        catch (JsonException mistake)
        {
            return Mistake(name, mistake);
        }
    }

    /// <summary>The topology in a file; a missing file is FK0602, a mistake in it FK0601.</summary>
    public static async Task<Outcome<TopologyFile>> ReadFileAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new Diagnostic(
                "FK0602", $"There is no topology file at '{path}'.", default, "Check the path after --topology.");
        }

        return Read(await File.ReadAllTextAsync(path, cancellation), path);
    }

    private static Diagnostic Mistake(string name, JsonException mistake) => new(
        "FK0601",
        $"The topology file '{name}' has a mistake on line {(mistake.LineNumber ?? 0) + 1}, at {mistake.Path ?? "$"}.",
        default,
        mistake.Message.Split(" Path:", 2)[0]);
}
