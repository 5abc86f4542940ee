using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive
{
    public record LinePosition(int Line, int Character);

    public record LinePositionSpan(LinePosition Start, LinePosition End);

    public class Diagnostic(LinePositionSpan linePositionSpan, DiagnosticSeverity severity, string code, string message)
    {
        public LinePositionSpan LinePositionSpan => linePositionSpan;

        public DiagnosticSeverity Severity => severity;

        public string Code => code;

        public string Message => message;
    }

    public class ParameterInformation(string label, FormattedValue documentation)
    {
        public string Label => label;

        public FormattedValue Documentation => documentation;
    }

    public class SignatureInformation(
        string label, FormattedValue documentation, IReadOnlyList<ParameterInformation> parameters)
    {
        public string Label => label;

        public FormattedValue Documentation => documentation;

        public IReadOnlyList<ParameterInformation> Parameters => parameters;
    }
}

namespace Microsoft.DotNet.Interactive.Formatting
{
    public class FormattedValue(string mimeType, string value)
    {
        public string MimeType => mimeType;

        public string Value => value;
    }
}

namespace Microsoft.DotNet.Interactive.ValueSharing
{
    public class KernelValueInfo(string name, FormattedValue formattedValue, Type? type = null, string? typeName = null)
    {
        public string Name => name;

        public FormattedValue FormattedValue => formattedValue;

        public Type? Type => type;

        public string? TypeName => typeName;
    }
}
