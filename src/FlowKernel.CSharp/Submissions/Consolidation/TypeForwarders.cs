using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// An assembly without types of its own, by which .NET finds those of others (ECMA-335, II.22.14, exported types).
/// </summary>
internal sealed class TypeForwarders
{
    private const TypeAttributes IsForwarder = (TypeAttributes)0x00200000;

    private readonly MetadataBuilder _metadata = new();

    private TypeForwarders(string name)
    {
        var text = _metadata.GetOrAddString(name);
        _metadata.AddModule(0, text, _metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        _metadata.AddAssembly(text, new Version(0, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        _metadata.AddTypeDefinition(
            default, default, _metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1));
    }

    /// <summary>The image of an assembly of that name that forwards to the types inside the classes of cells.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cells">The cells as they are loaded.</param>
    public static byte[] To(string name, IEnumerable<Assembly> cells)
    {
        var forwarders = new TypeForwarders(name);
        foreach (var cell in cells)
            forwarders.Add(cell);
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(forwarders._metadata), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }

    private void Add(Assembly cell)
    {
        var reader = cell.Reader();
        var assembly = _metadata.AddAssemblyReference(
            _metadata.GetOrAddString(cell.GetName().Name!), new Version(0, 0, 0, 0), default, default, default, default);
        var all = reader.TypeDefinitions.Select(reader.GetTypeDefinition);
        foreach (var type in all.Where(t => !t.IsNested && CellClass.Is(reader.GetString(t.Name))))
            Add(type, assembly, IsForwarder, reader);
    }

    private void Add(TypeDefinition type, EntityHandle place, TypeAttributes attributes, MetadataReader reader)
    {
        var exported = _metadata.AddExportedType(attributes, default, _metadata.GetOrAddString(reader.GetString(type.Name)), place, 0);
        foreach (var nested in type.GetNestedTypes())
            Add(reader.GetTypeDefinition(nested), exported, default, reader);
    }
}
