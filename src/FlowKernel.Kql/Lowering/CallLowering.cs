using System.Collections.Frozen;
using System.Text.Json;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers function calls: the query's own, aggregates, window functions, and all others by name.</summary>
internal static class CallLowering
{
    private static readonly FrozenSet<string> WindowFunctions = FrozenSet.Create(
        StringComparer.Ordinal,
        "row_number", "row_rank_dense", "row_rank_min", "row_cumsum", "row_window_session", "prev", "next");

    public static Scalar Lower(LoweringContext context, SyntaxNode call)
    {
        var name = call["Name"].Text!;
        var nodes = call["ArgumentList"].List("Expressions").ToList();
        if (context.Graph?.TryLower(context, name, nodes, call) is { } asked)
            return asked;
        if (context.Names.Find(name) is FunctionBinding function && call.Find("Body") is not null)
            return FunctionCalls.Scalar(context, function, call, nodes);
        if (name == "column_names_of" && nodes is [{ Type.Columns: { } columns }])
            return new Literal(NamesOf(columns), KqlType.Dynamic, call.Span);
        if (name is "column_ifexists" or "columnifexists" && nodes is [var wanted, var otherwise])
            return IfExists(context, wanted, otherwise);
        if (name == "iscolumnexists" && nodes is [var searched])
            return Exists(context, searched);
        if (name == "assert" && nodes is [var condition, var message])
            return Assertions.Lower(context, call, condition, message);
        if (nodes.Find(n => n.Kind == "StarExpression" || n.Type?.Columns is not null) is { } odd)
            return ScalarLowering.Refused(context, odd);
        Scalar[] arguments = [.. nodes.Where(n => n.Kind != "TypeOfLiteralExpression").Select(context.Scalar)];
        if (name is "pack_all" or "bag_pack_columns" && PackedColumns(context, name, arguments) is { } packed)
            return new Call(LeavesEmptyOut(name, arguments) ? name : "bag_pack", packed, KqlType.Dynamic, call.Span);
        var type = ScalarLowering.TypeOf(call);
        if (context.Run.Properties.Replace(name, arguments, type, call.Span) is { } replaced)
            return replaced;
        if (call.Symbol == "AggregateSymbol")
            return new AggregateCall(name, arguments, type, call.Span);
        if (WindowFunctions.Contains(name) && context.IsUnordered)
            context.Run.Report(LoweringDiagnostics.NoOrder(name, call.Span));
        return WindowFunctions.Contains(name)
            ? new WindowCall(name, arguments, type, call.Span)
            : new Call(name, arguments, type, call.Span);
    }

    /// <summary>The row's column of a name that is known now, or else the other value.</summary>
    private static Scalar IfExists(LoweringContext context, SyntaxNode wanted, SyntaxNode otherwise)
    {
        if (context.Scalar(wanted) is not Literal { Value: string name })
            return ScalarLowering.Refused(context, wanted);
        return context.Column(name) is { } column
            ? new ColumnRef(column, wanted.Span)
            : context.Scalar(otherwise);
    }

    private static Scalar Exists(LoweringContext context, SyntaxNode wanted) =>
        context.Scalar(wanted) is Literal { Value: string name }
            ? new Literal(context.Column(name) is not null, KqlType.Bool, wanted.Span)
            : ScalarLowering.Refused(context, wanted);

    /// <summary>Names and values for bag_pack; null where an argument is not a plain column.</summary>
    private static IReadOnlyList<Scalar>? PackedColumns(
        LoweringContext context, string name, IReadOnlyList<Scalar> arguments)
    {
        if (name == "pack_all" && arguments is [] or [Literal { Value: bool }])
            arguments = [.. context.Row.Select(c => new ColumnRef(c, default))];
        return arguments.All(a => a is ColumnRef)
            ? [.. arguments.Cast<ColumnRef>().SelectMany(IEnumerable<Scalar> (a) =>
                [new Literal(a.Column.Name, KqlType.String, a.Span), a])]
            : null;
    }

    private static bool LeavesEmptyOut(string name, IReadOnlyList<Scalar> arguments) =>
        name == "pack_all" && arguments is [Literal { Value: true }];

    private static DynamicValue NamesOf(IEnumerable<BoundColumn> columns) =>
        new(JsonSerializer.Serialize(columns.Select(c => c.Name)));
}
