using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Kql.Language;

/// <summary>Turns the script's answer into a checked query or into diagnostics.</summary>
internal static class QueryCheck
{
    /// <summary>What a check of a text comes to; positions are those of the text without what was learnt.</summary>
    public static Outcome<CheckedQuery> Conclude(LearntText text, QueryScope scope, CheckReply reply)
    {
        var kql = text.Kql;
        if (reply.Kind != "Query")
            return LanguageDiagnostics.Command(kql.Length);
        var reader = new DiagnosticReader(kql, scope);
        var found = reader.ReadAll([.. reply.Diagnostics.Select(text.Place)]);
        if (found.Any(d => d.IsError))
            return new Outcome<CheckedQuery>(found);
        var root = SyntaxTreeReader.Read(reply.Tree!.Value, text.Place);
        if (EmptyNames.In(root, kql) is { Count: > 0 } nameless)
            return new Outcome<CheckedQuery>(nameless);
        var parameters = ParameterChecks.Of(root, scope);
        if (parameters.Mistakes.Count > 0)
            return new Outcome<CheckedQuery>([.. found, .. parameters.Mistakes]);
        return TabularStatements.Of(root).FirstOrDefault() is { } first && first.Type?.ScalarType is null
            ? new Outcome<CheckedQuery>(Checked(text, scope, root, first) with
            {
                Warnings = found,
                UsedParameters = parameters.Used,
            }, found)
            : LanguageDiagnostics.NoResult(kql.Length);
    }

    private static CheckedKql Checked(
        LearntText text, QueryScope scope, SyntaxNode root, SyntaxNode first) => new(
        text.Kql,
        scope,
        [.. (first.Type?.Columns ?? []).Select(c => new KqlColumn(c.Name, c.Type ?? KqlType.Dynamic))],
        TabularStatements.RenderOf(first) is { } render ? RenderReader.Read(render) : null,
        root)
    {
        DeclaredParameters = [.. DeclaredIn(root)],
        RenderSpan = TabularStatements.RenderSpanOf(first),
        Learnt = text,
    };

    private static IEnumerable<KqlColumn> DeclaredIn(SyntaxNode root) => root.List("Statements")
        .Where(statement => statement.Kind == "QueryParametersStatement")
        .SelectMany(statement => statement.List("Parameters"))
        .Select(parameter => parameter["NameAndType"]["Name"])
        .Select(name => new KqlColumn(name.Text!, name.Type?.ScalarType ?? KqlType.String));
}
