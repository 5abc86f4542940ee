using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session.Mapping;

/// <summary>Finds the column for each part of a row's type.</summary>
internal sealed class RowTargets
{
    private readonly NullabilityInfoContext _nullability = new();
    private readonly List<Diagnostic> _mistakes = [];
    private readonly Type _row;
    private readonly IReadOnlyList<KqlColumn> _columns;

    private RowTargets(Type row, IReadOnlyList<KqlColumn> columns) => (_row, _columns) = (row, columns);

    /// <summary>The parts with their columns, or which of them have none.</summary>
    public static Outcome<RowShape> Of(Type row, IReadOnlyList<KqlColumn> columns)
    {
        if (IsSingle(row))
            return Single(row, columns);
        var targets = new RowTargets(row, columns);
        var shape = typeof(ITuple).IsAssignableFrom(row) ? targets.Tuple() : targets.Named();
        return targets._mistakes.Count > 0 ? new Outcome<RowShape>(targets._mistakes) : shape;
    }

    private static Outcome<RowShape> Single(Type row, IReadOnlyList<KqlColumn> columns) => columns is [var only]
        ? new RowShape(null, [new RowTarget(only.Name, row, TakesNull(row), only, 0)], [])
        : RowMistakes.NotSingle(ClrTypeText.Of(row), columns);

    private static bool IsSingle(Type row) => ClrValues.TypeOf(row) is not null || ClrValues.IsList(row)
        || row == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(row);

    private RowShape Tuple()
    {
        var constructor = _row.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        if (parameters.Length != _columns.Count)
            _mistakes.Add(RowMistakes.TupleLength(ClrTypeText.Of(_row), parameters.Length, _columns));
        var targets = parameters.Zip(_columns, (p, c) =>
            new RowTarget(p.Name!, p.ParameterType, TakesNull(p.ParameterType), c, p.Position) { Parameter = p });
        return new RowShape(constructor, [.. targets], []);
    }

    private RowShape Named()
    {
        var constructor = _row.GetConstructors().Where(c => !IsCopy(c)).MaxBy(c => c.GetParameters().Length);
        if (constructor is null && !_row.IsValueType)
            _mistakes.Add(RowMistakes.NoConstructor(ClrTypeText.Of(_row)));
        var parameters = constructor?.GetParameters() ?? [];
        var arguments = parameters.Select(Argument).OfType<RowTarget>().ToList();
        var taken = parameters.Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var members = Settable().Where(m => !taken.Contains(m.Name)).Select(Member).OfType<RowTarget>().ToList();
        if (arguments.Count + members.Count == 0 && _mistakes.Count == 0)
            _mistakes.Add(RowMistakes.NoParts(ClrTypeText.Of(_row)));
        return new RowShape(constructor, arguments, members);
    }

    private bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == _row;

    private IEnumerable<MemberInfo> Settable() => _row.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(
        m => m is FieldInfo { IsInitOnly: false }
            or PropertyInfo { SetMethod.IsPublic: true } and not PropertyInfo { Name: "Item" });

    private RowTarget? Argument(ParameterInfo parameter)
    {
        // A record's parameter and property share a name; the attribute may stand at either.
        var property = _row.GetProperty(parameter.Name!);
        var name = parameter.GetCustomAttribute<ColumnAttribute>()?.Name ?? NameOf(property) ?? parameter.Name!;
        var isOptional = parameter.HasDefaultValue;
        var takesNull = TakesNull(parameter.ParameterType, () => _nullability.Create(parameter).WriteState);
        return Find(parameter.Name!, name, parameter.ParameterType, takesNull, isOptional) is { } target
            ? target with { Parameter = parameter }
            : null;
    }

    private RowTarget? Member(MemberInfo member)
    {
        var type = member is FieldInfo f ? f.FieldType : ((PropertyInfo)member).PropertyType;
        var takesNull = TakesNull(type, () => member is FieldInfo field
            ? _nullability.Create(field).WriteState
            : _nullability.Create((PropertyInfo)member).WriteState);
        return Find(member.Name, NameOf(member) ?? member.Name, type, takesNull, isOptional: false) is { } target
            ? target with { Member = member }
            : null;
    }

    private RowTarget? Find(string part, string column, Type type, bool takesNull, bool isOptional)
    {
        var index = IndexOf(column);
        if (index >= 0)
            return new RowTarget(part, type, takesNull, _columns[index], index);
        if (!isOptional)
            _mistakes.Add(RowMistakes.NoColumn(ClrTypeText.Of(_row), part, column, _columns));
        return null;
    }

    private int IndexOf(string name)
    {
        var columns = _columns.ToList();
        var exact = columns.FindIndex(c => c.Name == name);
        var near = columns.FindIndex(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));
        return exact >= 0 ? exact : near;
    }

    private static string? NameOf(MemberInfo? member) => member?.GetCustomAttribute<ColumnAttribute>()?.Name;

    private static bool TakesNull(Type type, Func<NullabilityState>? state = null) => type.IsValueType
        ? Nullable.GetUnderlyingType(type) is not null
        : state?.Invoke() is not NullabilityState.NotNull;
}
