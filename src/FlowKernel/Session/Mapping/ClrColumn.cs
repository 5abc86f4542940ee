using FlowKernel.Results;

namespace FlowKernel.Session.Mapping;

/// <summary>A column of the table that C# rows become.</summary>
/// <param name="Name">Its name in KQL.</param>
/// <param name="Clr">The C# type of its values.</param>
/// <param name="Read">Reads the value of a row.</param>
internal sealed record ClrColumn(string Name, Type Clr, Func<object, object?> Read)
{
    /// <summary>Its KQL type: what is neither a single value nor refused is dynamic.</summary>
    public KqlType Type => ClrValues.TypeOf(Clr) ?? KqlType.Dynamic;

    /// <summary>The value of a row as KQL holds it; false when it has no form as JSON.</summary>
    public bool TryRead(object row, out object? value)
    {
        var read = Read(row);
        value = null;
        if (read is null)
            return true;
        if (ClrValues.TypeOf(Clr) is not null)
        {
            value = ClrValues.Convert(read, Clr);
            return true;
        }

        if (!ClrJson.TryWrite(read, out var json))
            return false;
        value = json == "null" ? null : new DynamicValue(json);
        return true;
    }
}
