using FlowKernel.Diagnostics;
using FlowKernel.DuckDb;
using FlowKernel.DuckDb.Tables;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Session;

namespace FlowKernel.Cli.Composition;

/// <summary>Opens the places where queries run.</summary>
internal sealed class Places(IKqlLanguage language, KeptTables kept) : INotebookPlaces
{
    public Task<Outcome<IQueryConnection>> OpenAsync(ConnectionChoice choice, CancellationToken cancellation)
    {
        return Task.FromResult<Outcome<IQueryConnection>>(choice switch
        {
            _ => new(Connection("none", NoTables.Instance, TimeProvider.System, choice)),
        });
    }

    public Task<Outcome<IQueryConnection>> OpenAsync(
        ConnectDirective directive, ICellOutput output, CancellationToken cancellation) =>
        OpenAsync(directive.Kind == "local" ? new ConnectionChoice.Local(directive.Arguments[0]) : new ConnectionChoice.Sample(), cancellation);

    public Task<Outcome<MimeBundle>> ImportAsync(
        ImportDirective directive, IQueryConnection? current, ICellOutput output, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    private EmbeddedConnection Connection(string name, ITableCatalog catalog, TimeProvider clock, ConnectionChoice choice) =>
        new(name, language, catalog, kept, choice.Now is { } now ? new PinnedClock(now) : clock);
}
