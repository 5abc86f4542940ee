using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Packages.Assets;
using FlowKernel.Text;

namespace FlowKernel.Packages.Tests;

public sealed class PackageSessionTests : IDisposable
{
    private static readonly TextSpan NamePlace = new(10, 5);
    private static readonly TextSpan VersionPlace = new(20, 3);

    private readonly PackageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APackageComesWithAllThatItNeeds()
    {
        _folder.AddLibrary("Top", "1.0.0", "public class Top;", PackageFolder.Needs("Middle", "1.0.0"));
        _folder.AddLibrary("Middle", "1.0.0", "public class Middle;", PackageFolder.Needs("Low", "1.0.0"));
        _folder.AddLibrary("Low", "1.0.0", "public class Low;");
        var assets = await Restored("Top", "1.0.0");
        Assert.Equal(
            [("Top", true), ("Low", false), ("Middle", false)],
            assets.Packages.OrderByDescending(p => p.IsRequested).ThenBy(p => p.Name)
                .Select(p => (p.Name, p.IsRequested)));
        Assert.Equal(["Low.dll", "Middle.dll", "Top.dll"], Names(assets.Assemblies));
        Assert.Equal(["Low.dll", "Middle.dll", "Top.dll"], Names(assets.References));
        Assert.All(assets.Assemblies, path => Assert.True(File.Exists(path)));
    }

    [Theory]
    [InlineData("", "2.1.0")]
    [InlineData("1.*", "1.5.0")]
    [InlineData("*-*", "3.0.0-beta")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("[1.1,3.0)", "1.5.0")]
    [InlineData("3.0.0-beta", "3.0.0-beta")]
    public async Task TheVersionIsChosenAsWritten(string asked, string chosen)
    {
        foreach (var version in (string[])["1.0.0", "1.5.0", "2.1.0", "3.0.0-beta"])
            _folder.AddLibrary("Lib", version, "public class Lib;");
        Assert.Equal(chosen, (await Restored("lib", asked)).Packages[0].Version);
    }

    [Fact]
    public async Task TheLowestVersionThatSatisfiesAllIsChosenForADependency()
    {
        _folder.AddLibrary("A", "1.0.0", "public class A;", PackageFolder.Needs("Low", "1.0.0"));
        _folder.AddLibrary("B", "1.0.0", "public class B;", PackageFolder.Needs("Low", "1.2.0"));
        foreach (var version in (string[])["1.0.0", "1.2.0", "2.0.0"])
            _folder.AddLibrary("Low", version, "public class Low;");
        var assets = (await Session().RestoreAsync([Ask("A", ""), Ask("B", "")], Unheard, Test)).OrThrow();
        Assert.Equal("1.2.0", assets.Packages.Single(p => p.Name == "Low").Version);
    }

    [Fact]
    public async Task AnExactVersionInThePackagesFolderNeedsNoSource()
    {
        _folder.AddLibrary("Top", "1.0.0", "public class Top;", PackageFolder.Needs("Low", "1.0.0"));
        _folder.AddLibrary("Low", "1.0.0", "public class Low;");
        await Restored("Top", "1.0.0");
        _folder.UseSources(Path.Combine(_folder.Path, "gone"));
        var outcome = await Session().RestoreAsync([Ask("Top", "1.0.0")], Unheard, Test);
        Assert.Equal(["Low.dll", "Top.dll"], Names(outcome.OrThrow().Assemblies));
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public async Task WithoutASourceTheNewestOfThePackagesFolderIsUsedWithAWarning()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        await Restored("Lib", "");
        var gone = Path.Combine(_folder.Path, "gone");
        _folder.UseSources(gone);
        var outcome = await Session().RestoreAsync([Ask("Lib", "")], Unheard, Test);
        Assert.Equal("1.0.0", outcome.OrThrow().Packages[0].Version);
        var warning = Assert.Single(outcome.Diagnostics);
        Assert.Equal(("FK1004", Severity.Warning), (warning.Code, warning.Severity));
        Assert.StartsWith(gone, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceThatDoesNotAnswerIsNamed()
    {
        _folder.UseSources(Path.Combine(_folder.Path, "gone"));
        var error = await ErrorOf(Ask("Lib", "1.0.0"));
        Assert.Equal(("FK1004", NamePlace), (error.Code, error.Span));
        Assert.Matches("^Lib is not in the packages folder, and .*gone .* could not be reached\\.$", error.Message);
    }

    [Fact]
    public async Task AnUnknownPackageIsSaidSo()
    {
        _folder.AddLibrary("Known.Lib", "1.0.0", "public class Lib;");
        await Restored("Known.Lib", "");
        var error = await ErrorOf(Ask("Known.Libb", ""));
        Assert.Equal(
            ("FK1002",
                "There is no package 'Known.Libb': it is neither in the packages folder nor in a package source.",
                NamePlace, "Did you mean Known.Lib?"),
            (error.Code, error.Message, error.Span, error.Hint));
    }

    [Theory]
    [InlineData("1.2.0", "Lib has no version 1.2.0.", "The nearest are 1.0.0 and 1.5.0. The newest is 2.1.0.")]
    [InlineData("9.0", "Lib has no version 9.0.", "The nearest is 2.1.0.")]
    [InlineData("4.*", "Lib has no version 4.*.", "The nearest is 2.1.0.")]
    public async Task AnUnknownVersionComesWithTheNearestOnes(string version, string message, string hint)
    {
        foreach (var known in (string[])["1.0.0", "1.5.0", "2.1.0"])
            _folder.AddLibrary("Lib", known, "public class Lib;");
        var error = await ErrorOf(Ask("Lib", version));
        Assert.Equal(("FK1003", message, VersionPlace, hint), (error.Code, error.Message, error.Span, error.Hint));
    }

    [Fact]
    public async Task APreviewIsNotProposedForAStableVersion()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        _folder.AddLibrary("Lib", "2.0.0-beta", "public class Lib;");
        Assert.Equal("The nearest is 1.0.0.", (await ErrorOf(Ask("Lib", "9.0"))).Hint);
    }

    [Fact]
    public async Task APackageWithPreviewsOnlyIsSaidSo()
    {
        _folder.AddLibrary("Lib", "1.0.0-beta", "public class Lib;");
        var error = await ErrorOf(Ask("Lib", ""));
        Assert.Equal(
            ("FK1003", "Lib has no stable version.", "Name its preview: #r \"nuget: Lib, 1.0.0-beta\"."),
            (error.Code, error.Message, error.Hint));
    }

    [Fact]
    public async Task AMissingDependencyNamesWhoNeedsIt()
    {
        _folder.AddLibrary("Top", "1.0.0", "public class Top;", PackageFolder.Needs("Gone", "2.0.0"));
        var error = await ErrorOf(Ask("Top", ""));
        Assert.Equal(
            ("FK1003", "Top 1.0.0 needs Gone 2.0.0 or later, which is neither in the packages folder nor in a package "
                + "source.", NamePlace),
            (error.Code, error.Message, error.Span));
    }

    [Fact]
    public async Task APackageInUseKeepsItsVersion()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        _folder.AddLibrary("Lib", "2.0.0", "public class Lib;");
        var session = Session();
        (await session.RestoreAsync([Ask("Lib", "1.0.0")], Unheard, Test)).OrThrow();
        Assert.Equal(
            "1.0.0", (await session.RestoreAsync([Ask("Lib", "1.*")], Unheard, Test)).OrThrow().Packages[0].Version);
        var error = (await session.RestoreAsync([Ask("Lib", "2.0.0")], Unheard, Test)).Diagnostics[0];
        Assert.Equal(
            ("FK1005", "Lib 1.0.0 is in use since an earlier cell.", VersionPlace, "Restart the kernel to use 2.0.0."),
            (error.Code, error.Message, error.Span, error.Hint));
    }

    [Fact]
    public async Task ALaterPackageMustAgreeWithThoseInUse()
    {
        _folder.AddLibrary("Low", "1.0.0", "public class Low;");
        _folder.AddLibrary("Low", "2.0.0", "public class Low;");
        _folder.AddLibrary("Top", "1.0.0", "public class Top;", PackageFolder.Needs("Low", "2.0.0"));
        var session = Session();
        (await session.RestoreAsync([Ask("Low", "1.0.0")], Unheard, Test)).OrThrow();
        var error = (await session.RestoreAsync([Ask("Top", "")], Unheard, Test)).Diagnostics[0];
        Assert.Equal(
            ("FK1005", "Top 1.0.0 needs Low 2.0.0 or later, but Low 1.0.0 is in use since an earlier cell."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task RequestsOfOneCellMustAgree()
    {
        _folder.AddLibrary("Low", "1.0.0", "public class Low;");
        _folder.AddLibrary("Low", "2.0.0", "public class Low;");
        _folder.AddLibrary("Top", "1.0.0", "public class Top;", PackageFolder.Needs("Low", "2.0.0"));
        var error = await ErrorOf(Ask("Top", ""), Ask("Low", "1.0.0"));
        Assert.Equal(
            ("FK1006", "Top 1.0.0 needs Low 2.0.0 or later, but the notebook needs Low 1.0.0."),
            (error.Code, error.Message));
    }

    [Fact]
    public async Task APackageForOtherFrameworksIsRefused()
    {
        _folder.Add("Old", "1.0.0", "", ("lib/net48/Old.dll", []), ("lib/net462/Old.dll", []));
        var error = await ErrorOf(Ask("Old", ""));
        Assert.Equal(
            ("FK1007", "Old 1.0.0 has nothing for net10.0: it is for net48, net462.", NamePlace),
            (error.Code, error.Message, error.Span));
    }

    [Fact]
    public async Task APackageWithoutAssembliesBringsWhatItNeeds()
    {
        _folder.Add("Meta", "1.0.0", PackageFolder.Needs("Low", "1.0.0"));
        _folder.AddLibrary("Low", "1.0.0", "public class Low;");
        Assert.Equal(["Low.dll"], Names((await Restored("Meta", "")).References));
    }

    [Fact]
    public async Task RuntimeAssembliesAndNativeLibrariesAreThoseOfThisMachine()
    {
        var image = PackageFolder.Assembly("Lib", "1.0.0", "public class Lib;");
        var here = RuntimeIdentifiers.Current;
        _folder.Add(
            "Lib", "1.0.0", "",
            ("ref/net8.0/Lib.dll", image), ("lib/net8.0/Lib.dll", image),
            ($"runtimes/{here}/lib/net8.0/Lib.dll", image), ("runtimes/other-cpu/lib/net8.0/Lib.dll", image),
            ($"runtimes/{here}/native/libnative.so", [1]), ("runtimes/other-cpu/native/libnative.so", [1]));
        var assets = await Restored("Lib", "");
        Assert.EndsWith("ref/net8.0/Lib.dll", Slashed(Assert.Single(assets.References)), StringComparison.Ordinal);
        Assert.EndsWith(
            $"runtimes/{here}/lib/net8.0/Lib.dll", Slashed(Assert.Single(assets.Assemblies)), StringComparison.Ordinal);
        Assert.EndsWith(
            $"runtimes/{here}/native/libnative.so", Slashed(Assert.Single(assets.NativeLibraries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAPackageNeedsOnThisMachineOnlyIsRestoredToo()
    {
        var runtimes =
            "{ 'runtimes': { '" + RuntimeIdentifiers.Current + "': { 'Lib': { 'Lib.Native': '1.0.0' } } } }";
        var file = System.Text.Encoding.UTF8.GetBytes(runtimes.Replace('\'', '"'));
        _folder.Add("Lib", "1.0.0", "", ("runtime.json", file));
        _folder.Add("Lib.Native", "1.0.0", "", ($"runtimes/{RuntimeIdentifiers.Current}/native/libnative.so", [1]));
        Assert.Equal(["libnative.so"], Names((await Restored("Lib", "")).NativeLibraries));
    }

    [Fact]
    public async Task AnAssemblyThatCellsAndKernelShareIsTheKernelsUnlessThatIsOlder()
    {
        var host = new HostAssemblies([await KernelsOwn()], shared: ["Own"]);
        var assets = (await new PackageSession(_folder.Path, host)
            .RestoreAsync([Ask("Own", "1.0.0")], Unheard, Test)).OrThrow();
        Assert.Equal([Path.Combine(_folder.Path, "Own.dll")], assets.References);
        Assert.Empty(assets.Assemblies);
        var error = (await new PackageSession(_folder.Path, host)
            .RestoreAsync([Ask("Own", "3.0.0")], Unheard, Test)).Diagnostics[0];
        Assert.Equal(
            ("FK1008", "Own 3.0.0 brings Own 3.0.0.0, but the kernel itself runs on 2.0.0.0."),
            (error.Code, error.Message));
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("3.0.0")]
    public async Task WhatTheKernelKeepsToItselfCellsHaveAsAskedFor(string version)
    {
        var host = new HostAssemblies([await KernelsOwn()], shared: []);
        var assets = (await new PackageSession(_folder.Path, host)
            .RestoreAsync([Ask("Own", version)], Unheard, Test)).OrThrow();
        Assert.Equal(assets.References, assets.Assemblies);
        Assert.StartsWith(_folder.Installed, Assert.Single(assets.Assemblies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1.0", "The name of the package is missing.")]
    [InlineData("a b", "1.0", "'a b' is not the name of a package.")]
    [InlineData("Lib", "one", "'one' is not a version.")]
    public async Task ARequestThatCannotBeReadIsExplained(string name, string version, string message)
    {
        var error = await ErrorOf(Ask(name, version));
        Assert.Equal(("FK1001", message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("Some.Lib 1.2.3")]
    [InlineData("Some.Lib@1.2.3")]
    [InlineData("Some.Lib/1.2.3")]
    public async Task AVersionThatIsPartedOtherwiseIsWrittenAsItShouldBe(string name) =>
        Assert.Equal("Write #r \"nuget: Some.Lib, 1.2.3\".", (await ErrorOf(Ask(name, ""))).Hint);

    [Fact]
    public async Task AnAddedFolderIsASourceToo()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        _folder.UseSources();
        var session = Session();
        Assert.Equal("FK1002", (await session.RestoreAsync([Ask("Lib", "")], Unheard, Test)).Diagnostics[0].Code);
        Assert.Null(session.AddSource("source", NamePlace));
        Assert.Equal("Lib", (await session.RestoreAsync([Ask("Lib", "")], Unheard, Test)).OrThrow().Packages[0].Name);
    }

    [Fact]
    public void AFolderThatIsNotThereIsNoSource()
    {
        var error = Session().AddSource("nowhere", NamePlace)!;
        Assert.Equal(
            ("FK1009", $"There is no folder '{Path.Combine(_folder.Path, "nowhere")}'.", NamePlace),
            (error.Code, error.Message, error.Span));
    }

    [Fact]
    public async Task ADamagedPackageIsNotInstalled()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        _folder.AddLibrary("Top", "1.0.0", "public class Top;", PackageFolder.Needs("Lib", "1.0.0"));
        var file = Path.Combine(_folder.Source, "Lib.1.0.0.nupkg");
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Test))[..200], Test);
        var error = await ErrorOf(Ask("Top", ""));
        Assert.Contains(error.Code, (string[])["FK1004", "FK1010"]);
        Assert.False(Directory.Exists(Path.Combine(_folder.Installed, "lib")));
    }

    [Fact]
    public async Task TheCacheAloneAnswersWithoutInstalling()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        Assert.Equal("FK1002", (await Session().FindCachedAsync([Ask("Lib", "1.0.0")], Test)).Diagnostics[0].Code);
        Assert.Empty(Session().CachedNames);
        await Restored("Lib", "1.0.0");
        var cached = (await Session().FindCachedAsync([Ask("Lib", "")], Test)).OrThrow();
        Assert.Equal(["Lib.dll"], Names(cached.References));
        Assert.Equal(["Lib"], Session().CachedNames);
        Assert.Equal(["1.0.0"], Session().CachedVersions("Lib"));
    }

    [Fact]
    public async Task ACancelledRestoreStops()
    {
        _folder.AddLibrary("Lib", "1.0.0", "public class Lib;");
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Session().RestoreAsync([Ask("Lib", "")], Unheard, stopped.Token));
    }

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private static Progress<ProgressStep> Unheard => new();

    private static PackageRequest Ask(string name, string version) => new(name, version, NamePlace, VersionPlace);

    private static IEnumerable<string> Names(IEnumerable<string> paths) =>
        paths.Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal);

    private static string Slashed(string path) => path.Replace('\\', '/');

    // Version 2.0.0, where the source has 1.0.0 and 3.0.0.
    private async Task<string> KernelsOwn()
    {
        _folder.AddLibrary("Own", "1.0.0", "public class Own;");
        _folder.AddLibrary("Own", "3.0.0", "public class Own;");
        var own = Path.Combine(_folder.Path, "Own.dll");
        await File.WriteAllBytesAsync(own, PackageFolder.Assembly("Own", "2.0.0", "public class Own;"), Test);
        return own;
    }

    private PackageSession Session() => new(_folder.Path);

    private async Task<PackageAssets> Restored(string name, string version) =>
        (await Session().RestoreAsync([Ask(name, version)], Unheard, Test)).OrThrow();

    private async Task<Diagnostic> ErrorOf(params PackageRequest[] requests)
    {
        var outcome = await Session().RestoreAsync(requests, Unheard, Test);
        Assert.False(outcome.Succeeded);
        return outcome.Diagnostics[0];
    }
}
