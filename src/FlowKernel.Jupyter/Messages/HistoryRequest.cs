using System.Text.Json;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Messages;

/// <summary>Which earlier cells are wanted.</summary>
internal sealed record HistoryRequest
{
    /// <summary><c>tail</c>, <c>range</c> or <c>search</c>.</summary>
    public required string Access { get; init; }

    /// <summary>Whether outputs are wanted too.</summary>
    public bool Output { get; init; }

    /// <summary>For a range: the session; 0 is this one, -1 the one before.</summary>
    public int Session { get; init; }

    /// <summary>For a range: its first line.</summary>
    public int Start { get; init; }

    /// <summary>For a range: the line after its last.</summary>
    public int Stop { get; init; } = int.MaxValue;

    /// <summary>For tail and search: how many of the newest are wanted; null for all.</summary>
    public int? Count { get; init; }

    /// <summary>For a search: a glob pattern with <c>*</c> and <c>?</c>.</summary>
    public string Pattern { get; init; } = "*";

    /// <summary>For a search: whether equal inputs count once.</summary>
    public bool Unique { get; init; }

    public static HistoryRequest From(JsonElement content) => new()
    {
        Access = content.Text("hist_access_type") ?? "tail",
        Output = content.Flag("output") ?? false,
        Session = content.Number("session") ?? 0,
        Start = content.Number("start") ?? 0,
        Stop = content.Number("stop") ?? int.MaxValue,
        Count = content.Number("n"),
        Pattern = content.Text("pattern") ?? "*",
        Unique = content.Flag("unique") ?? false,
    };
}
