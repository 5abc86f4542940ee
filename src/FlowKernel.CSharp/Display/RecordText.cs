using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlowKernel.CSharp.Display;

/// <summary>
/// The text of records, anonymous objects and tuples: the one that the compiler writes for them, with values as tables show them,
/// where the compiler's shows nothing for null and times by the machine's culture.
/// </summary>
internal static class RecordText
{
    private const int Deepest = 4;
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The text; null for what is neither record nor tuple, and for a record that writes its own text.</summary>
    public static string? Of(object value) => Of(value, 1);

    private static string? Of(object value, int depth)
    {
        var type = value.GetType();
        if (value is ITuple tuple && type.Namespace == nameof(System))
            return $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Member(tuple[i], depth)))})";
        if (!IsWrittenByCompiler(type))
            return null;
        // A record may hold itself.
        var members = depth > Deepest
            ? ["…"]
            : ReadableMember.Of(type).Select(m => $"{m.Name} = {Member(m.Read(value), depth)}").ToList();
        var inner = members.Count == 0 ? "" : string.Join(", ", members) + " ";
        return string.Create(CultureInfo.InvariantCulture, $"{NameOf(type)}{{ {inner}}}");
    }

    private static string Member(object? value, int depth) =>
        (value is null ? null : Of(value, depth + 1)) ?? BriefText.Of(value);

    private static string NameOf(Type type) => IsAnonymous(type) ? "" : type.Name.Split('`')[0] + " ";

    private static bool IsWrittenByCompiler(Type type)
    {
        if (IsAnonymous(type))
            return true;
        return type.GetMethod(nameof(ToString), Type.EmptyTypes) is { } text && IsGenerated(text)
            && Ancestors(type).SelectMany(t => t.GetMember("PrintMembers", MemberTypes.Method, Own)).All(IsGenerated);
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
            yield return t;
    }

    private static bool IsAnonymous(Type type) =>
        type.Name.StartsWith("<>f__Anonymous", StringComparison.Ordinal) && IsGenerated(type);

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
