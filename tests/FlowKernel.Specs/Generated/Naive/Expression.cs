using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive;

/// <summary>A scalar expression: its KQL, and its value for a row by the plainest rules.</summary>
internal abstract record Expression(KqlType Type)
{
    /// <summary>The KQL.</summary>
    public abstract string Text { get; }

    /// <summary>The value for a row.</summary>
    public abstract object? Of(NaiveRow row);
}

/// <summary>A literal.</summary>
internal sealed record Constant(object? Value, KqlType Type) : Expression(Type)
{
    /// <inheritdoc/>
    public override string Text => KqlWords.Literal(Value, Type);

    /// <inheritdoc/>
    public override object? Of(NaiveRow row) => Value;
}

/// <summary>A column.</summary>
internal sealed record FieldUse(Field Field) : Expression(Field.Type)
{
    /// <inheritdoc/>
    public override string Text => Field.Text;

    /// <inheritdoc/>
    public override object? Of(NaiveRow row) => row[Field.Name];
}

/// <summary>A rule with its arguments.</summary>
internal sealed record Application(ScalarRule Rule, IReadOnlyList<Expression> Arguments) : Expression(Rule.Type)
{
    /// <inheritdoc/>
    public override string Text =>
        string.Format(CultureInfo.InvariantCulture, Rule.Format, [.. Arguments.Select(a => a.Text)]);

    /// <inheritdoc/>
    public override object? Of(NaiveRow row) => Rule.Apply([.. Arguments.Select(a => a.Of(row))]);
}

/// <summary>How a function or operator is written, what it takes and gives, and what it means.</summary>
/// <param name="Format">The KQL, with a place for each argument.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Takes">The types of its arguments.</param>
/// <param name="Apply">Its meaning.</param>
internal sealed record ScalarRule(string Format, KqlType Type, KqlType[] Takes, Func<object?[], object?> Apply);
