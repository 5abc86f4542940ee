using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>Cells share what the compiler works out about their references, and nothing else.</summary>
public sealed class SharedReferencesTests
{
    [Fact]
    public void TheCompilerIsAsItIsKnown() => Assert.True(SharedReferences.IsPossible);

    [Fact]
    public void ACellThatSharesKeepsItsOwnName()
    {
        var first = Cell("A", "var x = 1;", null, FrameworkReferences.Core);
        var second = SharedReferences.Share(Cell("B", "x + 1", first));
        Assert.Equal("B", second.Assembly.Identity.Name);
        Assert.Empty(second.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Equal("A", first.Assembly.Identity.Name);
    }

    [Fact]
    public void ACellWithReferencesOfItsOwnFindsThem()
    {
        var first = Cell("A", "var x = 1;", null, FrameworkReferences.Core);
        var second = SharedReferences.Share(
            Cell("B", "new FlowKernel.CSharp.Tests.Notebook()", first, FrameworkReferences.To(GetType().Assembly)));
        Assert.DoesNotContain(
            second.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Id is "CS0246" or "CS0234");
    }

    [Fact]
    public async Task CellsAfterADirectiveSeeWhatItRefersTo()
    {
        var notebook = new Notebook();
        await notebook.ValueOf($"#r \"{typeof(SharedReferencesTests).Assembly.Location}\"");
        await notebook.ValueOf("var later = 1;");
        Assert.Equal(true, await notebook.ValueOf("typeof(FlowKernel.CSharp.Tests.Submissions.SharedReferencesTests) is { }"));
    }

    private static CSharpCompilation Cell(
        string name, string code, CSharpCompilation? previous, params MetadataReference[] references) =>
        CSharpCompilation.CreateScriptCompilation(
            name,
            SubmissionCompiler.Parse(code, name),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, scriptClassName: name),
            previous);
}
