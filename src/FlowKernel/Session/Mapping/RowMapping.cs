using System.Linq.Expressions;
using System.Reflection;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session.Mapping;

/// <summary>
/// How the rows of a result become objects of a C# type: through the public constructor with the most parameters, then
/// the other properties that can be set. Columns are found by name, exactly or but for case; <c>[Column("name")]</c>
/// names one. A tuple takes the columns in order, a type of single values the only one. Columns that nothing takes are
/// left out.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
internal sealed class RowMapping<T>
{
    private readonly IReadOnlyList<RowTarget> _targets;
    private readonly Func<IReadOnlyList<ColumnVector>, int, T> _make;

    private RowMapping(IReadOnlyList<RowTarget> targets, Func<IReadOnlyList<ColumnVector>, int, T> make) =>
        (_targets, _make) = (targets, make);

    /// <summary>The mapping for a result of these columns; diagnostics where they do not fit.</summary>
    public static Outcome<RowMapping<T>> Of(IReadOnlyList<KqlColumn> columns)
    {
        var found = RowTargets.Of(typeof(T), columns);
        if (!found.Succeeded)
            return new(found.Diagnostics);
        var misfits = found.Value.All.Where(t => !ValueReader.Fits(t.Column.Type, t.Type)).ToList();
        return misfits.Count > 0
            ? new Outcome<RowMapping<T>>([.. misfits.Select(WrongType)])
            : new RowMapping<T>(found.Value.All, Compile(found.Value));
    }

    /// <summary>The first row that holds a null where the type takes none; null when there is none.</summary>
    public Diagnostic? NullIn(KqlTable table)
    {
        foreach (var target in _targets.Where(t => !t.TakesNull && table.Vectors[t.Index].HasNulls))
        {
            var row = Enumerable.Range(0, table.RowCount).First(table.Vectors[target.Index].IsNull);
            return RowMistakes.Null(target, row, typeof(T));
        }

        return null;
    }

    /// <summary>The object of a row.</summary>
    public T Make(KqlTable table, int row) => _make(table.Vectors, row);

    private static Diagnostic WrongType(RowTarget target) => RowMistakes.WrongType(
        ClrTypeText.Of(typeof(T)), target.Name, ClrTypeText.Of(target.Type), target.Column);

    private static Func<IReadOnlyList<ColumnVector>, int, T> Compile(RowShape shape)
    {
        var vectors = Expression.Parameter(typeof(IReadOnlyList<ColumnVector>));
        var row = Expression.Parameter(typeof(int));
        var body = shape.Constructor is null && shape.Members.Count == 0
            ? Read(shape.Arguments[0], vectors, row)
            : Create(shape, target => Read(target, vectors, row));
        return Expression.Lambda<Func<IReadOnlyList<ColumnVector>, int, T>>(body, vectors, row).Compile();
    }

    private static Expression Create(RowShape shape, Func<RowTarget, Expression> read)
    {
        var created = shape.Constructor is { } constructor
            ? Expression.New(constructor, Arguments(constructor, shape.Arguments, read))
            : Expression.New(typeof(T));
        return shape.Members.Count == 0
            ? created
            : Expression.MemberInit(created, shape.Members.Select(m => Expression.Bind(m.Member!, read(m))));
    }

    // A parameter without a column has a default.
    private static IEnumerable<Expression> Arguments(
        ConstructorInfo constructor, IReadOnlyList<RowTarget> targets, Func<RowTarget, Expression> read) =>
        constructor.GetParameters().Select(p => targets.FirstOrDefault(t => t.Parameter == p) is { } target
            ? read(target)
            : Expression.Convert(Expression.Constant(p.DefaultValue), p.ParameterType));

    private static Expression Read(RowTarget target, Expression vectors, Expression row) =>
        ValueReader.Read(target, vectors, row);
}
