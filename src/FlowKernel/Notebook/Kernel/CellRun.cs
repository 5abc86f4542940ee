using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Directives;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>One run of a cell: what it was asked, where its output goes, what it has to show at the end.</summary>
internal sealed class CellRun(CellRequest request, ICellOutput output)
{
    private readonly List<MimeBundle> _pages = [];

    public CellRequest Request => request;

    public ICellOutput Output => output;

    /// <summary>The options that the cell's directive lines gave for the KQL below them.</summary>
    public QueryDirective Query { get; set; } = new();

    /// <summary>The C# variables that the directive lines hand over, as typed parameters.</summary>
    public IReadOnlyList<HandedVariable> Variables { get; set; } = [];

    /// <summary>The value that the cell ends with, or null.</summary>
    public MimeBundle? Value { get; set; }

    public IReadOnlyList<MimeBundle> Pages => _pages;

    /// <summary>What was warned of, with spans in the cell.</summary>
    public List<Diagnostic> Warnings { get; } = [];

    public void AddPage(MimeBundle page) => _pages.Add(page);

    /// <summary>Shows a value that is not the last thing in the cell after all.</summary>
    public void FlushValue()
    {
        if (Value is { } value)
            output.Display(value);
        Value = null;
    }

    /// <summary>Shows several things; the last one is the cell's value.</summary>
    public void Show(IReadOnlyList<MimeBundle> bundles)
    {
        foreach (var bundle in bundles)
        {
            FlushValue();
            Value = bundle;
        }
    }

    public void Warn(IReadOnlyList<Diagnostic> warnings)
    {
        Warnings.AddRange(warnings);
        if (warnings.Count > 0)
            output.WriteError(DiagnosticText.RenderFirst(warnings, new SourceText(request.Code)) + "\n");
    }
}
