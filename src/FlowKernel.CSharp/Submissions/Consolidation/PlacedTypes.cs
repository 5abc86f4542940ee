using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>The types of a loaded cell, which later cells find where they are.</summary>
/// <param name="Names">The names with their keys (see <see cref="SubmissionNames.Declared"/>).</param>
/// <param name="Usings">The lines that bring the names.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Keeper">What to hold, such that it remains loaded and is found.</param>
internal sealed record PlacedTypes(
    IReadOnlyList<(string Name, string Key)> Names, IReadOnlyList<string> Usings, Assembly Cell, object Keeper)
{
    /// <summary>Those of a cell that later cells build on.</summary>
    public static PlacedTypes Of(Submission cell)
    {
        cell.Image?.Keep();
        return Of(cell.Compilation, AssemblyOf(cell), (object?)cell.Image ?? AssemblyOf(cell));
    }

    /// <summary>What such a cell is loaded as.</summary>
    public static Assembly AssemblyOf(Submission cell) => cell.Image?.Assembly ?? cell.State!.GetType().Assembly;

    /// <summary>Those of a cell that was loaded as an assembly.</summary>
    public static PlacedTypes Of(CSharpCompilation cell, Assembly loaded) => Of(cell, loaded, loaded);

    /// <summary>The name by which code that was compiled with the cell refers to it.</summary>
    public string Name => Cell.GetName().Name!;

    private static PlacedTypes Of(CSharpCompilation cell, Assembly loaded, object keeper) =>
        new(SubmissionNames.TypesOf(cell), [.. TypesInPlace.Usings(cell)], loaded, keeper);
}
