using System.ComponentModel.DataAnnotations.Schema;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlowKernel.Diagnostics;

namespace FlowKernel.Session.Mapping;

/// <summary>
/// The columns of C# rows: the parts of a tuple; one column <c>Value</c> for single values; else the public properties
/// and fields in the order of their declaration, a base type's first. <c>[Column("name")]</c> names a column.
/// </summary>
internal static class ClrColumns
{
    private const string Single = "Value";

    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The columns of rows of a type; <paramref name="names"/> rename them in order.</summary>
    public static Outcome<IReadOnlyList<ClrColumn>> Of(Type row, IReadOnlyList<string> names)
    {
        var columns = Found(row);
        if (columns.Count == 0)
            return ClrTableMistakes.NoColumns(row);
        if (names.Count > 0 && names.Count != columns.Count)
            return ClrTableMistakes.NameCount(names.Count, columns);
        var named = names.Count == 0 ? columns : [.. columns.Zip(names, (c, name) => c with { Name = name })];
        if (named.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return ClrTableMistakes.Twice(twice.Key);
        return named.Find(c => IsRefused(c.Clr)) is { } refused
            ? ClrTableMistakes.NoType(refused, row)
            : named;
    }

    private static List<ClrColumn> Found(Type row)
    {
        if (ClrValues.TypeOf(row) is not null || ClrValues.IsList(row))
            return [new ClrColumn(Single, row, r => r)];
        return typeof(ITuple).IsAssignableFrom(row) ? [.. Parts(row)] : [.. Lineage(row).SelectMany(Declared)];
    }

    private static IEnumerable<ClrColumn> Parts(Type tuple)
    {
        var types = PartTypes(tuple).ToList();
        return types.Select((type, i) => new ClrColumn(
            string.Create(CultureInfo.InvariantCulture, $"Item{i + 1}"), type, row => ((ITuple)row)[i]));
    }

    // From the eighth part on, the parts stand in a tuple of their own.
    private static IEnumerable<Type> PartTypes(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length < 8 ? arguments : arguments[..7].Concat(PartTypes(arguments[7]));
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        var types = new List<Type>();
        for (var t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
            types.Insert(0, t);
        return types;
    }

    private static IEnumerable<ClrColumn> Declared(Type type) => type.GetMembers(Members)
        .Where(m => m is FieldInfo or PropertyInfo { GetMethod.IsPublic: true } && !IsIndexer(m) && !IsOverride(m))
        .OrderBy(m => m.MetadataToken)
        .Select(m => m is FieldInfo field
            ? new ClrColumn(NameOf(m), field.FieldType, field.GetValue)
            : new ClrColumn(NameOf(m), ((PropertyInfo)m).PropertyType, ((PropertyInfo)m).GetValue));

    private static bool IsIndexer(MemberInfo member) => member is PropertyInfo p && p.GetIndexParameters().Length > 0;

    private static bool IsOverride(MemberInfo member) =>
        member is PropertyInfo { GetMethod: { } get } && get.GetBaseDefinition() != get;

    private static string NameOf(MemberInfo member) =>
        member.GetCustomAttribute<ColumnAttribute>()?.Name ?? member.Name;

    private static bool IsRefused(Type type) =>
        type.IsPointer || type.IsByRefLike || typeof(Delegate).IsAssignableFrom(type) || type == typeof(IntPtr)
        || typeof(MemberInfo).IsAssignableFrom(type) || typeof(Stream).IsAssignableFrom(type)
        || typeof(Task).IsAssignableFrom(type);
}
