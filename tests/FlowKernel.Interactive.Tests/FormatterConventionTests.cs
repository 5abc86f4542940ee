using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Interactive.Tests;

/// <summary>The host looks for formatters by names only, so that no compiler checks them.</summary>
public sealed class FormatterConventionTests
{
    [Theory]
    [InlineData(typeof(FlowRows))]
    [InlineData(typeof(FlowChart))]
    [InlineData(typeof(KqlTable))]
    public void WhatCellsShowNamesItsFormatters(Type type)
    {
        var attribute = type.GetCustomAttributes(true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)Read(attribute, "FormatterSourceType"))!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, [])!;
        Assert.Equal((string[])Read(attribute, "PreferredMimeTypes"), formatters.Select(f => (string)Read(f, "MimeType")));
    }

    [Fact]
    public void EachFormatterWritesItsFormOfATable()
    {
        var table = KqlTable.FromRows([new KqlColumn("Ip", KqlType.String)], [["<b>"]]);
        Assert.Contains("&lt;b&gt;", Write(table, "text/html"));
        Assert.Contains("<b>", Write(table, "text/plain"));
    }

    private static string Write(KqlTable table, string mime)
    {
        var writer = new StringWriter();
        Assert.True(new FlowKernel.Notebook.Formatting.BundleFormatter(mime).Format(table, writer));
        return writer.ToString();
    }

    private static object Read(object from, string property) => from.GetType().GetProperty(property)!.GetValue(from)!;
}
