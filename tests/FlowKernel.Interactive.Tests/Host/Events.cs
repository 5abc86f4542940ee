using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Microsoft.DotNet.Interactive.Events;

public abstract class KernelEvent(KernelCommand command)
{
    public KernelCommand Command => command;
}

public abstract class DisplayEvent(
    object? value, KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues, string? valueId)
    : KernelEvent(command)
{
    public object? Value => value;

    public IReadOnlyCollection<FormattedValue> FormattedValues => formattedValues ?? [];

    public string? ValueId => valueId;
}

public class DisplayedValueProduced(
    object? value,
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null,
    string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId);

public class DisplayedValueUpdated(
    object? value,
    string valueId,
    KernelCommand command,
    IReadOnlyCollection<FormattedValue>? formattedValues = null)
    : DisplayEvent(value, command, formattedValues, valueId);

public class StandardOutputValueProduced(
    KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
    : DisplayEvent(null, command, formattedValues, valueId);

public class StandardErrorValueProduced(
    KernelCommand command, IReadOnlyCollection<FormattedValue>? formattedValues = null, string? valueId = null)
    : DisplayEvent(null, command, formattedValues, valueId);

public enum InsertTextFormat;

public class CompletionItem(
    string displayText,
    string kind,
    string? filterText = null,
    string? sortText = null,
    string? insertText = null,
    InsertTextFormat? insertTextFormat = null,
    string? documentation = null)
{
    public string DisplayText => displayText;

    public string Kind => kind;

    public string? SortText => sortText;

    public string InsertText => insertText ?? displayText;

    public string? Documentation => documentation;

    internal (string?, InsertTextFormat?) Rest => (filterText, insertTextFormat);
}

public class CompletionsProduced(
    IReadOnlyCollection<CompletionItem> completions, RequestCompletions command, LinePositionSpan? linePositionSpan = null)
    : KernelEvent(command)
{
    public IEnumerable<CompletionItem> Completions => completions;

    public LinePositionSpan? LinePositionSpan => linePositionSpan;
}

public class HoverTextProduced(
    RequestHoverText command, IReadOnlyCollection<FormattedValue> content, LinePositionSpan? linePositionSpan = null)
    : KernelEvent(command)
{
    public IReadOnlyCollection<FormattedValue> Content => content;

    public LinePositionSpan? LinePositionSpan => linePositionSpan;
}

public class SignatureHelpProduced(
    RequestSignatureHelp command,
    IReadOnlyList<SignatureInformation> signatures,
    int activeSignatureIndex,
    int activeParameterIndex)
    : KernelEvent(command)
{
    public IReadOnlyList<SignatureInformation> Signatures => signatures;

    public int ActiveSignatureIndex => activeSignatureIndex;

    public int ActiveParameterIndex => activeParameterIndex;
}

public class DiagnosticsProduced(
    IReadOnlyCollection<Diagnostic> diagnostics,
    IReadOnlyCollection<FormattedValue> formattedDiagnostics,
    KernelCommand command)
    : KernelEvent(command)
{
    public IReadOnlyCollection<Diagnostic> Diagnostics => diagnostics;

    public IReadOnlyCollection<FormattedValue> FormattedDiagnostics => formattedDiagnostics;
}

public class ValueProduced(object? value, string name, FormattedValue formattedValue, RequestValue command)
    : KernelEvent(command)
{
    public object? Value => value;

    public string Name => name;

    public FormattedValue FormattedValue => formattedValue;
}

public class ValueInfosProduced(IReadOnlyCollection<KernelValueInfo> valueInfos, RequestValueInfos command)
    : KernelEvent(command)
{
    public IReadOnlyCollection<KernelValueInfo> ValueInfos => valueInfos;
}
