using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// SQL with places for arguments: <c>{0}</c> as it is, <c>{0:string}</c> converted to a KQL type (<c>result</c> is the
/// call's), <c>{1:long=0}</c> with SQL for when the argument is absent, <c>{2*:dynamic}</c> all arguments from there
/// on,
/// separated by commas.
/// </summary>
internal sealed partial class SqlTemplate
{
    private readonly List<Part> _parts = [];

    private SqlTemplate()
    {
    }

    /// <summary>Reads a template.</summary>
    public static SqlTemplate Parse(string text)
    {
        var template = new SqlTemplate();
        var end = 0;
        foreach (Match match in Place().Matches(text))
        {
            template._parts.Add(new Part(text[end..match.Index], PlaceOf(match)));
            end = match.Index + match.Length;
        }

        template._parts.Add(new Part(text[end..], null));
        return template;
    }

    /// <summary>The SQL for a call.</summary>
    public Outcome<string> Fill(Invocation call)
    {
        var sql = new StringBuilder();
        foreach (var (before, hole) in _parts)
        {
            sql.Append(before);
            if (hole is not { } place)
                continue;
            if (place.Rest)
                sql.AppendJoin(", ",
                    Enumerable.Range(place.Index, call.Count - place.Index).Select(i => Sql(call, i, place)));
            else if (place.Index < call.Count)
                sql.Append(Sql(call, place.Index, place));
            else if (place.Absent is { } absent)
                sql.Append(absent);
            else
                return call.Refuse($"the form with {call.Count} arguments is not supported");
        }

        return sql.ToString();
    }

    private static string Sql(Invocation call, int index, Hole place) =>
        place.AsResult ? call.As(index, call.Type)
        : place.Type is { } type ? call.As(index, type)
        : call.Sql(index);

    private static Hole PlaceOf(Match match)
    {
        KqlType? type = KqlTypes.TryParse(match.Groups["type"].Value, out var found) ? found : null;
        var absent = match.Groups["absent"];
        return new Hole(
            int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture),
            match.Groups["rest"].Success,
            type,
            match.Groups["type"].Value == "result",
            absent.Success ? absent.Value : null);
    }

    [GeneratedRegex(@"\{(?<index>\d)(?<rest>\*)?(:(?<type>[a-z]+))?(=(?<absent>[^{}]*))?\}",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    private readonly record struct Hole(int Index, bool Rest, KqlType? Type, bool AsResult, string? Absent);

    private readonly record struct Part(string Before, Hole? Hole);
}
