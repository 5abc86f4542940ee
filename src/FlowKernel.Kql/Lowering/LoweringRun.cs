using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>What all steps of lowering one query share: problems found, names that <c>as</c> gave.</summary>
internal sealed class LoweringRun(
    string kql, QueryScope scope, IReadOnlySet<string> referencedNames, IReadOnlyList<SchemaAnswer> learnt)
{
    private const int MostRelations = 5000;
    private readonly List<Diagnostic> _problems = [];
    private readonly List<SchemaQuestion> _questions = [];
    private readonly Dictionary<int, string> _inputs = [];
    private readonly Dictionary<string, SharedRelation> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<Relation, string> _titles = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private int _relations;

    /// <summary>The text that is lowered.</summary>
    public string Kql { get; } = kql;

    /// <summary>Tables and parameters.</summary>
    public QueryScope Scope { get; } = scope;

    /// <summary>What the set statements so far say.</summary>
    public RequestProperties Properties { get; } = new();

    /// <summary>What the query asserts.</summary>
    public Assertions Assertions { get; } = new();

    /// <summary>What has no plan; empty when all is well.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>What must be asked of the data first, each place once.</summary>
    public IReadOnlyList<SchemaQuestion> Questions => _questions;

    /// <summary>What the data has answered to the question at an offset, or null.</summary>
    public SchemaAnswer? Learnt(int offset) =>
        learnt.Where(a => a.Offset == offset).Select(a => (SchemaAnswer?)a).FirstOrDefault();

    /// <summary>Asks the data for columns, one question at a time: what an open one leaves unknown is not asked.</summary>
    public void Ask(SchemaQuestion question)
    {
        if (_questions.Count == 0)
            _questions.Add(question);
    }

    /// <summary>False when the same text stands for an operator over other rows than before.</summary>
    public bool IsOverTheSameRows(int offset, Relation input)
    {
        var rows = PlanText.Write(input);
        return _inputs.TryAdd(offset, rows) || _inputs[offset] == rows;
    }

    /// <summary>True when a name is written somewhere in the query.</summary>
    public bool IsReferenced(string name) => referencedNames.Contains(name);

    /// <summary>Keeps what <c>as</c> named.</summary>
    public void Name(SharedRelation relation) => _named[relation.Name] = relation;

    /// <summary>What <c>as</c> named so, or null.</summary>
    public SharedRelation? Named(string name) => _named.GetValueOrDefault(name);

    /// <summary>Gives a relation the name that a union's source column shows for it; gives it back.</summary>
    public Relation Title(Relation relation, string title)
    {
        _titles[relation] = title;
        return relation;
    }

    /// <summary>The relation's title: what <c>as</c> named it, or the table that it is; null for any other.</summary>
    public string? TitleOf(Relation relation) =>
        _titles.GetValueOrDefault(relation) ?? (relation as Scan)?.Table;

    /// <summary>A relation that is computed once for its place in the text, however often that is lowered.</summary>
    public SharedRelation Once(int place, Relation relation)
    {
        var key = $"{place} {PlanText.Write(relation)}";
        if (!_named.TryGetValue(key, out var shared))
            _named[key] = shared = new SharedRelation("once", relation);
        return shared;
    }

    /// <summary>Notes a column that the binder has and the engine does not.</summary>
    public void Drop(string column) => _dropped.Add(column);

    /// <summary>True for a column that the binder has and the engine does not.</summary>
    public bool IsDropped(string column) => _dropped.Contains(column);

    /// <summary>Notes a problem, once a place.</summary>
    public void Report(Diagnostic problem)
    {
        if (!_problems.Any(p => p.Span == problem.Span && p.Code == problem.Code))
            _problems.Add(problem);
    }

    /// <summary>Counts a relation; false when the query has unfolded into too many.</summary>
    public bool Count(TextSpan span)
    {
        if (++_relations <= MostRelations)
            return true;
        if (_relations == MostRelations + 1)
            Report(LoweringDiagnostics.TooManyRelations(span));
        return false;
    }

    /// <summary>A plan's column for a bound one; reports a type that is not known before the query runs.</summary>
    public PlanColumn Column(BoundColumn column, TextSpan span)
    {
        if (column.Type is null)
            Report(LoweringDiagnostics.UnknownType(column.Name, span));
        return new PlanColumn(column.Name, column.Type ?? KqlType.Dynamic);
    }
}
