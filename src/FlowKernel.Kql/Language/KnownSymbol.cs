using System.Text.Json;

namespace FlowKernel.Kql.Language;

/// <summary>A name that the language service knows.</summary>
/// <param name="Kind">function, aggregate, plugin, operator (of tables), scalar (operator) or statement.</param>
/// <param name="Name">The name.</param>
/// <param name="Parameters">The names of the parameters of all its signatures.</param>
/// <param name="IsOlder">True where a newer name has taken its place.</param>
/// <param name="IsHidden">True where editors do not propose it.</param>
internal sealed record KnownSymbol(
    string Kind, string Name, IReadOnlyList<string> Parameters, bool IsOlder, bool IsHidden)
{
    /// <summary>Reads what the script's <c>symbols</c> answers.</summary>
    public static IReadOnlyList<KnownSymbol> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, ScriptJson.Default.IReadOnlyListJsonElementArray)!.Select(Of)];

    private static KnownSymbol Of(JsonElement[] row) => new(
        row[0].GetString()!,
        row[1].GetString()!,
        [.. row[2].EnumerateArray().Select(name => name.GetString()!)],
        row[3].GetBoolean(),
        row[4].GetBoolean());
}
