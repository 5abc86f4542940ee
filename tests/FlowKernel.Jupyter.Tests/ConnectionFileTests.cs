using System.Net;

namespace FlowKernel.Jupyter.Tests;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Ports =
        "\"shell_port\":1,\"control_port\":2,\"iopub_port\":3,\"stdin_port\":4,\"hb_port\":5";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void ReadsPortsKeyAndAddress()
    {
        var connection = Read(
            $$"""{"ip":"127.0.0.1","transport":"tcp","key":"k","signature_scheme":"hmac-sha256",{{Ports}}}""");

        Assert.Equal(
            new ConnectionInfo
            {
                Address = IPAddress.Loopback,
                ShellPort = 1,
                ControlPort = 2,
                IopubPort = 3,
                StdinPort = 4,
                HeartbeatPort = 5,
                Key = "k",
            },
            connection.Value);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("127.0.0.5", "127.0.0.5")]
    [InlineData("::1", "::1")]
    public void EveryLoopbackAddressWillDo(string ip, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), Read($$"""{"ip":"{{ip}}",{{Ports}}}""").Value?.Address);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("*")]
    [InlineData("192.168.1.4")]
    public void OtherAddressesAreRefused(string ip) => AssertError(
        $$"""{"ip":"{{ip}}",{{Ports}}}""",
        "FK0802",
        $"The connection file asks for the address '{ip}', which is not this machine.");

    [Fact]
    public void OtherTransportsAreRefused() => AssertError(
        $$"""{"transport":"ipc",{{Ports}}}""", "FK0803", "The connection file asks for the transport 'ipc'.");

    [Fact]
    public void OtherSignaturesAreRefused() => AssertError(
        $$"""{"signature_scheme":"hmac-md5",{{Ports}}}""",
        "FK0804",
        "The connection file asks for signatures by 'hmac-md5'.");

    [Theory]
    [InlineData("\"shell_port\":1")]
    [InlineData("\"shell_port\":1,\"control_port\":70000")]
    [InlineData("\"shell_port\":1,\"control_port\":\"2\"")]
    public void AMissingPortIsNamed(string ports) =>
        AssertError($$"""{{{ports}}}""", "FK0805", "The connection file has no valid 'control_port'.");

    [Fact]
    public void AFileThatIsNotThereIsSaid()
    {
        var error = Assert.Single(ConnectionFile.Read("/no/such/file.json").Diagnostics);

        Assert.Equal("FK0801", error.Code);
        Assert.StartsWith(
            "The connection file '/no/such/file.json' cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotJsonIsSaid() =>
        Assert.Equal("FK0801", Assert.Single(Read("{").Diagnostics).Code);

    [Fact]
    public void APortInUseIsSaid()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        var started = JupyterHost.Start(
            new ConnectionInfo { IopubPort = taken }, () => new Hosting.FakeKernel(), new JupyterHostOptions());

        var error = Assert.Single(started.Diagnostics);
        Assert.Equal(("FK0806", $"Port {taken} of the connection file cannot be bound."), (error.Code, error.Message));
    }

    private Diagnostics.Outcome<ConnectionInfo> Read(string json)
    {
        File.WriteAllText(_file, json);
        return ConnectionFile.Read(_file);
    }

    private void AssertError(string json, string code, string message)
    {
        var error = Assert.Single(Read(json).Diagnostics);
        Assert.Equal((code, message), (error.Code, error.Message));
        Assert.NotNull(error.Hint);
    }
}
