using System.Reflection;
using System.Runtime.CompilerServices;

namespace FlowKernel.CSharp.Documentation;

/// <summary>
/// The members that a cell gets at from its globals on, and the extension methods for them: what can be asked about by a
/// bare name.
/// </summary>
internal sealed class BroughtMembers(CSharpCellsOptions options)
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Lazy<ILookup<string, Type>> _owners = new(() => Find(options));

    /// <summary>The names, those of the globals first.</summary>
    public IEnumerable<string> Names => _owners.Value.Select(g => g.Key);

    /// <summary>The types that have a member of a name, nearest to the globals first.</summary>
    public IEnumerable<Type> OwnersOf(string name) => _owners.Value[name];

    private static ILookup<string, Type> Find(CSharpCellsOptions options)
    {
        var types = Reached(options).ToList();
        var extensions = options.References.SelectMany(a => a.GetExportedTypes())
            .Where(t => t.IsDefined(typeof(ExtensionAttribute)) && options.Usings.Contains(t.Namespace));
        return types.SelectMany(t => MembersOf(t).Select(m => (m.Name, Type: t)))
            .Concat(extensions.SelectMany(t => ExtensionsIn(t, types).Select(m => (m.Name, Type: t))))
            .Distinct()
            .ToLookup(m => m.Name, m => m.Type, StringComparer.Ordinal);
    }

    /// <summary>The types of members, and of their members, as far as cells can name them.</summary>
    private static IEnumerable<Type> Reached(CSharpCellsOptions options)
    {
        if ((options.GlobalsType ?? options.Globals?.GetType()) is not { } globals)
            return [];
        var found = new List<Type> { globals };
        for (var i = 0; i < found.Count; i++)
        {
            var next = MembersOf(found[i]).Select(TypeOf).Append(found[i].BaseType).SelectMany(Parts)
                .Where(t => t.Assembly == globals.Assembly && options.Usings.Contains(t.Namespace));
            found.AddRange(next.Distinct().Except(found).ToList());
        }

        return found;
    }

    private static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Own)
        .Where(m => m is PropertyInfo { Name: not "Item" } or MethodInfo { IsSpecialName: false })
        .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Where(m => m is not MethodInfo method || method.GetBaseDefinition().DeclaringType != typeof(object));

    private static IEnumerable<MethodInfo> ExtensionsIn(Type type, List<Type> receivers) =>
        type.GetMethods(Own).Where(m => m.IsDefined(typeof(ExtensionAttribute))
            && Parts(m.GetParameters()[0].ParameterType).Any(receivers.Contains));

    private static Type? TypeOf(MemberInfo member) =>
        member is PropertyInfo property ? property.PropertyType : ((MethodInfo)member).ReturnType;

    // A type's definition and what it is made of: the row of a list, the result of a task.
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return [];
        if (type.IsArray)
            return Parts(type.GetElementType());
        return type.IsGenericType
            ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
            : [type];
    }
}
