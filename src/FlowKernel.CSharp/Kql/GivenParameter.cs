using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Kql;

/// <summary>A value that C# gives to a query.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Source">What it is in the C# source, such as <c>ip</c> or <c>{ip}</c>.</param>
/// <param name="CSharpType">Its C# type, as people write it.</param>
/// <param name="Parameter">Its KQL type; null where none fits.</param>
/// <param name="Place">Where it stands in the cell; null when it is only a part of an object made elsewhere.</param>
internal sealed record GivenParameter(
    string Name, string Source, string CSharpType, QueryParameter? Parameter, TextSpan? Place)
{
    /// <summary>True for what stands in place of an object with the query's parameters, and is none.</summary>
    public bool IsNoObject { get; private init; }

    /// <summary>What stands in place of an object with the query's parameters, such as a text.</summary>
    public static GivenParameter NoObject(string source, string csharpType, TextSpan place) =>
        new(source, source, csharpType, null, place) { IsNoObject = true };
}
