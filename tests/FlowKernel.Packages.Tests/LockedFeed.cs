using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowKernel.Packages.Tests;

/// <summary>A package feed (NuGet protocol, version 3) on loopback that asks for a user name and a password.</summary>
internal sealed class LockedFeed : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _packages;
    private readonly string _login;

    /// <summary>Serves the packages of a folder.</summary>
    public LockedFeed(string packages, string user, string password, HttpStatusCode refusal = HttpStatusCode.Unauthorized)
    {
        _packages = packages;
        _login = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        Refusal = refusal;
        Root = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Root);
        _listener.Start();
        _ = ServeAsync();
    }

    public HttpStatusCode Refusal { get; }

    public string Root { get; }

    public string Index => Root + "index.json";

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var response = context.Response;
        if (context.Request.Headers["Authorization"] != _login)
        {
            response.StatusCode = (int)Refusal;
            response.AddHeader("WWW-Authenticate", "Basic realm=\"feed\"");
            return;
        }

        if (Content(context.Request.Url!.AbsolutePath.Trim('/')) is { } content)
            response.OutputStream.Write(content);
        else
            response.StatusCode = (int)HttpStatusCode.NotFound;
    }

    private byte[]? Content(string path) => path.Split('/') switch
    {
        ["index.json"] => Encoding.UTF8.GetBytes(
            "{\"version\":\"3.0.0\",\"resources\":[{\"@id\":\"" + Root + "flat/\",\"@type\":\"PackageBaseAddress/3.0.0\"}]}"),
        ["flat", var id, "index.json"] when Find(id) is { Length: > 0 } => Encoding.UTF8.GetBytes("{\"versions\":[\"1.0.0\"]}"),
        ["flat", var id, "1.0.0", var file] when file.EndsWith(".nupkg", StringComparison.Ordinal) => File.ReadAllBytes(Find(id)[0]),
        _ => null,
    };

    private string[] Find(string id) => Directory.GetFiles(
        _packages, $"{id}.1.0.0.nupkg", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive });

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
