using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Notebook;

/// <summary>Draws results.</summary>
public interface IChartRenderer
{
    /// <summary>
    /// The chart of a table, interactive and static in one bundle; a diagnostic where the table does not fit the kind
    /// or the properties name columns that it does not have.
    /// </summary>
    Outcome<MimeBundle> Render(KqlTable table, RenderProperties properties);
}
