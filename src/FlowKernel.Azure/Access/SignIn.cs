using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using FlowKernel.Session;

namespace FlowKernel.Azure.Access;

/// <summary>
/// Who asks: the credentials of the ways to sign in, each made once and shared, so that a user signs in once a way.
/// Tokens stay in this process's memory.
/// </summary>
public sealed class SignIn
{
    private const string ClientIdVariable = "AZURE_CLIENT_ID";

    private static readonly AsyncLocal<Action<string>?> Teller = new();

    private readonly ConcurrentDictionary<string, Lazy<TokenCredential?>> _credentials = new(StringComparer.Ordinal);

    /// <summary>The credential of a way of <see cref="SignInWays"/>; null for none.</summary>
    public TokenCredential? Credential(string way) =>
        _credentials.GetOrAdd(way, name => new Lazy<TokenCredential?>(() => Create(name))).Value;

    /// <summary>
    /// What is asked of the user from here on in the same flow of control, such as to enter a code, goes to
    /// <paramref name="listener"/>.
    /// </summary>
    public static void TellTo(Action<string> listener) => Teller.Value = listener;

    private TokenCredential? Create(string way) => way switch
    {
        SignInWays.None => null,
        SignInWays.Default => new DefaultAzureCredential(includeInteractiveCredentials: false),
        "cli" => new AzureCliCredential(),
        "powershell" => new AzurePowerShellCredential(),
        "interactive" => new InteractiveBrowserCredential(),
        "device" => new DeviceCodeCredential(new DeviceCodeCredentialOptions { DeviceCodeCallback = ShowCodeAsync }),
        "managed-identity" => new ManagedIdentityCredential(Identity()),
        "environment" => new EnvironmentCredential(),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "There is no such way to sign in."),
    };

    // A machine may have several: the variable that all of Azure's tools read says which.
    private static ManagedIdentityId Identity() =>
        Environment.GetEnvironmentVariable(ClientIdVariable) is { Length: > 0 } id
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned;

    private static Task ShowCodeAsync(DeviceCodeInfo code, CancellationToken cancellation)
    {
        Teller.Value?.Invoke($"To sign in, open {code.VerificationUri} and enter the code {code.UserCode}.");
        return Task.CompletedTask;
    }
}
