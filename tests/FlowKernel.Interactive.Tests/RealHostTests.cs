using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace FlowKernel.Interactive.Tests;

/// <summary>extension.dib against the host's own assemblies, where the machine has a .NET Interactive.</summary>
public sealed class RealHostTests
{
    [Fact]
    public void EachBlockCompilesAgainstTheHostItself()
    {
        var assemblies = InstalledHost.Assemblies();
        if (assemblies.Count == 0)
            Assert.Skip("This machine has no dotnet-interactive on PATH or in FLOWKERNEL_DOTNET_INTERACTIVE.");
        var script = LoadedExtension.Blocks.Skip(1).Aggregate(
            (Script)CSharpScript.Create(LoadedExtension.Blocks[0], ScriptOptions.Default.WithReferences(
                [.. LoadedExtension.OwnAssemblies.Select(a => MetadataReference.CreateFromFile(a.Location)),
                    .. assemblies.Select(a => MetadataReference.CreateFromFile(a))])),
            (script, block) => script.ContinueWith(block));
        for (Script? block = script; block is not null; block = block.Previous)
            Assert.Empty(ErrorsOf(block));
    }

    private static IEnumerable<Diagnostic> ErrorsOf(Script block) =>
        block.GetCompilation().GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity == DiagnosticSeverity.Error);
}
