using FlowKernel.CSharp.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Tests.References;

public sealed class FileDirectiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cells-");
    private readonly Notebook _notebook;

    public FileDirectiveTests() =>
        _notebook = new Notebook(new CSharpCellsOptions { Folder = () => _folder.FullName });

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task PathsStartAtTheNotebooksFolderAndInFilesAtTheirOwn()
    {
        Directory.CreateDirectory(At("lib"));
        Write("main.csx", "#load \"lib/one.csx\"\nint Main() => One() + 1;");
        Write("lib/one.csx", "#load \"two.csx\"\n#r \"Extra.dll\"\nint One() => Two() + Extra.Answer;");
        Write("lib/two.csx", "int Two() => 2;");
        Build("lib/Extra.dll", "public static class Extra { public static int Answer => 40; }");
        Assert.Equal(43, await _notebook.ValueOf("#load \"main.csx\"\nMain()"));
        Assert.Equal(40, await _notebook.ValueOf("#r \"lib/Extra.dll\"\nExtra.Answer"));
    }

    [Fact]
    public async Task AMissingFileToLoadIsNamedWithWhatMayBeMeant()
    {
        Write("helpers.csx", "");
        var error = await _notebook.ErrorOf("#load \"helper.csx\"\n1");
        Assert.Equal(
            ("FK1012", $"There is no file '{At("helper.csx")}' to load.", "helper.csx", "Did you mean helpers.csx?"),
            (error.Code, error.Message, "#load \"helper.csx\"".Substring(error.Span.Start, error.Span.Length),
                error.Hint));
    }

    [Fact]
    public async Task AMissingAssemblyFileIsNamed()
    {
        var error = await _notebook.ErrorOf("#r \"nowhere/Extra.dll\"\n1");
        Assert.Equal(
            ("FK1013", $"There is no assembly '{At("nowhere/Extra.dll")}'.", 4, 17,
                $"There is no folder '{At("nowhere")}' either."),
            (error.Code, error.Message, error.Span.Start, error.Span.Length, error.Hint));
    }

    [Theory]
    [InlineData("System.Text.Jsn", "Did you mean System.Text.Json?")]
    [InlineData("Some.Package", "For a package write #r \"nuget: Some.Package\", for a file give its path.")]
    public async Task AnUnknownAssemblyNameHasAHint(string name, string hint)
    {
        var error = await _notebook.ErrorOf($"#r \"{name}\"\n1");
        Assert.Equal(
            ("FK1013", $"There is no assembly named '{name}' in .NET.", hint),
            (error.Code, error.Message, error.Hint));
    }

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("System.Xml.Linq, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089")]
    public async Task AnAssemblyOfDotNetIsNamedWithoutAPath(string name) =>
        Assert.Equal(2, await _notebook.ValueOf($"#r \"{name}\"\n1 + 1"));

    [Fact]
    public async Task AFileThatIsNoAssemblyIsRefused()
    {
        Write("text.dll", "text");
        var error = await _notebook.ErrorOf("#r \"text.dll\"\n1");
        Assert.Equal(
            ("FK1014", $"'{At("text.dll")}' cannot be referred to. It is not a .NET assembly."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task AnAssemblyThatWasBuiltAnewNeedsARestart()
    {
        Build("Extra.dll", "public static class Extra { public static int Answer => 1; }");
        Assert.Equal(1, await _notebook.ValueOf("#r \"Extra.dll\"\nExtra.Answer"));
        Assert.Equal(1, await _notebook.ValueOf("#r \"Extra.dll\"\nExtra.Answer"));
        Build("Extra.dll", "public static class Extra { public static int Answer => 2; }");
        File.SetLastWriteTimeUtc(At("Extra.dll"), DateTime.UnixEpoch);
        Assert.Equal("FK1015", (await _notebook.ErrorOf("#r \"Extra.dll\"\nExtra.Answer")).Code);
    }

    [Fact]
    public async Task WhatAnAssemblyNeedsLiesBesideIt()
    {
        Build("Base.dll", "public class Base { public int Answer => 42; }");
        Build("Derived.dll", "public class Derived : Base;", At("Base.dll"));
        Assert.Equal(42, await _notebook.ValueOf("#r \"Derived.dll\"\nnew Derived().Answer"));
    }

    [Fact]
    public async Task TheDocumentationBesideAnAssemblyIsShown()
    {
        Build("Extra.dll", "public static class Extra { public static int Answer => 42; }");
        Write("Extra.xml", """
            <doc><assembly><name>Extra</name></assembly><members>
            <member name="P:Extra.Answer"><summary>To everything.</summary></member></members></doc>
            """);
        await _notebook.ValueOf("#r \"Extra.dll\"\n1");
        var info = await _notebook.Cells.ExplainAsync("Extra.Answer", 8, Notebook.Test);
        Assert.Contains("To everything.", info!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFileNamedInALoadedFileIsShownThere()
    {
        Write("main.csx", "\n#load \"gone.csx\"");
        var error = await _notebook.ErrorOf("#load \"main.csx\"\n1");
        Assert.Equal(("FK1012", At("main.csx"), 8), (error.Code, error.File!.Path, error.Span.Start));
    }

    [Fact]
    public async Task AnErrorInALoadedFunctionHasItsFileAndLine()
    {
        Write("main.csx", "int Half(int n)\n{\n    for (var i = 0; i < n; i++)\n        throw new Exception(\"low\");\n    return n;\n}");
        await _notebook.ValueOf("#load \"main.csx\"\n1");
        var failed = await Assert.ThrowsAnyAsync<Exception>(() => _notebook.ValueOf("Half(2)"));
        Assert.Equal("at Half, main.csx, line 4", CellStackTrace.Trimmed(failed)[0]);
    }

    [Theory]
    [InlineData("int Div(int a, int b)\n{\n    var q = a / b;\n    return q;\n}\n", 3)]
    [InlineData("int Div(int a, int b) =>\n    a / b;\n", 2)]
    [InlineData("int Div(int a, int b)\n{\n    var l = new List<int>();\n    return l[a];\n}\n", 4)]
    public async Task OptimisedCodeOfALoadedFileKeepsItsLines(string code, int line)
    {
        Write("main.csx", code);
        for (var i = 0; i < 2; i++)
        {
            var failed = await Assert.ThrowsAnyAsync<Exception>(() => _notebook.ValueOf("#load \"main.csx\"\nDiv(1, 0)"));
            Assert.Equal($"at Div, main.csx, line {line}", CellStackTrace.Trimmed(failed)[0]);
        }
    }

    private string At(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text) => File.WriteAllText(At(path), text);

    private void Build(string path, string code, params string[] references) => Assert.True(CSharpCompilation.Create(
        Path.GetFileNameWithoutExtension(path),
        [CSharpSyntaxTree.ParseText(code, cancellationToken: Notebook.Test)],
        [.. references.Append(typeof(object).Assembly.Location).Select(r => MetadataReference.CreateFromFile(r))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .Emit(At(path), cancellationToken: Notebook.Test).Success);
}
