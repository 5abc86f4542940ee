using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Session.Enrichment;
using FlowKernel.Text;

namespace FlowKernel.Azure;

/// <summary>
/// A query as it is sent: the user's own text, after what it needs of the session, written as statements of its own:
/// typed parameters and kept tables.
/// </summary>
/// <param name="Kql">The text.</param>
/// <param name="Start">Where the user's text begins in it.</param>
internal sealed record SentQuery(string Kql, int Start)
{
    // The services do not say how long a query may be; this is well below what they were seen to take.
    private const int MostCharacters = 1_000_000;

    /// <summary>The text of a checked query; FK1150 where the kept tables that it names are too large.</summary>
    public static Outcome<SentQuery> Of(CheckedQuery query, KeptTables kept, string connection)
    {
        var inlined = InlinedTables.Into(query.Kql, kept, MostCharacters, connection);
        if (!inlined.Succeeded)
            return new(inlined.Diagnostics);
        var parameters = Parameters(query);
        return new SentQuery(parameters + inlined.Value.Kql, parameters.Length + inlined.Value.Start);
    }

    /// <summary>The place in the user's text of a line and column of what was sent; an empty span at 0 for none.</summary>
    /// <param name="line">From 1; 0 for no place.</param>
    /// <param name="column">From 0.</param>
    public TextSpan SpanAt(int line, int column)
    {
        var offset = 0;
        for (var left = line - 1; left > 0 && offset >= 0; left--)
            offset = Kql.IndexOf('\n', offset) + 1 is > 0 and var next ? next : -1;
        var at = offset + column - Start;
        return line > 0 && offset >= 0 && at >= 0 && at <= Kql.Length - Start ? WordAt(at) : default;
    }

    private TextSpan WordAt(int at)
    {
        var end = Start + at;
        while (end < Kql.Length && (char.IsLetterOrDigit(Kql[end]) || Kql[end] == '_'))
            end++;
        return new TextSpan(at, Math.Max(end - Start - at, at < Kql.Length - Start ? 1 : 0));
    }

    private static string Parameters(CheckedQuery query)
    {
        var text = new StringBuilder();
        foreach (var name in query.UsedParameters)
        {
            var parameter = query.Scope.Parameters[name];
            text.Append("let ").Append(KqlName.Quote(name)).Append(" = ")
                .Append(KqlLiteral.Write(parameter.Type, parameter.Value)).Append(";\n");
        }

        return text.ToString();
    }
}
