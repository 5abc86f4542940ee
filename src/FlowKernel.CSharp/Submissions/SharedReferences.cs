using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// Lets a cell use what the compiler has worked out about the references of the cell before it. Submissions inherit
/// their references, but the compiler binds them anew for each, merges their namespaces anew, and keeps both
/// with it; what it keeps differs in nothing but the name of the assembly, since a cell's own types are not
/// members of a namespace. It has no public way to say so: this one looks inside, and where it does not find what it
/// knows the cell works out its own.
/// </summary>
internal static class SharedReferences
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly FieldInfo? Manager = typeof(CSharpCompilation).GetField("_referenceManager", Any);
    private static readonly FieldInfo? Merged = typeof(CSharpCompilation).GetField("_lazyGlobalNamespace", Any);
    private static readonly FieldInfo? AssemblyName = Manager?.FieldType.GetField("SimpleAssemblyName", Any);
    private static readonly MethodInfo Clone = typeof(object).GetMethod(nameof(MemberwiseClone), Any)!;

    /// <summary>Whether this compiler is as it is known here.</summary>
    public static bool IsPossible =>
        Manager is not null && Merged is not null && AssemblyName?.FieldType == typeof(string);

    /// <summary>
    /// Gives a cell, nothing of which has been bound yet, the references of the cell before it, provided that it names
    /// none of its own and the other has no <c>#r</c>, which count for it alone.
    /// </summary>
    public static CSharpCompilation Share(CSharpCompilation cell)
    {
        if (!IsPossible || cell.ExternalReferences.Length > 0 || cell.RefersToFiles()
            || cell.ScriptCompilationInfo?.PreviousScriptCompilation is not { } previous || previous.RefersToFiles())
        {
            return cell;
        }

        // Only what is bound can be shared.
        _ = (previous.Assembly, previous.GlobalNamespace);
        var shared = Clone.Invoke(Manager!.GetValue(previous), null);
        AssemblyName!.SetValue(shared, cell.AssemblyName);
        Manager.SetValue(cell, shared);
        Merged!.SetValue(cell, Merged.GetValue(previous));
        return cell;
    }
}
