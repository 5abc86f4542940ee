using FlowKernel.Notebook.Documents;

namespace FlowKernel.Notebook.Exporting;

/// <summary>Writes executed notebooks as HTML reports.</summary>
public interface IReportWriter
{
    /// <summary>The text of one file that opens offline.</summary>
    string Write(NotebookDocument document, ReportFacts facts);
}
