using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>A C# variable that <c>--param</c> hands over.</summary>
/// <param name="Name">The parameter's name in the query.</param>
/// <param name="Variable">The variable's name.</param>
/// <param name="Parameter">Its type and value.</param>
/// <param name="Place">Where the directive line names it, in the cell.</param>
internal sealed record HandedVariable(string Name, string Variable, QueryParameter Parameter, TextSpan Place);
