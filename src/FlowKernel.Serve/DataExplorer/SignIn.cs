using FlowKernel.Serve.Http;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>
/// Says where clients would sign in. Nobody has to here, and clients ask all the same: they are told what they would
/// believe of a service that does not say, the public cloud.
/// </summary>
internal static class SignIn
{
    private static readonly (string Name, string Value)[] PublicCloud =
    [
        ("LoginEndpoint", "https://login.microsoftonline.com"),
        ("KustoClientAppId", "db662dc1-0cfe-4e1c-a843-19a68e65be58"),
        ("KustoClientRedirectUri", "https://microsoft/kustoclient"),
        ("KustoServiceResourceId", "https://kusto.kusto.windows.net"),
        ("FirstPartyAuthorityUrl", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a"),
    ];

    public static async Task AnswerAsync(HttpContext context)
    {
        await using var body = JsonBody.Of(context);
        body.Json.WriteStartObject();
        body.Json.WriteStartObject("AzureAD");
        body.Json.WriteBoolean("LoginMfaRequired", false);
        foreach (var (name, value) in PublicCloud)
            body.Json.WriteString(name, value);
        body.Json.WriteEndObject();
        body.Json.WriteNull("dSTS");
        body.Json.WriteEndObject();
    }
}
