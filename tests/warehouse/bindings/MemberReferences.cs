using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace QualityInsight.Warehouse.Tests.Bindings;

/// <summary>What one assembly's metadata asks of another, and what an assembly defines, as comparable text.</summary>
internal static class MemberReferences
{
    /// <summary>The full names of the types of <paramref name="target"/> that <paramref name="assembly"/> refers to.</summary>
    public static IReadOnlyList<string> TypesAsked(string assembly, string target)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Where(type => ComesFrom(reader, type, target)).Select(type => NameOf(reader, type))];
    }

    /// <summary>Each member of <paramref name="target"/> that <paramref name="assembly"/> refers to: type, name, signature.</summary>
    public static IReadOnlyList<string> MembersAsked(string assembly, string target)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var names = new SignatureNames();
        var found = new List<string>();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
                continue;
            var parent = (TypeReferenceHandle)member.Parent;
            if (!ComesFrom(reader, parent, target))
                continue;
            var signature = member.GetKind() == MemberReferenceKind.Field
                ? member.DecodeFieldSignature(names, null)
                : Describe(member.DecodeMethodSignature(names, null));
            found.Add($"{NameOf(reader, parent)}::{reader.GetString(member.Name)} {signature}");
        }

        return found;
    }

    /// <summary>Every public member an assembly defines, in the same form; and its types by name alone.</summary>
    public static IReadOnlySet<string> Defined(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var names = new SignatureNames();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var name = NameOf(reader, handle);
            found.Add(name);
            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(m => IsPublic((int)m.Attributes)))
                found.Add($"{name}::{reader.GetString(method.Name)} {Describe(method.DecodeSignature(names, null))}");
            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(f => IsPublic((int)f.Attributes)))
                found.Add($"{name}::{reader.GetString(field.Name)} {field.DecodeSignature(names, null)}");
        }

        return found;
    }

    // MethodAttributes and FieldAttributes share the access mask and the value of public.
    private static bool IsPublic(int attributes) => (attributes & 7) == 6;

    private static bool ComesFrom(MetadataReader reader, TypeReferenceHandle handle, string target)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => ComesFrom(reader, (TypeReferenceHandle)scope, target),
            HandleKind.AssemblyReference =>
                reader.StringComparer.Equals(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, target),
            _ => false,
        };
    }

    private static string Describe(MethodSignature<string> signature) =>
        $"{(signature.Header.IsInstance ? "instance " : "")}{signature.Header.CallingConvention} {signature.ReturnType}"
        + $"`{signature.GenericParameterCount}({string.Join(", ", signature.ParameterTypes)})";

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}+{reader.GetString(type.Name)}"
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(reader, outer)}+{reader.GetString(type.Name)}"
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private sealed class SignatureNames : ISignatureTypeProvider<string, object?>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        // The raw kind tells class (0x12) from value type (0x11): the loader checks that mark.
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            $"{rawTypeKind:x2}:{NameOf(reader, handle)}";

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            $"{rawTypeKind:x2}:{NameOf(reader, handle)}";

        public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, context);

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[rank {shape.Rank}]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
            $"{genericType}<{string.Join(", ", typeArguments)}>";

        public string GetGenericMethodParameter(object? context, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? context, int index) => $"!{index}";

        public string GetFunctionPointerType(MethodSignature<string> signature) => $"fnptr({Describe(signature)})";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
            isRequired ? $"{unmodifiedType} modreq({modifier})" : unmodifiedType;
    }
}
