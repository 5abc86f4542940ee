using FlowKernel.Results;

namespace FlowKernel.Specs.Generated.Naive.Steps;

/// <summary>A join on one text column that both sides have.</summary>
internal sealed record Join(string Kind, Field Key, Pipeline Right) : Step
{
    /// <summary>The kinds, and what each keeps.</summary>
    public static readonly string[] Kinds =
    [
        "inner", "leftouter", "rightouter", "fullouter", "leftsemi", "rightsemi", "leftanti", "rightanti",
    ];

    /// <inheritdoc/>
    public override string Text => $"join kind={Kind} (\n{Right.Text}\n) on {Key.Text}";

    /// <inheritdoc/>
    public override NaiveTable Run(NaiveTable input)
    {
        var right = Right.Result;
        var pairs =
            from l in input.Named
            from r in right.Named
            where Matches(l, r)
            select (object?[])[.. l.Values, .. r.Values];
        var leftAlone = input.Named.Where(l => !right.Named.Any(r => Matches(l, r)));
        var rightAlone = right.Named.Where(r => !input.Named.Any(l => Matches(l, r)));
        return Kind switch
        {
            "leftsemi" => input.With(input.Named.Where(l => right.Named.Any(r => Matches(l, r)))),
            "rightsemi" => right.With(right.Named.Where(r => input.Named.Any(l => Matches(l, r)))),
            "leftanti" => input.With(leftAlone),
            "rightanti" => right.With(rightAlone),
            _ => new NaiveTable(
                Both(input.Fields, right.Fields),
                [
                    .. pairs,
                    .. Kind is "leftouter" or "fullouter"
                        ? leftAlone.Select(l => (object?[])[.. l.Values, .. Nothing(right.Fields)]) : [],
                    .. Kind is "rightouter" or "fullouter"
                        ? rightAlone.Select(r => (object?[])[.. Nothing(input.Fields), .. r.Values]) : [],
                ]),
        };
    }

    private bool Matches(NaiveRow left, NaiveRow right) => Equals(left[Key.Name], right[Key.Name]);

    // A text is never null.
    private static IEnumerable<object?> Nothing(IEnumerable<Field> fields) =>
        fields.Select(f => f.Type == KqlType.String ? "" : null);

    private static List<Field> Both(IReadOnlyList<Field> left, IReadOnlyList<Field> right)
    {
        var fields = left.ToList();
        foreach (var field in right)
        {
            var name = field.Name;
            for (var n = 1; fields.Exists(f => f.Name == name); n++)
                name = $"{field.Name}{n}";
            fields.Add(field with { Name = name });
        }

        return fields;
    }
}
