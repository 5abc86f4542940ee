using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// Types of many cells as those of one assembly, which forwards to them: for each assembly that cells refer to each of them
/// takes longer to compile.
/// </summary>
/// <param name="compiler">Names the assembly.</param>
/// <param name="emitter">Loads it.</param>
internal sealed class TypeGroups(SubmissionCompiler compiler, SubmissionEmitter emitter)
{
    /// <summary>The references to cells with types, with the names of the assemblies that these are to.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="seen">Those that others refer to by their own names, which therefore remain by themselves.</param>
    public IReadOnlyList<(string Name, MetadataReference Reference)> Of(
        IReadOnlyCollection<PlacedTypes> cells, IReadOnlySet<string> seen)
    {
        var together = cells.Where(c => !seen.Contains(c.Name)).ToList();
        var alone = together.Count > 1 ? cells.Except(together) : cells;
        return
        [
            .. alone.Select(c => (c.Name, c.Reference())),
            .. together.Count > 1 ? [Group(together)] : Array.Empty<(string, MetadataReference)>(),
        ];
    }

    private (string Name, MetadataReference Reference) Group(IReadOnlyCollection<PlacedTypes> cells)
    {
        var name = compiler.NewName();
        var image = TypeForwarders.To(name, cells.Select(c => c.Cell));
        var loaded = emitter.Load(image);
        IEnumerable<ModuleMetadata> modules = [ModuleMetadata.CreateFromImage(image), .. cells.Select(c => LinkedModule.Of(c.Cell, (c.Keeper, loaded)))];
        return (name, AssemblyMetadata.Create(modules).GetReference());
    }
}
