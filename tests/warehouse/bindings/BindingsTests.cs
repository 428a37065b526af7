using System.Reflection;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace QualityInsight.Warehouse.Tests.Bindings;

/// <summary>The stand-in holds all that DuckDB.NET.Data asks of it, and asks nothing the library has not.</summary>
public class BindingsTests
{
    private const string Target = "DuckDB.NET.Bindings";
    private static readonly string Data = typeof(DuckDBConnection).Assembly.Location;
    private static readonly Assembly Bindings = typeof(DuckDBResult).Assembly;

    [Fact]
    public void Every_type_that_DuckDB_NET_Data_refers_to_is_there()
    {
        var asked = MemberReferences.TypesAsked(Data, Target);
        Assert.Equal(57, asked.Count);
        Assert.Empty(asked.Except(MemberReferences.Defined(Bindings.Location)));
    }

    [Fact]
    public void Every_member_that_DuckDB_NET_Data_refers_to_is_there_with_its_exact_signature()
    {
        var asked = MemberReferences.MembersAsked(Data, Target);
        Assert.Equal(206, asked.Count);
        Assert.Empty(asked.Except(MemberReferences.Defined(Bindings.Location)));
    }

    [Fact]
    public void Identity_is_the_one_that_DuckDB_NET_Data_refers_to()
    {
        var asked = typeof(DuckDBConnection).Assembly.GetReferencedAssemblies().Single(name => name.Name == Target);
        Assert.Equal(asked.FullName, Bindings.GetName().FullName);
    }

    [Fact]
    public void Every_imported_function_is_exported_by_the_library()
    {
        var imported = Bindings.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => (method.Attributes & MethodAttributes.PinvokeImpl) != 0)
            .Select(method => method.GetCustomAttribute<DllImportAttribute>()!.EntryPoint!)
            .ToList();
        Assert.True(imported.Count >= 180, $"only {imported.Count} imports found");
        var library = NativeLibrary.Load("duckdb", Bindings, null);
        Assert.All(imported, entry => Assert.True(NativeLibrary.TryGetExport(library, entry, out _), entry));
    }

    [Fact]
    public void Library_is_the_version_the_bindings_are_for() =>
        Assert.Equal("v1.5.6", NativeMethods.Startup.DuckDBLibraryVersion());
}
