using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>One function or operator of KQL: its name and the SQL that it becomes.</summary>
internal sealed record FunctionRow
{
    /// <summary>A row whose SQL is a template; see <see cref="SqlTemplate"/>.</summary>
    public FunctionRow(string name, string template)
    {
        Name = name;
        Emit = SqlTemplate.Parse(template).Fill;
    }

    /// <summary>A row whose SQL depends on the types or constants of its arguments.</summary>
    public FunctionRow(string name, Func<Invocation, Outcome<string>> emit)
    {
        Name = name;
        Emit = emit;
    }

    /// <summary>A row of a function that no call of can run.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reason">Why, as the end of a sentence.</param>
    public static FunctionRow Refused(string name, string reason) =>
        new(name, call => call.Refuse(reason)) { Refusal = reason };

    /// <summary>The name as KQL spells it.</summary>
    public string Name { get; private init; }

    /// <summary>The same function under a name of old.</summary>
    public FunctionRow As(string name) => this with { Name = name, Page = Page ?? PageOf(Name) };

    /// <summary>Makes the SQL of a call.</summary>
    private Func<Invocation, Outcome<string>> Emit { get; }

    /// <summary>
    /// The type that the SQL has, where the binder may ask for another number type; null for the call's.
    /// </summary>
    public KqlType? Gives { get; init; }

    /// <summary>
    /// The name of its page below https://learn.microsoft.com/kusto/query/, or null for the usual one.
    /// </summary>
    public string? Page { get; init; }

    /// <summary>The name of its page below https://learn.microsoft.com/kusto/query/.</summary>
    public string Address => Page ?? PageOf(Name);

    /// <summary>What a user should know, or null where it runs exactly as in Kusto.</summary>
    public string? Note { get; init; }

    /// <summary>True for what only plans name: KQL has another name for it.</summary>
    public bool IsOfPlans { get; init; }

    /// <summary>Why no call of it runs, or null where calls do.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The SQL of a call, of the call's type; or the reason why it cannot run.</summary>
    public Outcome<string> Run(Invocation call)
    {
        var sql = Emit(call);
        return sql.Succeeded && Gives is { } given && given != call.Type
            ? new Outcome<string>(Conversion.Cast(sql.Value, given, call.Type), sql.Diagnostics)
            : sql;
    }

    private static string PageOf(string name) => $"{name.Replace('_', '-')}-function";
}
