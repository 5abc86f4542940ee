using FlowKernel.Diagnostics;
using FlowKernel.Session.Mapping;

namespace FlowKernel.Session;

/// <summary>A result whose rows are objects of a C# type.</summary>
internal sealed class MappedRows<TRow> : FlowResult<TRow>
{
    private readonly RowMapping<TRow> _mapping;

    /// <summary>Throws <see cref="DiagnosticException"/> where the result does not fit the type.</summary>
    public MappedRows(FlowResult other)
        : base(other)
    {
        _mapping = RowMapping<TRow>.Of(Table.Columns).OrThrow();
        if (_mapping.NullIn(Table) is { } mistake)
            throw new DiagnosticException(mistake);
    }

    /// <inheritdoc/>
    protected override TRow RowAt(int index) => _mapping.Make(Table, index);
}
