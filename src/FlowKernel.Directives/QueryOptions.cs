using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using FlowKernel.Notebook.Directives;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Directives;

/// <summary>The options of a query, on the directive itself and on <c>recipe</c>.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string?> _name = new("--name")
    {
        Description = "Keep the result: as a C# variable, and as a table in later KQL cells.",
    };

    private readonly Option<string?> _on = new("--on") { Description = "Run on this connection." };

    private readonly Option<TimeSpan?> _last = new("--last")
    {
        Description = "Only rows of the last 7d, 12h or 30m.",
        CustomParser = Duration,
        CompletionSources = { Durations.Usual },
    };

    private readonly Option<string[]> _param = new("--param")
    {
        Description =
            "Hand over a C# variable as a typed parameter: ip, or ip=other to name it otherwise. May be repeated.",
    };

    private readonly Option<string?> _chart = new("--chart") { Description = "Draw this kind of chart." };

    private readonly Option<int?> _limit = new("--limit") { Description = "Show at most this many rows." };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Show the plan, the SQL and the time of each stage.", Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Check the query and show it, but do not run it.", Arity = ArgumentArity.Zero,
    };

    public QueryOptions(DirectiveNames names)
    {
        _on.CompletionSources.Add(_ => names.Connections().Select(n => new CompletionItem(n)));
        _param.CompletionSources.Add(_ => names.Variables().Select(n => new CompletionItem(n)));
        _limit.Validators.Add(CheckLimit);
        _chart.CompletionSources.Add([.. ChartKinds.All]);
        _chart.Validators.Add(CheckChart);
        _name.Validators.Add(CheckName);
    }

    public IEnumerable<Option> All => [_name, _on, _last, _param, _chart, _limit, _explain, _dryRun];

    public QueryDirective Read(ParseResult parsed) => new()
    {
        Name = parsed.GetValue(_name),
        On = parsed.GetValue(_on),
        Last = parsed.GetValue(_last),
        Parameters = parsed.GetValue(_param) ?? [],
        Chart = parsed.GetValue(_chart) is { } kind && ChartKinds.TryParse(kind, out var known) ? known.Name() : null,
        Limit = parsed.GetValue(_limit),
        Explain = parsed.GetValue(_explain),
        DryRun = parsed.GetValue(_dryRun),
    };

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static TimeSpan? Duration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (KqlValues.TryParse(KqlType.TimeSpan, text, out var value))
            return (TimeSpan)value!;
        result.AddError($"'{text}' is not a length of time: write 7d, 12h or 30m.");
        return null;
    }

    private static void CheckChart(OptionResult result)
    {
        if (result.Tokens is [var token] && !ChartKinds.TryParse(token.Value, out _))
        {
            var kinds = string.Join(", ", ChartKinds.All);
            var way = NearestName.Find(token.Value, ChartKinds.All) is { } nearest
                ? $"did you mean '{nearest}'?"
                : $"write one of {kinds}.";
            result.AddError($"'{token.Value}' is not a kind of chart: {way}");
        }
    }

    private static void CheckLimit(OptionResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, Invariant, out var limit) && limit < 1)
            result.AddError($"--limit takes a whole number from 1 on, not '{token.Value}'.");
    }

    private static void CheckName(OptionResult result)
    {
        if (result.Tokens is [var token] && !IsIdentifier(token.Value))
        {
            result.AddError(
                $"'{token.Value}' cannot be a name: it must be letters, digits and _, and begin with a letter or _.");
        }
    }

    private static bool IsIdentifier(string name) =>
        (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
