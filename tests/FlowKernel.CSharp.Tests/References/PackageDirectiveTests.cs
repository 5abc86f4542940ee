using FlowKernel.CSharp.References;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Tests.References;

public sealed class PackageDirectiveTests
{
    private readonly Session _session = new();
    private readonly Notebook _notebook;

    public PackageDirectiveTests() => _notebook = new Notebook(new CSharpCellsOptions { Packages = _session });

    [Theory]
    [InlineData("nuget: Humanizer, 2.14.1", "Humanizer", "2.14.1", "Humanizer", "2.14.1")]
    [InlineData("nuget:Humanizer", "Humanizer", "", "Humanizer", "Humanizer")]
    [InlineData("NuGet:  A.B ,  [1.0,2.0) ", "A.B", "[1.0,2.0)", "A.B", "[1.0,2.0)")]
    [InlineData("nuget:", "", "", "nuget:", "")]
    [InlineData("nuget: A,", "A", "", "A", "A")]
    public void ARequestKnowsItsPlaces(string text, string name, string version, string nameAt, string versionAt)
    {
        var request = PackageDirective.Request(text, start: 4);
        Assert.Equal((name, version), (request.Name, request.Version));
        Assert.Equal((nameAt, versionAt), (At(text, request.NameSpan), At(text, request.VersionSpan)));
    }

    [Fact]
    public async Task AllPackagesOfACellAreRestoredAtOnce()
    {
        Assert.Equal(3, await _notebook.ValueOf("#r \"nuget: A, 1.0\"\n#r \"nuget: B\"\n1 + 2"));
        Assert.Equal([("A", "1.0"), ("B", "")], _session.Requests.Select(r => (r.Name, r.Version)));
        Assert.Equal("Restored A 1.0, B 2.0 and 1 dependency in", TextOf(_notebook.Output.Shown[^1])[..41]);
    }

    [Fact]
    public async Task WhatIsWrongWithAPackageIsShownInItsDirective()
    {
        const string Code = "#r \"nuget: Missing, 1.0\"\n1";
        var error = await _notebook.ErrorOf(Code);
        Assert.Equal(("FK1002", "Missing"), (error.Code, Code.Substring(error.Span.Start, error.Span.Length)));
    }

    [Fact]
    public async Task AnInterruptEndsARestoreAndTakesItsProgressAway()
    {
        using var interrupt = new CancellationTokenSource();
        var cell = _notebook.Cells.RunAsync("#r \"nuget: Endless\"\n1", _notebook.Output, interrupt.Token);
        await _session.Waiting.Task;
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cell);
        Assert.DoesNotContain(_notebook.Output.Shown, b => TextOf(b).StartsWith("Restored", StringComparison.Ordinal));
        Assert.Equal(2, await _notebook.ValueOf("1 + 1"));
    }

    [Fact]
    public async Task SourcesAreAddedBeforePackagesAreRestored()
    {
        await _notebook.ValueOf("#i \"nuget: some/folder\"\n#r \"nuget: A\"\n1");
        Assert.Equal([("some/folder", 11)], _session.Sources.Select(s => (s.Source, s.Span.Start)));
    }

    [Fact]
    public async Task ASourceIsOnlyWhatTheCompilerWouldTakeForADirective()
    {
        await _notebook.ValueOf("var s = @\"\n#i \"\"nuget: x\"\"\n\"; /*\n#i \"nuget: y\"\n*/ s.Length");
        Assert.Empty(_session.Sources);
    }

    [Fact]
    public async Task OtherUnknownDirectivesStayMistakes() =>
        Assert.Equal("CS1024", (await _notebook.ErrorOf("#x \"nuget: y\"\n1")).Code);

    [Fact]
    public async Task PackagesOfALoadedFileAreRestoredToo()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "#i \"nuget: src\"\n#r \"nuget: A\"\nint F() => 1;", Notebook.Test);
        Assert.Equal(1, await _notebook.ValueOf($"#load \"{file}\"\nF()"));
        Assert.Equal(("A", "src"), (_session.Requests.Single().Name, _session.Sources.Single().Source));
        File.Delete(file);
    }

    private static string At(string text, TextSpan span) =>
        span.Length == 0 ? "" : text.Substring(span.Start - 4, span.Length);

    private static string TextOf(FlowKernel.Notebook.MimeBundle bundle) =>
        bundle.Text(FlowKernel.Notebook.MimeTypes.Plain)!;

    private sealed class Session : IPackageSession
    {
        public List<PackageRequest> Requests { get; } = [];

        public List<(string Source, TextSpan Span)> Sources { get; } = [];

        public IReadOnlyList<string> CachedNames => [];

        public Diagnostic? AddSource(string source, TextSpan span)
        {
            Sources.Add((source, span));
            return null;
        }

        public TaskCompletionSource Waiting { get; } = new();

        public async Task<Outcome<PackageAssets>> RestoreAsync(
            IReadOnlyList<PackageRequest> requests, IProgress<ProgressStep> progress, CancellationToken cancellation)
        {
            Requests.AddRange(requests);
            if (requests[0].Name == "Endless")
            {
                Waiting.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return requests[0].Name == "Missing"
                ? new Diagnostic("FK1002", "There is no such package.", requests[0].NameSpan)
                : new PackageAssets
                {
                    Packages = [new("A", "1.0", true), new("B", "2.0", true), new("C", "3.0", false)],
                };
        }

        public Task<Outcome<PackageAssets>> FindCachedAsync(
            IReadOnlyList<PackageRequest> requests, CancellationToken cancellation) =>
            Task.FromResult<Outcome<PackageAssets>>(PackageAssets.None);

        public IReadOnlyList<string> CachedVersions(string name) => [];
    }
}
