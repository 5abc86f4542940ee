namespace FlowKernel.Kql.Tests.Language;

/// <summary>The compiled language that a process leaves for later ones.</summary>
public sealed class CompiledScriptsTests : IDisposable
{
    private const string Query = "T | where a > 1 | summarize count() by bin(a, 10)";
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-compiled").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALaterProcessLoadsWhatAnEarlierOneCompiled()
    {
        var first = await AnswersAsync(isPrecompiled: false);
        Assert.Equal(first, await AnswersAsync(isPrecompiled: true));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100_000)]
    public async Task AFileThatIsCutOffIsMadeAnew(int length)
    {
        var first = await AnswersAsync(isPrecompiled: false);
        using (var file = File.OpenWrite(Directory.GetFiles(_folder).Single()))
            file.SetLength(length);
        Assert.Equal(first, await AnswersAsync(isPrecompiled: false));
        Assert.Equal(first, await AnswersAsync(isPrecompiled: true));
    }

    [Fact]
    public async Task AFileWithAChangedByteIsMadeAnew()
    {
        await AnswersAsync(isPrecompiled: false);
        var path = Directory.GetFiles(_folder).Single();
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        await AnswersAsync(isPrecompiled: false);
        await AnswersAsync(isPrecompiled: true);
    }

    [Fact]
    public async Task AFileThatOthersCanWriteIsNotTrusted()
    {
        if (OperatingSystem.IsWindows())
            return;
        await AnswersAsync(isPrecompiled: false);
        var path = Directory.GetFiles(_folder).Single();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        await AnswersAsync(isPrecompiled: false);
        await AnswersAsync(isPrecompiled: true);
    }

    [Fact]
    public async Task AFolderThatCannotBeMadeKeepsNothing()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        using var language = new KqlLanguage(Path.Combine(file, "below"));
        await language.KeepCompiledAsync(Cancellation);
        Assert.True((await language.CheckAsync(Query, KqlFixture.Small, Cancellation)).Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatBuildsNoLongerInUseHaveKeptIsClearedAway(bool isPrecompiled)
    {
        if (isPrecompiled)
            await AnswersAsync(isPrecompiled: false);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Add("kql-0123.v8", now.AddDays(-31));
        Add("kql-4567.v8.991", now.AddDays(-31));
        Add("kql-89ab.v8", now.AddDays(-29));
        Add("sample.json", now.AddDays(-400));
        await AnswersAsync(isPrecompiled);
        Assert.Equal(["kql-89ab.v8", "sample.json"], Others().Order());
    }

    [Fact]
    public async Task ABuildThatStartsMarksItsFileAsUsed()
    {
        await AnswersAsync(isPrecompiled: false);
        var own = Directory.GetFiles(_folder).Single();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(own, now.AddDays(-90));
        await AnswersAsync(isPrecompiled: true);
        Assert.True(now - File.GetLastWriteTimeUtc(own) < TimeSpan.FromDays(1));
    }

    private void Add(string name, DateTime written)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, written);
    }

    private IEnumerable<string> Others()
    {
        var own = $"kql-{typeof(KqlLanguage).Assembly.ManifestModule.ModuleVersionId:N}.v8";
        return Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)).Where(n => n != own);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> AnswersAsync(bool isPrecompiled)
    {
        using var language = new KqlLanguage(_folder);
        Assert.Equal(isPrecompiled, await language.IsPrecompiledAsync(Cancellation));
        var query = await language.CheckAsync(Query, KqlFixture.Small, Cancellation);
        var list = await language.CompleteAsync("T | where ", 10, KqlFixture.Small, Cancellation);
        await language.KeepCompiledAsync(Cancellation);
        return string.Join('\n', [.. query.Value!.Columns.Select(c => c.ToString()), .. list.Items.Select(i => i.ToString())]);
    }
}
