using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlowKernel.CSharp.Display;

/// <summary>A public property or field of a type, as a column of a table of such values.</summary>
internal sealed record ReadableMember(string Name, Type Type, Func<object, object?> Get)
{
    // Types of cells go with their cells.
    private static readonly ConditionalWeakTable<Type, IReadOnlyList<ReadableMember>> Known = [];

    /// <summary>The readable members of a type, in declaration order, a base type's first.</summary>
    public static IReadOnlyList<ReadableMember> Of(Type type) => Known.GetValue(type, Find);

    /// <summary>The member's value in an object; what it threw, as text, when it cannot be read.</summary>
    public object? Read(object owner)
    {
        try
        {
            return Get(owner);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not OperationCanceledException)
        {
            return BriefText.Failure(failure);
        }
        catch (TargetInvocationException stopped)
        {
            throw new OperationCanceledException(stopped.InnerException!.Message, stopped);
        }
    }

    private static List<ReadableMember> Find(Type type)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance;
        var properties = type.GetProperties(Visible)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
            .Where(p => IsShowable(p.PropertyType))
            .Select(p => (Member: (MemberInfo)p, p.PropertyType, Get: (Func<object, object?>)p.GetValue));
        var fields = type.GetFields(Visible)
            .Where(f => IsShowable(f.FieldType))
            .Select(f => (Member: (MemberInfo)f, PropertyType: f.FieldType, Get: (Func<object, object?>)f.GetValue));
        return
        [
            .. properties.Concat(fields)
                .OrderBy(m => Depth(m.Member.DeclaringType!))
                .DistinctBy(m => m.Member.Name)
                .Select(m => new ReadableMember(m.Member.Name, m.PropertyType, m.Get)),
        ];
    }

    private static bool IsShowable(Type type) => !type.IsByRefLike && !type.IsByRef && !type.IsPointer;

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
