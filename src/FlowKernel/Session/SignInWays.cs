namespace FlowKernel.Session;

/// <summary>The ways to sign in to Azure, as <c>--auth</c> names them.</summary>
public static class SignInWays
{
    /// <summary>The way without <c>--auth</c>: whatever this machine has, without asking.</summary>
    public const string Default = "default";

    /// <summary>No sign-in, for services that need none, such as one on this machine.</summary>
    public const string None = "none";

    /// <summary>Each way's name, with what it is.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        (Default, "what this machine has: environment variables, a managed identity, or the account of the Azure CLI, "
            + "of Azure PowerShell or of an editor"),
        ("cli", "the account of the Azure CLI (az login)"),
        ("powershell", "the account of Azure PowerShell (Connect-AzAccount)"),
        ("interactive", "in a browser on this machine"),
        ("device", "in a browser anywhere, with a code that is shown"),
        ("managed-identity", "the identity of the Azure machine that this runs on"),
        ("environment", "the service principal in AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or a certificate"),
        (None, "no sign-in, for a service that needs none"),
    ];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(way => way.Name)];
}
