namespace FlowKernel.Notebook.Formatting;

/// <summary>
/// Says how a type is shown where .NET Interactive is the host: it looks for an attribute of this name and these two
/// properties on a value's type, so that no reference to it is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A class whose <c>CreateTypeFormatters</c> gives one formatter for each MIME type.</summary>
    public Type FormatterSourceType => formatterSourceType;

    /// <summary>The MIME types that go into one bundle, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
