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
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    /// <summary>The names by which code refers to types that are in a group: that of their cell and that of the group.</summary>
    public IEnumerable<string> NamesOf(PlacedTypes cell) => [cell.Name, _groups[cell.Name]];

    /// <summary>The reference to the types of loaded cells; none when there are no cells.</summary>
    public IReadOnlyList<MetadataReference> Of(IReadOnlyCollection<PlacedTypes> cells)
    {
        if (cells.Count == 0)
            return [];
        var name = compiler.NewName();
        foreach (var cell in cells)
            _groups[cell.Name] = name;
        var image = TypeForwarders.To(name, cells.Select(c => c.Cell));
        var loaded = emitter.Load(image);
        IEnumerable<ModuleMetadata> modules =
            [ModuleMetadata.CreateFromImage(image), .. cells.Select(c => LinkedModule.Of(c.Cell, _groups, (c.Keeper, loaded)))];
        return [AssemblyMetadata.Create(modules).GetReference()];
    }
}
