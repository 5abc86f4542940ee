using FlowKernel.Diagnostics;

namespace FlowKernel.Azure.Http;

/// <summary>
/// The address of a query service: only those of Azure get a user's token, and only this machine may be asked in clear.
/// </summary>
internal static class ServiceAddress
{
    /// <summary>The address that a user wrote, with a slash at its end; or what is wrong with it.</summary>
    /// <param name="text">As written; <c>https://</c> may be left out.</param>
    /// <param name="signsIn">Whether a token would be sent to it.</param>
    /// <param name="known">Whether a host is one of the service's.</param>
    public static Outcome<Uri> Parse(string text, bool signsIn, Func<string, bool> known)
    {
        var written = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (!Uri.TryCreate(written.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return NoAddress(text);
        if (address.Scheme == "http" && !address.IsLoopback)
            return NotInClear(text);
        return signsIn && !address.IsLoopback && !known(address.Host) ? Unknown(address.Host) : address;
    }

    private static Diagnostic NoAddress(string text) => new(
        "FK0437", $"'{text}' is no address of a service.", default,
        "Write one like https://mycluster.westeurope.kusto.windows.net.");

    private static Diagnostic NotInClear(string text) => new(
        "FK0437", $"'{text}' would be asked in clear text.", default, "Write https:// before it.");

    private static Diagnostic Unknown(string host) => new(
        "FK0437", $"'{host}' is no host of Azure, so it does not get your token.", default,
        "Check the address; where the service needs no sign-in, add --auth none.");
}
