using System.Net;
using System.Text.Json;
using FlowKernel.Diagnostics;
using FlowKernel.Jupyter.Wire;
using FlowKernel.Text;

namespace FlowKernel.Jupyter;

/// <summary>Reads connection files (jupyter-client documentation, "Making kernels for Jupyter").</summary>
public static class ConnectionFile
{
    private const string SignatureScheme = "hmac-sha256";

    /// <summary>
    /// What the file says. Fails with FK0801 when it cannot be read, FK0802 when it asks for an address other than
    /// loopback, FK0803 for a transport other than tcp, FK0804 for a signature other than HMAC-SHA256, FK0805 for a
    /// port that is missing or out of range.
    /// </summary>
    public static Outcome<ConnectionInfo> Read(string path)
    {
        try
        {
            return From(JsonElement.Parse(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return Error("FK0801", $"The connection file '{path}' cannot be read: {e.Message}",
                "Jupyter writes this file when it starts the kernel.");
        }
    }

    private static Outcome<ConnectionInfo> From(JsonElement json) =>
        (CheckAddress(json) ?? CheckTransport(json) ?? CheckScheme(json) ?? CheckPorts(json)) is { } error
            ? error
            : new ConnectionInfo
            {
                Address = AddressOf(json)!,
                ShellPort = json.Number("shell_port")!.Value,
                ControlPort = json.Number("control_port")!.Value,
                IopubPort = json.Number("iopub_port")!.Value,
                StdinPort = json.Number("stdin_port")!.Value,
                HeartbeatPort = json.Number("hb_port")!.Value,
                Key = json.Text("key") ?? "",
            };

    private static IPAddress? AddressOf(JsonElement json) => json.Text("ip") switch
    {
        null or "" or "localhost" => IPAddress.Loopback,
        var text when IPAddress.TryParse(text, out var address) && IPAddress.IsLoopback(address) => address,
        _ => null,
    };

    private static Diagnostic? CheckAddress(JsonElement json) => AddressOf(json) is not null
        ? null
        : Error("FK0802", $"The connection file asks for the address '{json.Text("ip")}', which is not this machine.",
            "FlowKernel listens on loopback only; leave Jupyter's kernel ip at 127.0.0.1.");

    private static Diagnostic? CheckTransport(JsonElement json) => (json.Text("transport") ?? "tcp") is "tcp"
        ? null
        : Error("FK0803", $"The connection file asks for the transport '{json.Text("transport")}'.",
            "FlowKernel speaks tcp only; set Jupyter's KernelManager.transport to 'tcp'.");

    private static Diagnostic? CheckScheme(JsonElement json) =>
        (json.Text("signature_scheme") ?? SignatureScheme) is SignatureScheme
            ? null
            : Error("FK0804", $"The connection file asks for signatures by '{json.Text("signature_scheme")}'.",
                $"FlowKernel signs with {SignatureScheme}, Jupyter's default.");

    private static Diagnostic? CheckPorts(JsonElement json)
    {
        string[] names = ["shell_port", "control_port", "iopub_port", "stdin_port", "hb_port"];
        var wrong = names.FirstOrDefault(name => json.Number(name) is not (>= 0 and <= IPEndPoint.MaxPort));
        return wrong is null ? null : Error("FK0805", $"The connection file has no valid '{wrong}'.",
            "A port is a number from 0 to 65535.");
    }

    private static Diagnostic Error(string code, string message, string hint) =>
        new(code, message, new TextSpan(0, 0), hint);
}
