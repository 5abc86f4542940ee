using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Turns compilations into loaded code.</summary>
internal sealed class SubmissionEmitter(SubmissionAssemblies assemblies)
{
    private static readonly EmitOptions Portable = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>Loads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="lifetime">How long it is to stay.</param>
    /// <param name="cancellation">Ends the compiler's work.</param>
    /// <exception cref="NotEmittedException">The compilation has errors, or such that only its emission shows.</exception>
    public LoadedCell Load(CSharpCompilation cell, CodeLifetime lifetime, CancellationToken cancellation)
    {
        foreach (var reference in cell.DirectiveReferences.OfType<PortableExecutableReference>())
            assemblies.Refer(reference.FilePath!);
        if (!HasCode(cell))
            return LoadedCell.Empty;
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = cell.Emit(assembly, symbols, options: Portable, cancellationToken: cancellation);
        if (!emitted.Success)
            throw new NotEmittedException();
        symbols.Position = 0;
        var image = assembly.ToArray();
        // What runs once is not worth optimising, and keeps all of its lines without.
        if (!cell.RunsOnce())
            JitOptimization.Allow(image);
        var (loaded, kept) = lifetime switch
        {
            CodeLifetime.ForGood => (assemblies.Load(image, symbols), null),
            CodeLifetime.Returning => assemblies.LoadReturning(cell.AssemblyName!, image, symbols.ToArray()),
            _ => (assemblies.LoadPassing(image, symbols), (CellImage?)null),
        };
        return new LoadedCell(EntryPoint(cell, loaded, cancellation), kept);
    }

    /// <summary>Loads an assembly that refers to cells.</summary>
    public Assembly Load(byte[] image) => assemblies.Load(image, symbols: null);

    // The compiler emits nothing, and reserves no place for variables, when there is no member.
    private static bool HasCode(CSharpCompilation cell) =>
        cell.SyntaxTrees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0);

    private static MethodInfo EntryPoint(CSharpCompilation cell, Assembly assembly, CancellationToken cancellation)
    {
        var symbol = cell.GetEntryPoint(cancellation)!;
        return assembly.GetType(symbol.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(symbol.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
    }
}
