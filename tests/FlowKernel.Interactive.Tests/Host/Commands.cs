using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Commands;

public abstract class KernelCommand
{
    public KernelCommand? Parent { get; internal set; }
}

public abstract class LanguageServiceCommand(string code, LinePosition position) : KernelCommand
{
    public string Code => code;

    public LinePosition LinePosition => position;
}

public class SubmitCode(string code) : KernelCommand
{
    public string Code => code;

    public IDictionary<string, string> Parameters { get; } = new Dictionary<string, string>();
}

public class RequestCompletions(string code, LinePosition position) : LanguageServiceCommand(code, position);

public class RequestHoverText(string code, LinePosition position) : LanguageServiceCommand(code, position);

public class RequestSignatureHelp(string code, LinePosition position) : LanguageServiceCommand(code, position);

public class RequestDiagnostics(string code) : KernelCommand
{
    public string Code => code;
}

public class RequestValue(string name, string mimeType = "application/json") : KernelCommand
{
    public string Name => name;

    public string MimeType => mimeType;
}

public class RequestValueInfos : KernelCommand;

public class SendValue(string name, object? value, FormattedValue? formattedValue = null) : KernelCommand
{
    public string Name => name;

    public object? Value => value;

    public FormattedValue? FormattedValue => formattedValue;
}

internal sealed class LineCommand(string line) : KernelCommand
{
    public override string ToString() => $"Directive: {line}";
}
