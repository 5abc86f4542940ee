using System.Net;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Packages;
using FlowKernel.Notebook.Progress;
using FlowKernel.Packages.Assets;
using FlowKernel.Text;

namespace FlowKernel.Packages.Tests;

/// <summary>Feeds that want to know who asks.</summary>
public sealed class LockedFeedTests : IDisposable
{
    private readonly PackageFolder _folder = new();

    public LockedFeedTests() => _folder.AddLibrary("Locked", "1.0.0", "public class Locked;");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APasswordInClearTextIsUsed()
    {
        using var feed = Feed();
        Use(feed.Index, "<packageSourceCredentials><team><add key=\"Username\" value=\"ada\" />"
            + "<add key=\"ClearTextPassword\" value=\"pa55\" /></team></packageSourceCredentials>");
        Assert.Equal("Locked", (await AskAsync()).OrThrow().Packages[0].Name);
    }

    [Fact]
    public async Task APasswordInAnEnvironmentVariableIsUsed()
    {
        using var feed = Feed();
        Environment.SetEnvironmentVariable("LOCKED_FEED_TOKEN", "pa55");
        Use(feed.Index, "<packageSourceCredentials><team><add key=\"Username\" value=\"ada\" />"
            + "<add key=\"ClearTextPassword\" value=\"%LOCKED_FEED_TOKEN%\" /></team></packageSourceCredentials>");
        Assert.Equal("Locked", (await AskAsync()).OrThrow().Packages[0].Name);
    }

    [Fact]
    public async Task CredentialsOfTheEnvironmentAreUsed()
    {
        using var feed = Feed();
        Environment.SetEnvironmentVariable("NuGetPackageSourceCredentials_fromenv", "Username=ada;Password=pa55");
        Use(feed.Index, "", "fromenv");
        Assert.Equal("Locked", (await AskAsync()).OrThrow().Packages[0].Name);
    }

    [Fact]
    public async Task WithoutOneTheFeedIsNamedWithThePlacesToGiveIt()
    {
        using var feed = Feed();
        Use(feed.Index, "");
        var found = Assert.Single((await AskAsync()).Diagnostics);
        Assert.Equal("FK1018", found.Code);
        Assert.Equal(new TextSpan(10, 6), found.Span);
        Assert.Equal(
            $"The package source {feed.Index} wants a user name and a password, and none are known for it (401).", found.Message);
        Assert.Equal(
            "Give them in nuget.config, in packageSourceCredentials under team (Username and ClearTextPassword, where "
            + "%NAME% reads an environment variable), or set NuGetPackageSourceCredentials_team to "
            + "Username=NAME;Password=TOKEN. Credential plug-ins are not asked.",
            found.Hint);
    }

    [Fact]
    public async Task AWrongPasswordIsSaidToBeWrong()
    {
        using var feed = Feed();
        Use(feed.Index, "<packageSourceCredentials><team><add key=\"Username\" value=\"ada\" />"
            + "<add key=\"ClearTextPassword\" value=\"no\" /></team></packageSourceCredentials>");
        Assert.Equal(
            $"The package source {feed.Index} does not take the user name and password that are known for it (401).",
            Assert.Single((await AskAsync()).Diagnostics).Message);
    }

    [Fact]
    public async Task AUserWhoMayNotReadIsSaidNotToBeAllowed()
    {
        using var feed = Feed(HttpStatusCode.Forbidden);
        Use(feed.Index, "");
        Assert.Equal(
            $"The package source {feed.Index} does not allow this user to read its packages (403).",
            Assert.Single((await AskAsync()).Diagnostics).Message);
    }

    private LockedFeed Feed(HttpStatusCode refusal = HttpStatusCode.Unauthorized) =>
        new(_folder.Source, "ada", "pa55", refusal);

    private void Use(string feed, string credentials, string name = "team") => File.WriteAllText(
        Path.Combine(_folder.Path, "nuget.config"),
        $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{_folder.Installed}" /></config>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
          <packageSources><clear /><add key="{name}" value="{feed}" allowInsecureConnections="true" /></packageSources>
          {credentials}
        </configuration>
        """);

    private async Task<Outcome<PackageAssets>> AskAsync() =>
        await new PackageSession(_folder.Path, HostAssemblies.OfThisProcess([])).RestoreAsync(
            [new PackageRequest("Locked", "1.0.0", new TextSpan(10, 6), new TextSpan(20, 5))],
            new Progress<ProgressStep>(), TestContext.Current.CancellationToken);
}
