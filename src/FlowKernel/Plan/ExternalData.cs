using FlowKernel.Text;

namespace FlowKernel.Plan;

/// <summary>
/// The records of files (<c>externaldata</c>, https://learn.microsoft.com/kusto/query/externaldata-operator), in the
/// order of the files. All columns are texts as the files have them; what converts them stands above.
/// </summary>
/// <param name="Files">What to read.</param>
/// <param name="Fields">For each column, what of a record fills it.</param>
/// <param name="Columns">The columns, all texts.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ExternalData(
    IReadOnlyList<ExternalFile> Files, IReadOnlyList<ExternalField> Fields, IReadOnlyList<PlanColumn> Columns,
    TextSpan Span)
    : Relation(Columns, Span)
{
    /// <summary>True when the first record of each file holds names.</summary>
    public bool IgnoreFirstRecord { get; init; }
}

/// <summary>A file to read: a path on this machine, or an address.</summary>
/// <param name="Address">As the query has it; it may hold secrets, see <see cref="ExternalAddress.Shown"/>.</param>
/// <param name="Format">What its records look like.</param>
/// <param name="Compression">How it is packed.</param>
/// <param name="Span">Where its address stands in the query.</param>
public sealed record ExternalFile(
    string Address, ExternalFormat Format, ExternalCompression Compression, TextSpan Span)
{
    /// <summary>True when the query hides the address (an obfuscated literal, <c>h"..."</c>).</summary>
    public bool IsHidden { get; init; }

    /// <summary>The address for people and logs, without secrets.</summary>
    public string Shown => ExternalAddress.Shown(Address, IsHidden);

    /// <inheritdoc/>
    public override string ToString() => Shown;
}

/// <summary>What of a record fills a column: a constant, a fact of the record, or a field of it; nothing gives null.</summary>
public sealed record ExternalField
{
    /// <summary>The place of the field in a record of separated values, from 0.</summary>
    public int? Ordinal { get; init; }

    /// <summary>
    /// The way to the field in a record with names: each step a name or, as <see cref="int"/>, an index from 0.
    /// </summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>The same text for all records.</summary>
    public string? Constant { get; init; }

    /// <summary>What is made of the record or of the field.</summary>
    public ExternalTransform Transform { get; init; }

    /// <summary>True where the column is dynamic, so that a text in a record with names stays a JSON text.</summary>
    public bool IsDynamic { get; init; }
}
