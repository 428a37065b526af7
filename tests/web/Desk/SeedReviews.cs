using QualityInsight.Feedback;

namespace QualityInsight.Web.Tests.Desk;

/// <summary>The seeded bad reviews, as facts and as the router reads them.</summary>
public static class SeedReviews
{
    public const string Source = "desk-test";

    /// <summary>A review that would run as a script, were it not shown as text.</summary>
    public const string Script = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">办事太慢";

    /// <summary>A review that would run as a formula in a spreadsheet.</summary>
    public const string Formula = "=HYPERLINK(\"http://evil.example\",\"点我\")";

    /// <summary>The name of whoever rated, as the vault keeps it.</summary>
    public const string Citizen = "欧阳来访";

    /// <summary>Their telephone.</summary>
    public const string Phone = "13900001234";

    private static readonly (int Level, string Org, string Hall, string Counter, string Item, string? Text, string[] Tags, bool Named)[] Written =
    [
        (1, "RS", "H1", "01", "I1", "上午九点取号，等到十一点半才叫到，窗口只开了一个。问了两次都说“再等等”，午休前还差点不给办。", ["115"], true),
        (2, "RS", "H1", "02", "I1", "材料清单上没写要户口本原件，白跑一趟，第二次来又说照片底色不对。能不能一次说清楚？", ["208", "210"], true),
        (2, "RS", "H2", "01", "I2", "网上预约了十点，到了大厅还要重新取号排队，那预约有什么用。", ["212"], true),
        (1, "RS", "H3", "02", "I2", null, ["108"], false),
        (2, "RS", "H1", "01", "I2", "办事员对政策不熟，打了三个电话才问清楚，前后一个多小时。", ["213"], true),
        (1, "GA", "H2", "02", "I3", "说好七个工作日出证，第十二天还没有消息，电话打不通。", ["110"], true),
        (2, "GA", "H2", "02", "I3", "态度很生硬，问一句怼一句。", ["214"], true),
        (1, "SC", "H1", "03", "I4", Script, ["109"], true),
        (2, "SC", "H3", "01", "I4", Formula, ["209"], true),
        (2, "SC", "H1", "03", "I4", "让我先去街道盖章，街道说不用盖，来回三次。", ["210"], false),
        (1, "RS", "H2", "03", "I1", "点错了，其实挺满意的。", ["115"], true),
        (2, "RS", "H1", "01", "I1", "叫号机坏了也没人管，大家围着窗口吵。", ["209"], true),
    ];

    public static IReadOnlyList<BadReview> Of(DateTime now) =>
    [
        .. Written.Select((w, i) => new BadReview
        {
            Source = Source, ReviewNo = $"R{i + 1:0000}", Level = w.Level, ReviewedAt = now.Date.AddDays(-1).AddHours(9).AddMinutes(17 * i),
            OrgCode = w.Org, OrgName = SeedPlaces.Orgs.First(o => o.Code == w.Org).Name,
            HallCode = w.Hall, HallName = SeedPlaces.Halls.First(h => h.Code == w.Hall).Name,
            CounterCode = w.Counter, CounterName = w.Counter + " 号窗口",
            ItemCode = w.Item, ItemName = SeedPlaces.Items.First(x => x.Code == w.Item).Name,
            TicketNo = $"T{i + 1:0000}", TextMasked = w.Text, Channel = "HALL_PAD", IsNamed = w.Named,
            PersonHash = w.Named ? $"hash-{i % 3}" : null,
            Tags = [.. w.Tags.Select(t => new ReviewTag(t, t))], Labels = ["P01"], StaffCode = "S01",
        }),
    ];

    /// <summary>The reviews as a feed of the router.</summary>
    public sealed class Feed(IReadOnlyList<BadReview> reviews) : IBadReviewSource
    {
        public async IAsyncEnumerable<SourcedReview> ReadAsync(
            IReadOnlyCollection<int> levels, string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.CompletedTask;
            for (var i = 0; i < reviews.Count; i++)
                if (levels.Contains(reviews[i].Level))
                    yield return new(reviews[i], $"{i:00000000}");
        }
    }
}
