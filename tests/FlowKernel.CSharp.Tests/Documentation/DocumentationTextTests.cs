using System.Xml.Linq;
using FlowKernel.CSharp.Documentation;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Tests.Documentation;

public sealed class DocumentationTextTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create(
        "C", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

    [Theory]
    [InlineData("Words  with\n   lines.", "Words with lines.")]
    [InlineData("A <see cref=\"T:System.String\" />.", "A `string`.")]
    [InlineData("A <see cref=\"T:System.Collections.Generic.List`1\" />.", "A `List<T>`.")]
    [InlineData("See <see cref=\"M:System.String.IsNullOrEmpty(System.String)\" />.", "See `string.IsNullOrEmpty`.")]
    [InlineData("See <see cref=\"T:Gone.Type`2\" />.", "See `Type`.")]
    [InlineData("Or <see langword=\"null\" />.", "Or `null`.")]
    [InlineData("The <paramref name=\"value\" /> of <typeparamref name=\"T\" />.", "The `value` of `T`.")]
    [InlineData("Write <c>a * b</c>.", "Write `a * b`.")]
    [InlineData("One.<para>Two.</para>", "One.\n\nTwo.")]
    [InlineData("Like <see href=\"https://x.y/z\">that</see>.", "Like that (https://x.y/z).")]
    [InlineData("Has *stars* and a_b &lt;tag&gt;.", "Has \\*stars\\* and a\\_b \\<tag\\>.")]
    [InlineData("So: <code>\n  var a = 1;\n    a++;\n</code>", "So:\n\n```csharp\nvar a = 1;\n  a++;\n```")]
    [InlineData("<list><item>One</item><item><term>Two</term><description>2</description></item></list>",
        "- One\n- Two: 2")]
    public void ElementsBecomeMarkdown(string xml, string markdown) =>
        Assert.Equal(markdown, new DocumentationText(TextStyle.Markdown, Compilation).Of(Element(xml)));

    [Fact]
    public void PlainTextHasNoMarks() => Assert.Equal(
        "A string and a * b_c.",
        new DocumentationText(TextStyle.Plain, Compilation)
            .Of(Element("A <see cref=\"T:System.String\" /> and <c>a * b_c</c>.")));

    private static XElement Element(string xml) =>
        XElement.Parse($"<summary>{xml}</summary>", LoadOptions.PreserveWhitespace);
}
