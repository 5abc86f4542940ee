using System.Net;
using FlowKernel.Diagnostics;
using FlowKernel.Text;
using NuGet.Configuration;

namespace FlowKernel.Packages.Resolving;

/// <summary>
/// A source that wants to know who asks. NuGet reads names and passwords from packageSourceCredentials of nuget.config
/// (https://learn.microsoft.com/nuget/reference/nuget-config-file#packagesourcecredentials) and from environment variables
/// (https://learn.microsoft.com/nuget/consume-packages/consuming-packages-authenticated-feeds); the
/// credential plug-ins of the .NET SDK are not asked here.
/// </summary>
internal sealed record RefusedSource(PackageSource Source, HttpStatusCode Status)
{
    private bool IsNamed => Source.Name != Source.Source;

    /// <summary>What happened at a request, and what to do.</summary>
    public Diagnostic At(TextSpan span) => new("FK1018", Message, span, Hint);

    private string Message => this switch
    {
        { Source.Credentials: null, Status: HttpStatusCode.Unauthorized } =>
            $"The package source {Source.Source} wants a user name and a password, and none are known for it (401).",
        { Status: HttpStatusCode.Unauthorized } =>
            $"The package source {Source.Source} does not take the user name and password that are known for it (401).",
        _ => $"The package source {Source.Source} does not allow this user to read its packages (403).",
    };

    private string Hint => IsNamed
        ? $"Give them in nuget.config, in packageSourceCredentials under {Source.Name} (Username and ClearTextPassword, where "
            + $"%NAME% reads an environment variable), or set NuGetPackageSourceCredentials_{Source.Name} to "
            + "Username=NAME;Password=TOKEN. Credential plug-ins are not asked."
        : "Name the source in nuget.config, with its user name and token in packageSourceCredentials; one that #i adds has none.";
}
