using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Notebook.Kernel.Errors;

/// <summary>
/// A failure of FlowKernel itself: says so, and what to copy into a report. Nothing of it comes from the user's data:
/// types and methods, versions, and an id that is the same wherever the same failure happens.
/// </summary>
public sealed class KernelBug
{
    /// <summary>The code of all such failures.</summary>
    public const string Code = "FK0440";

    private readonly Exception _exception;
    private readonly IReadOnlyList<string> _frames;

    /// <summary>Reads an exception that is our fault.</summary>
    public KernelBug(Exception exception)
    {
        _exception = ExceptionReport.Unwrapped(exception);
        _frames = [.. new StackTrace(_exception).GetFrames().Select(NameOf)];
    }

    /// <summary>The same failure has the same id on every machine: eight hexadecimal digits.</summary>
    public string Id
    {
        get
        {
            var text = string.Join('\n', _frames.Prepend(_exception.GetType().FullName));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
        }
    }

    /// <summary>One sentence: what failed, and where in FlowKernel.</summary>
    public string Message =>
        $"FlowKernel itself failed: {_exception.GetType().Name} in {OurFrame ?? _frames.FirstOrDefault() ?? "no frame"}.";

    /// <summary>The lines of an error, with terminal colours where asked for.</summary>
    public IReadOnlyList<string> Lines(bool ansi)
    {
        var marks = ansi ? AnsiMarks.Colours : AnsiMarks.None;
        return
        [
            $"{marks.Error}error {Code}{marks.End}: {marks.Bold}{Message}{marks.End}",
            "  This is a fault of FlowKernel, not of your code. Variables keep their values.",
            $"  Please report it with this line: {Summary}",
            "  and the details that #!flowlogs trace shows; neither holds anything of your data.",
        ];
    }

    /// <summary>Code, id, versions and operating system in one line.</summary>
    public string Summary => $"{Code} {Id}, {KernelVersion.Text}";

    /// <summary>The whole stack, and the causes below it, without messages: those may quote data.</summary>
    public string Details()
    {
        var text = new StringBuilder(Summary).Append('\n');
        for (var e = (Exception?)_exception; e is not null; e = e.InnerException)
        {
            text.Append(e.GetType().FullName).Append('\n');
            foreach (var frame in new StackTrace(e).GetFrames())
                text.Append("   at ").Append(NameOf(frame)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private string? OurFrame => _frames.FirstOrDefault(f => f.StartsWith("FlowKernel.", StringComparison.Ordinal));

    private static string NameOf(StackFrame frame) => frame.GetMethod() is { } method
        ? $"{method.DeclaringType?.FullName}.{method.Name}"
        : "unknown";
}

/// <summary>What runs, where: for reports.</summary>
internal static class KernelVersion
{
    /// <summary>FlowKernel's version, .NET's, the operating system and the processor's architecture.</summary>
    public static string Text { get; } =
        $"FlowKernel {Own()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, "
        + RuntimeInformation.ProcessArchitecture;

    private static string Own() =>
        typeof(KernelVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion ?? "of no version";
}
