using FlowKernel.CSharp.Completion;
using FlowKernel.CSharp.References;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.Completion;

public sealed class DirectiveCompletionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cells-");
    private readonly DirectiveCompletion _completion;

    public DirectiveCompletionTests()
    {
        foreach (var file in (string[])["helpers.csx", "other.cs", "notes.txt", "Extra.dll", "lib/deep.csx"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.FullName, file))!);
            File.WriteAllText(Path.Combine(_folder.FullName, file), "");
        }

        _completion = new DirectiveCompletion(new Cache(), new CellFolder(() => _folder.FullName));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("#load \"|\"", "helpers.csx,other.cs,lib/")]
    [InlineData("#load \"he|", "helpers.csx")]
    [InlineData("#load \"lib/|\"", "deep.csx")]
    [InlineData("#load \"nowhere/|\"", "")]
    [InlineData("#r \"Ext|\"", "Extra.dll")]
    [InlineData("#r \"nug|\"", "nuget: ")]
    [InlineData("#r \"System.Text.J|\"", "System.Text.Json")]
    [InlineData("#r \"nuget: |\"", "CsvHelper,Humanizer,Humanizer.Core")]
    [InlineData("#r \"nuget: hum|anizer\"", "Humanizer,Humanizer.Core")]
    [InlineData("#r \"nuget: Humanizer, |\"", "3.0.1,2.14.1")]
    [InlineData("#r \"nuget:Humanizer,2|\"", "2.14.1")]
    [InlineData("#i \"nuget: |\"", "lib/")]
    [InlineData("var a = 1;\n  #load \"he|\"", "helpers.csx")]
    public void WhatFitsIsProposed(string marked, string expected) =>
        Assert.Equal(expected, string.Join(',', Complete(marked)!.Items.Select(i => i.Insert)));

    [Theory]
    [InlineData("#r \"nuget: hum|aniz\"", 11, 7)]
    [InlineData("#load \"lib/|\"", 11, 0)]
    [InlineData("1\n#load \"he|lp\"\n2", 9, 4)]
    public void TheWordUpToTheQuoteIsReplaced(string marked, int start, int length) =>
        Assert.Equal(new TextSpan(start, length), Complete(marked)!.Replace);

    [Theory]
    [InlineData("#r |\"x\"")]
    [InlineData("#r \"x\" |")]
    [InlineData("var s = \"|\";")]
    [InlineData("|")]
    public void ElsewhereNothingIsProposed(string marked) => Assert.Null(Complete(marked));

    private CompletionList? Complete(string marked)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        return _completion.At(marked.Remove(offset, 1), offset);
    }

    private sealed class Cache : IPackageSession
    {
        public IReadOnlyList<string> CachedNames => ["CsvHelper", "Humanizer", "Humanizer.Core"];

        public IReadOnlyList<string> CachedVersions(string name) => name == "Humanizer" ? ["3.0.1", "2.14.1"] : [];

        public Diagnostic? AddSource(string source, TextSpan span) => null;

        public Task<Outcome<PackageAssets>> RestoreAsync(
            IReadOnlyList<PackageRequest> requests, IProgress<ProgressStep> progress, CancellationToken cancellation) =>
            Task.FromResult<Outcome<PackageAssets>>(PackageAssets.None);

        public Task<Outcome<PackageAssets>> FindCachedAsync(
            IReadOnlyList<PackageRequest> requests, CancellationToken cancellation) =>
            Task.FromResult<Outcome<PackageAssets>>(PackageAssets.None);
    }
}
