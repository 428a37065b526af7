using QualityInsight.Jobs.Host;
using QualityInsight.Jobs.Scheduled;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>Files dropped into <c>inbox/PROFILE/</c>: loaded and put away, or refused with the reason beside them.</summary>
[Collection("command line")]
public sealed class InboxTests : IDisposable
{
    private const string Header = "assessId,assessNumber,projectNo,taskCode,deptCode,areaCode,hallCode,windowNo,proManager,deviceNo,pf,satisfaction,evalDetail,"
        + "writingEvaluation,assessTime,acceptDate,serviceTime,certKey,userName,mobile\n";
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_good_file_is_loaded_and_put_away_a_bad_one_is_refused_with_its_reason()
    {
        Drop("city-a-reviews", "a.csv", Header + Row("A1"));
        Drop("city-a-reviews", "b.csv", "x,y\n1,2\n");
        Drop("city-a-reviews", ".part.csv", Header + Row("A9"));
        Drop("no-such-profile", "c.csv", Header + Row("A2"));
        Assert.Equal("1 files, 1 rows loaded, 2 files refused", await Step());
        Assert.Equal([".part.csv", "loaded/a.csv", "refused/b.csv", "refused/b.csv.why.txt"], Files("city-a-reviews"));
        Assert.Contains("Missing: ", await File.ReadAllTextAsync(At("city-a-reviews", "refused", "b.csv.why.txt")));
        Assert.Contains("no-such-profile", await File.ReadAllTextAsync(At("no-such-profile", "refused", "c.csv.why.txt")));
        Assert.Equal("0 files, 0 rows loaded, 0 files refused", await Step());
    }

    [Fact]
    public async Task A_later_file_of_the_same_name_does_not_overwrite_the_earlier_one()
    {
        Drop("city-a-reviews", "a.csv", Header + Row("A1"));
        await Step();
        Drop("city-a-reviews", "a.csv", Header + Row("A2") + Row("A3"));
        Assert.Equal("1 files, 2 rows loaded, 0 files refused", await Step());
        Assert.Equal(["loaded/a.2.csv", "loaded/a.csv"], Files("city-a-reviews"));
        Assert.Contains("A1", await File.ReadAllTextAsync(At("city-a-reviews", "loaded", "a.csv")));
    }

    [Fact]
    public async Task Without_an_inbox_there_is_nothing_to_do() => Assert.Equal("nothing in the inbox", await Step());

    public void Dispose() => _folder.Dispose();

    private static string Row(string no) => $"{no},1,,,,,,,,,1,5,,好,2024-05-06 10:00:00,,,,,\n";

    private async Task<string> Step()
    {
        using var workshop = Workshop.Open(new Deployment(_folder.Path));
        using var operations = await Operations.Open(workshop.Deployment, workshop.Time, CancellationToken.None);
        return await new IngestStep(workshop, operations).Run(CancellationToken.None);
    }

    private void Drop(string profile, string name, string text)
    {
        Directory.CreateDirectory(At(profile));
        File.WriteAllText(At(profile, name), text);
    }

    private string At(params string[] parts) => _folder.File(["inbox", .. parts]);

    private string[] Files(string profile) =>
        [.. Directory.GetFiles(At(profile), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(At(profile), f)).Order(StringComparer.Ordinal)];
}
