using System.Xml.Linq;
using QualityInsight.Testing;

namespace QualityInsight.Architecture.Tests;

/// <summary>Who may know whom: read from the project files, so that a new reference is seen the day it is added.</summary>
public sealed class RoomRuleTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["warehouse/bindings"] = [],
        ["warehouse"] = ["warehouse/bindings"],
        ["warehouse/sandbox"] = ["warehouse"],
        ["feedback"] = [],
        ["city"] = [],
        ["ingest"] = ["warehouse"],
        ["analytics"] = ["warehouse"],
        ["reports"] = ["warehouse", "analytics"],
        ["web"] = ["warehouse", "warehouse/sandbox", "ingest", "analytics", "feedback", "reports"],
        ["jobs"] = ["warehouse", "ingest", "analytics", "feedback", "reports", "web", "city"],
    };

    public static TheoryData<string> Rooms => new(MayKnow.Keys);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_it_may(string room)
    {
        var known = References(room);
        Assert.Equal([], known.Except(MayKnow[room]));
    }

    [Fact]
    public void Every_product_project_is_a_room_of_the_rule()
    {
        var projects = ProjectFiles().Where(p => !p.StartsWith("tests/", StringComparison.Ordinal))
            .Select(p => Path.GetDirectoryName(p)!.Replace('\\', '/'));
        Assert.Equal(MayKnow.Keys.Order(), projects.Order());
    }

    [Fact]
    public void Every_room_says_what_belongs_there()
    {
        var without = MayKnow.Keys.Append("tests").Where(r => !File.Exists(Path.Combine(Repository.Root, r, "README.md")));
        Assert.Equal([], without);
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "QualityInsight.sln")).Replace('\\', '/');
        Assert.Equal([], ProjectFiles().Where(p => !solution.Contains(p, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> References(string room)
    {
        var folder = Path.Combine(Repository.Root, room);
        var project = Directory.GetFiles(folder, "*.csproj").Single();
        return XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFullPath(Path.Combine(folder, r.Attribute("Include")!.Value.Replace('\\', '/').Replace("$(RepositoryRoot)", Repository.Root + "/"))))
            .Select(p => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(p)!).Replace('\\', '/'));
    }

    private static IEnumerable<string> ProjectFiles() =>
        SourceTree.Files("*.csproj");
}
