using FlowKernel.Diagnostics;
using FlowKernel.FlowLogs;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Kernel;
using FlowKernel.Schema;
using FlowKernel.Session;

namespace FlowKernel.Checking;

/// <summary>Opens nothing: gives the tables that a place is known to have, and imports nothing.</summary>
internal sealed class DeclaredPlaces(IKqlLanguage language) : INotebookPlaces
{
    private static readonly DatabaseSchema Unknown = new("unknown", []) { IsOpen = true };

    public Task<Outcome<IQueryConnection>> OpenAsync(
        ConnectDirective directive, ICellOutput output, CancellationToken cancellation) =>
        Task.FromResult(directive.Kind switch
        {
            "sample" or "local" => Known(directive, FlowLogTables.Database, language),
            "workspace" => Known(directive, DeclaredConnection.Workspace, null),
            _ => new Outcome<IQueryConnection>(
                new DeclaredConnection(NameOf(directive), Unknown),
                [CheckMistakes.UnknownTables(string.Join(' ', [directive.Kind, .. directive.Arguments]))]),
        });

    public Task<Outcome<MimeBundle>> ImportAsync(
        ImportDirective directive, IQueryConnection? current, ICellOutput output, CancellationToken cancellation) =>
        Task.FromResult<Outcome<MimeBundle>>(MimeBundle.Plain(""));

    private static Outcome<IQueryConnection> Known(
        ConnectDirective directive, DatabaseSchema schema, IKqlLanguage? embedded) =>
        new(new DeclaredConnection(NameOf(directive), schema, embedded));

    // The name under which the connection itself is kept: a folder's own for local stores.
    private static string NameOf(ConnectDirective directive) => directive switch
    {
        { Kind: "local", Arguments: [var folder, ..] } =>
            Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/', '\\')),
        { Kind: "sample" } => "sample",
        { Arguments: [.., var last] } => last,
        _ => directive.Kind,
    };
}
