using System.Collections;
using System.Globalization;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.CSharp.Display;

/// <summary>A sequence of C# values as a table, and what to say of the rows that were not read.</summary>
internal sealed record SequenceTable(KqlTable Table, string? Unread)
{
    private const int MostOfList = 10_000;

    /// <summary>
    /// The items as rows: columns from the public members of their common type, else one column of texts. Lists are
    /// read up to 10,000 items, lazy sequences only as far as they are shown.
    /// </summary>
    public static SequenceTable Of(IEnumerable items, CancellationToken cancellation)
    {
        var count = CountOf(items);
        var most = count is null ? TableDisplayOptions.Default.RowLimit : MostOfList;
        var rows = Read(items, most + 1, cancellation);
        var more = rows.Count > most;
        if (more)
            rows.RemoveAt(most);
        return new SequenceTable(TableOf(rows, ElementType(items.GetType())), more ? Note(most, count) : null);
    }

    private static string Note(int read, int? count) => count is null
        ? string.Create(CultureInfo.InvariantCulture, $"the first {read:N0} items; the sequence was not read further")
        : string.Create(CultureInfo.InvariantCulture, $"the first {read:N0} of {count:N0} items");

    private static List<object?> Read(IEnumerable items, int most, CancellationToken cancellation)
    {
        var rows = new List<object?>();
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Add(item);
            if (rows.Count == most)
                break;
        }

        return rows;
    }

    private static KqlTable TableOf(List<object?> rows, Type declared)
    {
        var type = CommonType(rows) ?? declared;
        var members = HasParts(type) ? ReadableMember.Of(type) : [];
        var columns = members.Count > 0
            ? members.Select(m => TypedColumn.From(m.Name, m.Type, rows.Select(r => r is null ? null : m.Read(r))))
            : [TypedColumn.From("value", type, rows)];
        return TypedColumn.Together([.. columns]);
    }

    private static Type? CommonType(List<object?> rows)
    {
        var types = rows.OfType<object>().Select(r => r.GetType()).Distinct().Take(2).ToList();
        return types.Count == 1 ? types[0] : null;
    }

    private static bool HasParts(Type type) =>
        type != typeof(object) && type != typeof(string) && !type.IsPrimitive && !type.IsEnum
        && !typeof(IEnumerable).IsAssignableFrom(type) && !TypedColumn.IsScalar(type);

    private static int? CountOf(IEnumerable items) => items switch
    {
        ICollection list => list.Count,
        _ => (int?)items.GetType().GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ?.GetProperty(nameof(ICollection.Count))!.GetValue(items),
    };

    private static Type ElementType(Type sequence) =>
        sequence.GetInterfaces().Prepend(sequence)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0] ?? typeof(object);
}
