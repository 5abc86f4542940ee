using System.Collections.Frozen;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Request properties (https://learn.microsoft.com/kusto/query/set-statement) that change what a query gives. All
/// others say how a service runs it, and mean nothing here.
/// </summary>
internal sealed class RequestProperties
{
    private const string Now = "query_now";
    private const string BinSize = "query_bin_auto_size";
    private const string BinAt = "query_bin_auto_at";
    private const string Taken = "query_take_max_records";
    private const string Most = "truncationmaxrecords";
    private const string NoMost = "notruncation";

    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, Now, BinSize, BinAt, Taken, Most, NoMost);

    private static readonly FrozenSet<string> Refused = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "query_datetimescope_column", "query_datetimescope_from",
        "query_datetimescope_to", "query_results_apply_getschema", "validatepermissions");

    private readonly Dictionary<string, Literal> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The most rows that a result may have, and where that is written; null for any number.</summary>
    public Literal? MostRows => IsWhole ? null : _values.GetValueOrDefault(Most);

    /// <summary>True where no limit may cut results.</summary>
    public bool IsWhole => _values.ContainsKey(NoMost);

    /// <summary>Takes a set statement in; reports one that is not honoured.</summary>
    public void Set(LoweringContext context, SyntaxNode statement)
    {
        var name = statement["Name"].Text!;
        if (Refused.Contains(name))
            context.Run.Report(LoweringDiagnostics.Construct($"the request property '{name}'", statement.Span));
        if (!Read.Contains(name))
            return;
        var value = statement.Find("ValueClause") is { } clause
            ? context.Scalar(clause["Expression"])
            : new Literal(true, KqlType.Bool, statement.Span);
        if (value is Literal literal && Fits(name, literal.Type))
            Set(name, literal);
        else
            context.Run.Report(LoweringDiagnostics.Construct($"this value of '{name}'", statement.Span));
    }

    /// <summary>What a call of now, ago or bin_auto stands for under these properties; null for all else.</summary>
    public Scalar? Replace(string function, IReadOnlyList<Scalar> arguments, KqlType type, TextSpan span)
    {
        var now = _values.GetValueOrDefault(Now);
        return (function, arguments) switch
        {
            ("now", []) => now,
            ("now", [var offset]) when now is not null => new Call("+", [now, offset], type, span),
            ("ago", [var distance]) when now is not null => new Call("-", [now, distance], type, span),
            ("bin_auto", [var value]) when _values.TryGetValue(BinSize, out var size) =>
                _values.TryGetValue(BinAt, out var at)
                    ? new Call("bin_at", [value, size, at], type, span)
                    : new Call("bin", [value, size], type, span),
            _ => null,
        };
    }

    /// <summary>The rows that the properties let a result have.</summary>
    public Relation Limit(Relation result) =>
        _values.TryGetValue(Taken, out var most) ? new Take(result, most, most.Span) : result;

    private void Set(string name, Literal value)
    {
        if (value.Value is false)
            _values.Remove(name);
        else
            _values[name] = value;
    }

    private static bool Fits(string name, KqlType type) => name.ToLowerInvariant() switch
    {
        NoMost => type == KqlType.Bool,
        Most or Taken => type is KqlType.Int or KqlType.Long,
        Now => type == KqlType.DateTime,
        _ => type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.TimeSpan or KqlType.DateTime,
    };
}
