using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Formatting;
using FlowKernel.Notebook;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>
/// A query's result: columns to read, a table or chart to show. Its rows are those of <see cref="FlowResult{TRow}"/>.
/// </summary>
[TypeFormatterSource(typeof(TableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public abstract class FlowResult : IDisplayable
{
    private readonly Flow _flow;
    private readonly QueryRequest _request;

    /// <summary>The same result, with other rows.</summary>
    private protected FlowResult(FlowResult other)
        : this(other._flow, other._request, other.Result)
    {
    }

    private protected FlowResult(Flow flow, QueryRequest request, QueryResult result)
    {
        _flow = flow;
        _request = request;
        Result = result;
    }

    /// <summary>All of the result: tables, render properties, statistics.</summary>
    public QueryResult Result { get; }

    /// <summary>The first table.</summary>
    public KqlTable Table => Result.Table;

    /// <summary>The first table as text, as terminals show it.</summary>
    public override string ToString() => Notebook.Display.TableDisplay.Text(Table, Notebook.Display.TableDisplayOptions.Default);

    /// <summary>The KQL that gave this result.</summary>
    public string Kql => _request.Kql;

    /// <summary>How many rows there are.</summary>
    public int Count => Table.RowCount;

    /// <summary>
    /// The values of a column in row order; a null gives the type's default, which is null for a nullable type. Throws
    /// <see cref="DiagnosticException"/> when there is no such column, or it holds another type.
    /// </summary>
    public IReadOnlyList<T?> Column<T>(string name)
    {
        var index = Table.IndexOf(name);
        if (index < 0)
            throw new DiagnosticException(ResultMistakes.NoColumn(name, Table.Columns));
        if (Table.Columns[index].Type.ClrType() != (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)))
            throw new DiagnosticException(ResultMistakes.WrongType(Table.Columns[index], ClrTypeText.Of(typeof(T))));
        return [.. Enumerable.Range(0, Count).Select(row => Table[row, index] is T value ? value : default)];
    }

    /// <summary>
    /// The result with rows of a C# type: a record or class whose constructor parameters and settable properties each
    /// name a column (exactly, but for case, or with <c>[Column("name")]</c>), a tuple for the columns in order, or a
    /// type of single values for a result of one column. Numbers may be wider than their column; texts may be enums or
    /// IP addresses; dynamic values are read as JSON. Throws <see cref="DiagnosticException"/> for a missing column
    /// (FK1130), a type that does not fit (FK1131), a null where the type takes none (FK1132); reading a row throws it
    /// for a text or JSON that is no such value (FK1133).
    /// </summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    public FlowResult<TRow> As<TRow>() => new MappedRows<TRow>(this);

    /// <inheritdoc cref="FlowQuery.WithIpDetails"/>
    public FlowQuery WithIpDetails(string column) => new FlowQuery(_flow, _request).WithIpDetails(column);

    /// <inheritdoc cref="FlowQuery.WithTopology"/>
    public FlowQuery WithTopology(string column) => new FlowQuery(_flow, _request).WithTopology(column);

    /// <summary>
    /// The result as a chart of the given kind; columns that are not named are chosen as KQL's render does.
    /// </summary>
    /// <param name="kind">The kind.</param>
    /// <param name="title">The title, or null.</param>
    /// <param name="x">The column of the x axis, or null.</param>
    /// <param name="y">The column of the y axis, or null.</param>
    /// <param name="series">The column whose values name the series, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public FlowChart Chart(
        ChartKind kind, string? title = null, string? x = null, string? y = null, string? series = null)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), $"There is no chart kind {kind}.");
        return Chart(new RenderProperties(kind.Name())
        {
            Title = title,
            XColumn = x,
            YColumns = y is null ? null : [y],
            Series = series is null ? null : [series],
        });
    }

    /// <summary>The result as a chart, with all that KQL's <c>render</c> can ask for.</summary>
    public FlowChart Chart(RenderProperties properties) => new(_flow.Display, Result, properties);

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => _flow.Display.Show(Result);
}
