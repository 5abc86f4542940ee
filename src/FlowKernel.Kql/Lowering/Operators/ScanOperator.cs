using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Algorithms.Expressions;
using FlowKernel.Algorithms.Scanning;

namespace FlowKernel.Kql.Lowering.Operators;

/// <summary>
/// <c>scan</c>: what does not depend on the state is computed by SQL as columns of the rows; the rest goes row by row.
/// </summary>
internal static class ScanOperator
{
    public static Relation Lower(LoweringContext context, Relation input, SyntaxNode step)
    {
        var declared = Declared(context, step).ToList();
        var steps = step.List("Steps").ToList();
        var states = steps.Select(_ => State(input, declared)).ToList();
        var inside = Inside(context, input, declared, steps, states);
        var hoisted = new HoistedScalars([.. states.SelectMany(s => s)]);
        var compiled = steps
            .Select((s, i) => Step(inside, s, hoisted, states[i])).OfType<ScanStep>().ToList();
        if (compiled.Count < steps.Count)
            return TableLowering.StandIn(context, step);
        var id = Parameters.Word(step, "with_match_id");
        var rows = hoisted.Over(input, step.Span);
        var scan = new RowScan(
            rows.Columns, input.Columns.Count, [.. declared.Select(d => (d.Column, d.Default.Value))], compiled,
            id is not null);
        var columns = input.Columns.Concat(declared.Select(d => d.Column))
            .Select(c => new PlanColumn(c.Name, c.Type));
        var match = id is null ? [] : new[] { new PlanColumn(id, Results.KqlType.Long) };
        return new RowsStage([rows], scan, [.. columns, .. match], step.Span);
    }

    private static IEnumerable<(PlanColumn Column, Literal Default)> Declared(LoweringContext context, SyntaxNode step)
    {
        foreach (var parameter in step.Find("DeclareClause")?.List("Declarations") ?? [])
        {
            var name = parameter["NameAndType"]["Name"];
            var type = name.Type?.ScalarType ?? Results.KqlType.Dynamic;
            var value = parameter.Find("DefaultValue") is { } standard
                ? Conversion.To(type, context.Scalar(standard["Value"]))
                : new Literal(null, type, name.Span);
            if (value is not Literal)
                context.Run.Report(LoweringDiagnostics.Construct("a default that is no constant", parameter.Span));
            yield return (
                new PlanColumn(name.Text!, type), value as Literal ?? new Literal(null, type, name.Span));
        }
    }

    private static List<PlanColumn> State(Relation input, List<(PlanColumn Column, Literal Default)> declared) =>
        [.. input.Columns.Concat(declared.Select(d => d.Column)).Select(c => new PlanColumn(c.Name, c.Type))];

    /// <summary>The row with the declared columns, which hold their defaults, and the states by their steps' names.</summary>
    private static LoweringContext Inside(
        LoweringContext context, Relation input, List<(PlanColumn Column, Literal Default)> declared,
        List<SyntaxNode> steps, List<List<PlanColumn>> states)
    {
        var inside = context with { Row = input.Columns };
        foreach (var (column, standard) in declared)
            inside = inside.With(column.Name, new ScalarBinding(standard, inside.Depth));
        for (var i = 0; i < steps.Count; i++)
            inside = inside.With(steps[i]["Name"].Text!, new RowBinding(states[i]));
        return inside;
    }

    private static ScanStep? Step(
        LoweringContext context, SyntaxNode step, HoistedScalars hoisted, List<PlanColumn> state)
    {
        if (step.Find("OptionalKeyword") is { } optional)
        {
            context.Run.Report(LoweringDiagnostics.Construct("an optional step of scan", optional.Span));
            return null;
        }

        var condition = Ready(context, step["Condition"], hoisted);
        var assignments = new List<(int, Scalar)>();
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assignment in step.Find("ComputationClause")?.List("Assignments") ?? [])
        {
            var name = assignment["Name"].Text!;
            if (Names(assignment["Expression"]).FirstOrDefault(n => set.Contains(n.Text!)) is { } early)
                context.Run.Report(LoweringDiagnostics.Construct("a column that its own step sets before", early.Span));
            set.Add(name);
            var value = Ready(context, assignment["Expression"], hoisted);
            if (value is not null)
                assignments.Add((state.FindIndex(c => c.Name == name), value));
        }

        return condition is null ? null : new ScanStep(Output(step), condition, assignments, state);
    }

    private static ScanOutput Output(SyntaxNode step) => step.Find("ScanStepOutput")?["OutputKind"].Text switch
    {
        "last" => ScanOutput.Last,
        "none" => ScanOutput.None,
        _ => ScanOutput.All,
    };

    /// <summary>The expression with what SQL can compute taken out, or null when the rest cannot run row by row.</summary>
    private static Scalar? Ready(LoweringContext context, SyntaxNode node, HoistedScalars hoisted)
    {
        var whole = context.Scalar(node);
        if (FindWindow(whole) is { } window)
        {
            context.Run.Report(LoweringDiagnostics.StateFunction($"'{window.Function}'", window.Span));
            return null;
        }

        var scalar = hoisted.Take(whole);
        if (RowCompiler.FindRefused(scalar) is not { } refused)
            return scalar;
        var what = refused is Call call ? $"'{call.Function}'" : "this expression";
        context.Run.Report(LoweringDiagnostics.StateFunction(what, refused.Span));
        return null;
    }

    /// <summary>A function of a row's neighbours, which scan does not take.</summary>
    private static WindowCall? FindWindow(Scalar scalar) => scalar switch
    {
        WindowCall call => call,
        Call call => call.Arguments.Select(FindWindow).FirstOrDefault(w => w is not null),
        _ => null,
    };

    private static IEnumerable<SyntaxNode> Names(SyntaxNode node) => node.Kind switch
    {
        "NameReference" => [node],
        "PathExpression" => Names(node["Expression"]),
        _ => node.Items.SelectMany(Names),
    };
}
