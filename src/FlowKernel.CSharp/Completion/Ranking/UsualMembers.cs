using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Ranking;

/// <summary>
/// What is called on a type that is no sequence: first what investigators need most, then the type's own members, then
/// what others add to it, which for a text is all of LINQ.
/// </summary>
internal sealed class UsualMembers
{
    private static readonly string[] OfNumbers = ["ToString", "Parse", "TryParse", "MaxValue", "MinValue", "CompareTo"];

    private static readonly FrozenDictionary<string, string[]> First = new Dictionary<string, string[]>
    {
        ["string"] =
        [
            "Length", "Contains", "StartsWith", "EndsWith", "Split", "Replace", "Substring", "Trim", "Join",
            "IsNullOrEmpty", "Format", "IsNullOrWhiteSpace", "ToLowerInvariant", "ToUpperInvariant", "IndexOf", "Empty",
        ],
        ["int"] = OfNumbers,
        ["long"] = OfNumbers,
        ["double"] = OfNumbers,
        ["decimal"] = OfNumbers,
        ["bool"] = ["ToString", "Parse", "TryParse"],
        ["System.Console"] = ["WriteLine", "Write", "ReadLine", "Error", "Out"],
        ["System.DateTime"] =
        [
            "UtcNow", "Parse", "TryParse", "UnixEpoch", "Date", "AddDays", "AddHours", "AddMinutes", "DayOfWeek", "Hour",
            "ToString", "Now", "Today",
        ],
        ["System.TimeSpan"] =
        [
            "FromDays", "FromHours", "FromMinutes", "FromSeconds", "TotalDays", "TotalHours", "TotalMinutes",
            "TotalSeconds", "Parse", "Zero", "ToString",
        ],
        ["System.Math"] = ["Max", "Min", "Round", "Abs", "Floor", "Ceiling", "Sqrt", "Pow", "Log10"],
        ["System.Guid"] = ["NewGuid", "Parse", "TryParse", "Empty", "ToString"],
        ["System.Net.IPAddress"] =
            ["Parse", "TryParse", "ToString", "AddressFamily", "IsLoopback", "GetAddressBytes", "Loopback", "Any"],
        ["System.Net.IPNetwork"] = ["Parse", "TryParse", "Contains", "PrefixLength", "BaseAddress", "ToString"],
        ["System.IO.File"] =
            ["ReadAllText", "ReadAllLines", "ReadLines", "WriteAllText", "WriteAllLines", "Exists", "AppendAllText"],
        ["System.IO.Path"] = ["Combine", "GetFileName", "GetExtension", "GetDirectoryName", "GetFullPath"],
        ["System.Linq.Enumerable"] = ["Range", "Repeat", "Empty"],
        ["System.Threading.Tasks.Task"] = ["Delay", "Run", "WhenAll", "WhenAny", "FromResult", "CompletedTask"],
        ["System.Text.Json.JsonSerializer"] = ["Serialize", "Deserialize"],
        ["FlowKernel.Session.Flow"] = ["Query", "Recipes", "Table", "Keep"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string[] _first;

    /// <summary>The members of a type or of its values.</summary>
    public UsualMembers(INamespaceOrTypeSymbol? type) =>
        _first = type is not null && First.TryGetValue(type.ToDisplayString(), out var first) ? first : [];

    /// <summary>True for a member that investigators need.</summary>
    public bool Contains(string name) => _first.Contains(name, StringComparer.Ordinal);

    /// <summary>Lower comes first.</summary>
    public int RankOf(string name, IReadOnlyList<ISymbol> symbols)
    {
        var index = Array.IndexOf(_first, name);
        if (index >= 0)
            return index;
        return symbols.Count > 0 && symbols.All(IsAdded) ? _first.Length + 1 : _first.Length;
    }

    private static bool IsAdded(ISymbol symbol) => symbol is IMethodSymbol { IsExtensionMethod: true };
}
