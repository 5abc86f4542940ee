using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>Opens the places that a notebook's directives name.</summary>
public interface INotebookPlaces
{
    /// <summary>Opens a connection; progress goes to <paramref name="output"/>.</summary>
    Task<Outcome<IQueryConnection>> OpenAsync(
        ConnectDirective directive, ICellOutput output, CancellationToken cancellation);

    /// <summary>Imports flow log files; gives a report to show.</summary>
    Task<Outcome<MimeBundle>> ImportAsync(
        ImportDirective directive, IQueryConnection? current, ICellOutput output, CancellationToken cancellation);
}
