using System.Globalization;
using System.Reflection;
using FlowKernel.CSharp.Checking;
using FlowKernel.CSharp.References;
using FlowKernel.CSharp.Weaving;
using FlowKernel.Notebook;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Makes compilations of cell texts, each on top of the cells before it.</summary>
internal sealed class SubmissionCompiler
{
    private const string Prefix = "Cell-";

    private readonly CSharpCompilationOptions _options;
    private readonly Lazy<MetadataReference[]> _references;
    private readonly Type? _globalsType;
    private readonly Lazy<CSharpCompilation> _first;
    private int _count;

    public SubmissionCompiler(
        CSharpCellsOptions options, MetadataReferenceResolver assemblies, SourceReferenceResolver files)
    {
        _globalsType = options.GlobalsType ?? options.Globals?.GetType();
        _options = CompilationOptions(options.Usings, assemblies, files);
        _first = new Lazy<CSharpCompilation>(CompileFirst);
        _references = new Lazy<MetadataReference[]>(
            () => [.. FrameworkReferences.All, .. Assemblies(options).Distinct().Select(FrameworkReferences.To)]);
    }

    // The trees of documentation comments would be most of what a named result's types cost.
    private static readonly CSharpParseOptions CompiledOptions =
        new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>How an editor parses cell text.</summary>
    public static CSharpParseOptions ParseOptions { get; } = CompiledOptions.WithDocumentationMode(DocumentationMode.Parse);

    /// <summary>True for the name of a compiled cell.</summary>
    public static bool IsCell(AssemblyName name) => IsCell(name.Name!);

    /// <summary>True for the name of a compiled cell.</summary>
    public static bool IsCell(string assembly) => assembly.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What the first submission references; later ones inherit it.</summary>
    public IReadOnlyList<MetadataReference> References => _references.Value;

    /// <summary>The type of the globals object, or null.</summary>
    public Type? GlobalsType => _globalsType;

    /// <summary>The options of every submission.</summary>
    public CSharpCompilationOptions Options => _options;

    /// <summary>A cell's text as a tree; stack traces will call its file <paramref name="path"/>.</summary>
    public static SyntaxTree Parse(string code, string path) =>
        CSharpSyntaxTree.ParseText(
            PackageSourceLines.Hidden(code), CompiledOptions, path, System.Text.Encoding.UTF8);

    /// <summary>A name for a compiled cell that none has yet.</summary>
    public string NewName() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Interlocked.Increment(ref _count)}");

    /// <summary>The compilation of a cell after <paramref name="previous"/>; nothing is bound yet.</summary>
    /// <param name="tree">The cell.</param>
    /// <param name="previous">The cell before it, or null.</param>
    /// <param name="references">Assemblies that it can name besides those of the cells so far.</param>
    /// <param name="woven">Texts in place of those of files that it loads, by path.</param>
    public CSharpCompilation Compile(
        SyntaxTree tree, Submission? previous, IReadOnlyCollection<MetadataReference>? references = null,
        IReadOnlyDictionary<string, string>? woven = null)
    {
        var name = NewName();
        // Given when it is made, the previous submission would be checked whole, once more for each that follows it.
        var alone = CSharpCompilation.CreateScriptCompilation(
            name,
            tree,
            references,
            With(woven).WithUsings(Array.Empty<string>()).WithScriptClassName(CellClass.Of(name)),
            returnType: typeof(object),
            globalsType: _globalsType);
        return After(alone, previous?.Compilation ?? _first.Value);
    }

    /// <summary>
    /// A compilation once more, on another base (null for none); what was read of it so far is not kept.
    /// </summary>
    /// <param name="cell">The compilation.</param>
    /// <param name="previous">The base.</param>
    /// <param name="placed">The cells of whose types it tells later ones, besides its own.</param>
    public static CSharpCompilation Again(
        CSharpCompilation cell, CSharpCompilation? previous, params IReadOnlyCollection<string> placed) =>
        // On the base that it has it would be the same one.
        MemberTypes.Add(AnonymousTypeTemplates.Seal(After(cell.Clone(), previous ?? First(cell))), placed);

    private CSharpCompilationOptions With(IReadOnlyDictionary<string, string>? woven) =>
        woven is null or { Count: 0 } || _options.SourceReferenceResolver is not { } files
            ? _options
            : _options.WithSourceReferenceResolver(new WovenFiles(files, woven));

    private static CSharpCompilation After(CSharpCompilation cell, CSharpCompilation previous) =>
        SharedReferences.Share(
            cell.WithScriptCompilationInfo(cell.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous)));

    private static CSharpCompilation First(CSharpCompilation cell) =>
        cell.ScriptCompilationInfo?.PreviousScriptCompilation is { } previous ? First(previous) : cell;

    // Submissions share what is read of the references only through a common first one.
    private CSharpCompilation CompileFirst() =>
        CSharpCompilation.CreateScriptCompilation(
            Prefix + "0", Parse("", ""), References, _options, returnType: typeof(object), globalsType: _globalsType);

    private IEnumerable<Assembly> Assemblies(CSharpCellsOptions options) =>
    [
        .. options.References, typeof(ICSharpCells).Assembly, typeof(CSharpCells).Assembly,
        .. _globalsType is null ? Array.Empty<Assembly>() : [_globalsType.Assembly],
    ];

    private static CSharpCompilationOptions CompilationOptions(
        IEnumerable<string> usings, MetadataReferenceResolver assemblies, SourceReferenceResolver files) =>
        new(
            OutputKind.DynamicallyLinkedLibrary,
            usings: usings,
            optimizationLevel: OptimizationLevel.Debug,
            // Cells are small, and an earlier one may have taken all threads of the pool.
            concurrentBuild: false,
            specificDiagnosticOptions: CellDiagnostics.Silenced,
            sourceReferenceResolver: files,
            metadataReferenceResolver: assemblies,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            nullableContextOptions: NullableContextOptions.Annotations);
}
