using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests;

public sealed class SafetyTests(ServedSample sample)
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("localhost:1", true)]
    [InlineData("[::1]:80", true)]
    public async Task OnlyRequestsForThisMachineAreAnswered(string host, bool isAnswered)
    {
        var answer = await sample.PostAsync(
            "/v2/rest/query", Asking.Body("print 1", null), request => request.Headers.Host = host);
        Assert.Equal(isAnswered ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:3000", HttpStatusCode.OK)]
    public async Task PagesOfOtherHostsAreRefused(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/rest/query")
        {
            Content = JsonContent.Create(Asking.Body("print 1", null)),
            Headers = { { "Origin", origin } },
        };
        using var response = await sample.Http.SendAsync(request, Test);

        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void OnlyLoopbackAddressesAreListenedOn()
    {
        var port = sample.Server.Address.Port;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(e => e.Port == port).ToList();
        Assert.NotEmpty(listening);
        Assert.All(listening, e => Assert.True(IPAddress.IsLoopback(e.Address), e.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARequestThatIsTooLargeIsRefusedAlsoWhenItIsPacked(bool isPacked)
    {
        var body = Encoding.UTF8.GetBytes(Asking.Body($"print '{new string('x', 5 << 20)}'", null).ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/rest/query")
        {
            Content = Content(body, isPacked),
            Headers = { ExpectContinue = true },
        };
        var answer = await sample.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.StartsWith("FK1610", (string)answer.Error["@message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestsAndAnswersMayBePacked()
    {
        var body = Encoding.UTF8.GetBytes(Asking.Body("range x from 1 to 1000 step 1", null).ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/rest/query")
        {
            Content = Content(body, isPacked: true),
            Headers = { AcceptEncoding = { new("gzip") } },
        };
        using var response = await sample.Http.SendAsync(request, Test);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var packed = new GZipStream(await response.Content.ReadAsStreamAsync(Test), CompressionMode.Decompress);
        var answer = new Answer(response.StatusCode, (await JsonNode.ParseAsync(packed, cancellationToken: Test))!);
        Assert.Equal(1000, answer.Primary["Rows"]!.AsArray().Count);
    }

    [Fact]
    public async Task FilesThatNobodyAllowedAreNotRead()
    {
        var answer = await sample.FramesAsync("externaldata(a:string) ['/etc/hostname']");
        Assert.Equal("FK0510", (string)answer.Error["innererror"]!["code"]!);
    }

    [Fact]
    public async Task APortThatIsTakenIsNamedWithAWayOut()
    {
        var second = await FlowServer.StartAsync(
            sample.Workbench.Session, new ServeOptions("x") { Port = sample.Server.Address.Port }, Test);

        var problem = Assert.Single(second.Diagnostics);
        Assert.Equal("FK1616", problem.Code);
        Assert.Contains("--port 0", problem.Hint, StringComparison.Ordinal);
    }

    private static ByteArrayContent Content(byte[] body, bool isPacked)
    {
        var content = new ByteArrayContent(isPacked ? Packed(body) : body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (isPacked)
            content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(body);
        return packed.ToArray();
    }
}
