using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// Types of many cells as those of one assembly, which forwards to them: for each assembly that cells refer to each of them
/// takes longer to compile.
/// </summary>
/// <param name="compiler">Names the assembly, and compiles the cell that brings the types.</param>
/// <param name="emitter">Loads it.</param>
internal sealed class TypeGroups(SubmissionCompiler compiler, SubmissionEmitter emitter)
{
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    /// <summary>
    /// A cell without code in which later cells find types of loaded ones; when there are none, the one before it.
    /// </summary>
    /// <param name="types">The types.</param>
    /// <param name="code">What an editor is told of them.</param>
    /// <param name="previous">The cell before it.</param>
    public Submission? On(Submission? previous, IReadOnlyCollection<PlacedTypes> types, string code)
    {
        if (types.Count == 0)
            return previous;
        var (name, reference) = Group(types);
        var usings = MemberTypes.IsPossible ? "" : string.Concat(types.SelectMany(t => t.Usings));
        var cell = compiler.Compile(SubmissionCompiler.Parse(usings, ""), previous, [reference]);
        string[] placed = [.. types.Select(t => t.Name), name];
        IReadOnlyList<(string Name, string Key)> names = [.. types.SelectMany(t => t.Names)];
        return new Submission(
            previous,
            code,
            SubmissionCompiler.Again(cell, previous?.Compilation, placed),
            new SubmissionNames(names, Mentioned: FrozenSet<string>.Empty, Imports: [], IsFixed: false),
            state: null) { IsConsolidated = true, Placed = placed };
    }

    private (string Name, MetadataReference Reference) Group(IReadOnlyCollection<PlacedTypes> cells)
    {
        var name = compiler.NewName();
        foreach (var cell in cells)
            _groups[cell.Name] = name;
        var image = TypeForwarders.To(name, cells.Select(c => c.Cell));
        var loaded = emitter.Load(image);
        IEnumerable<ModuleMetadata> modules =
            [ModuleMetadata.CreateFromImage(image), .. cells.Select(c => LinkedModule.Of(c.Cell, _groups, (c.Keeper, loaded)))];
        return (name, AssemblyMetadata.Create(modules).GetReference());
    }
}
