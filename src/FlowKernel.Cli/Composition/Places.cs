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
        directive.Kind switch
        {
            "sample" => OpenAsync(new ConnectionChoice.Sample(), cancellation),
            "local" => OpenAsync(new ConnectionChoice.Local(directive.Arguments[0]), cancellation),
            _ => Task.FromResult<Outcome<IQueryConnection>>(NotYet(directive.Kind)),
        };

    private static Diagnostic NotYet(string kind) => new(
        "FK0420",
        $"This version cannot connect to a {kind} yet.",
        default,
        "Use 'connect sample', or import flow logs and use 'connect local DIR'.");

    public Task<Outcome<MimeBundle>> ImportAsync(
        ImportDirective directive, IQueryConnection? current, ICellOutput output, CancellationToken cancellation) =>
        throw new InvalidOperationException();

    private EmbeddedConnection Connection(string name, ITableCatalog catalog, TimeProvider clock, ConnectionChoice choice) =>
        new(name, language, catalog, kept, choice.Now is { } now ? new PinnedClock(now) : clock);
}
