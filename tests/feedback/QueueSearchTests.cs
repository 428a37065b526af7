using QualityInsight.Feedback.Store;
using QualityInsight.Testing;

namespace QualityInsight.Feedback.Tests;

public sealed class QueueSearchTests
{
    private static readonly string[] Texts =
    [
        "排队太久,态度不好", "窗口态度恶劣，等了2小时", "材料不全 让我跑了3趟", "系统慢，慢，慢", "Passport renewal took 90 days", "100% 没人理",
        "a-b 与 c_d", "度态不", "手续费ＡＢＣ１２３", "𠮷野家旁边的窗口", "好",
    ];

    [Fact]
    public void Chinese_becomes_pairs_and_a_last_character_other_words_stay_whole() =>
        Assert.Equal(["等了", "了", "2", "小时", "时", "gps", "定位", "位"], SearchTerms.Of(SearchTerms.Normal("等了２小时，GPS定位")));

    [Theory]
    [InlineData("态度", new[] { 0, 1 })]
    [InlineData("态度不好", new[] { 0 })]
    [InlineData("慢", new[] { 3 })]
    [InlineData("度", new[] { 0, 1, 7 })]
    [InlineData("好", new[] { 0, 10 })]
    [InlineData("等了2小时", new[] { 1 })]
    [InlineData("2小", new[] { 1 })]
    [InlineData("窗口 态度", new[] { 1 })]
    [InlineData("pass", new[] { 4 })]
    [InlineData("RENEWAL", new[] { 4 })]
    [InlineData("newal", new int[0])]            // a word is found from its beginning
    [InlineData("100%", new[] { 5 })]
    [InlineData("1_0%", new int[0])]
    [InlineData("a-b", new[] { 6 })]
    [InlineData("a_b", new int[0])]              // taken literally
    [InlineData("abc123", new[] { 8 })]          // full-width forms
    [InlineData("𠮷野", new[] { 9 })]            // beyond the basic plane
    [InlineData("野家", new[] { 9 })]
    [InlineData("不态", new int[0])]             // pairs have to follow each other
    [InlineData("\"态度\" OR 系统", new int[0])]  // never syntax
    [InlineData("态度 NOT 排队", new int[0])]
    [InlineData("terms:态度", new int[0])]
    [InlineData("态*", new int[0])]
    [InlineData("^态度", new int[0])]
    [InlineData("NEAR(态度 排队)", new int[0])]
    [InlineData("'; DROP TABLE case_search; --", new int[0])]
    [InlineData("%", new int[0])]
    [InlineData("\" & | ! <-> ( ) :* '", new int[0])]
    public async Task A_word_finds_exactly_the_texts_it_stands_in(string words, int[] expected)
    {
        using var w = await WorldAsync();
        foreach (var view in new[] { QueueView.Open, QueueView.All })
            Assert.Equal(expected, await Found(w.Room, words, view));
    }

    [PostgresFact]
    public async Task PostgreSQL_finds_the_same()
    {
        using var server = new PostgresServer();
        using var w = await WorldAsync();
        using var room = await FeedbackRoom.OpenAsync(OperationsStore.Postgres(server.ConnectionString), w.Time);
        await room.Router.RunAsync(new ListSource(Reviews()));
        foreach (var words in Texts.SelectMany(t => t.Split([' ', '，', ','], StringSplitOptions.RemoveEmptyEntries))
                     .Concat(["态度", "慢", "度", "2小", "pass", "newal", "a_b", "1_0%", "\"态度\" OR 系统", "' & | ! <-> :* '", "\\", "terms:态度", "🙂", "野家"]))
            foreach (var view in new[] { QueueView.Open, QueueView.All })
                Assert.Equal(await Found(w.Room, words, view), await Found(room, words, view));
    }

    [Fact]
    public async Task Every_part_of_a_chinese_text_finds_it()
    {
        using var w = await WorldAsync();
        const string text = "窗口态度恶劣";
        for (var from = 0; from < text.Length; from++)
            for (var length = 1; from + length <= text.Length; length++)
                Assert.Contains(1, await Found(w.Room, text.Substring(from, length), QueueView.Open));
    }

    [Fact]
    public async Task The_index_moves_with_the_case_and_can_be_made_anew()
    {
        using var w = await WorldAsync();
        await w.AddUserAsync(Make.Handler with { Name = "欧阳承办" });
        await w.DoAsync("HC-20261116-00002", Make.Leader, new AssignHandler("handler"));
        Assert.Equal((List<int>)[1], await Found(w.Room, "欧阳", QueueView.Open));
        Assert.Empty(await Found(w.Room, "欧阳", QueueView.Done));
        w.Scalar<int>("DELETE FROM case_search_key; SELECT 1");
        w.Scalar<int>("DELETE FROM case_search; SELECT 1");
        Assert.Empty(await Found(w.Room, "欧阳", QueueView.Open));
        await Projection.RebuildAsync(w.Room.Store);
        Assert.Equal((List<int>)[1], await Found(w.Room, "欧阳", QueueView.Open));
        Assert.Equal((List<int>)[0, 1], await Found(w.Room, "态度", QueueView.Open));
    }

    [Fact]
    public async Task A_store_whose_index_another_version_made_gets_a_new_one_when_opened()
    {
        using var w = await WorldAsync();
        w.Scalar<int>("DELETE FROM case_search_key; SELECT 1");
        w.Scalar<int>("DELETE FROM case_search; UPDATE search_version SET version = 0; SELECT 1");
        using var again = await w.OpenAgainAsync();
        Assert.Equal((List<int>)[0, 1], await Found(again, "态度", QueueView.Open));
    }

    private static BadReview[] Reviews() =>
        [.. Texts.Select((t, i) => Make.Review($"R-{i}") with { TextMasked = t, ItemName = "事项", HallName = "大厅", CounterName = "柜台", OrgName = "局", Tags = [] })];

    private static async Task<StoreWorld> WorldAsync()
    {
        var w = await StoreWorld.OpenAsync();
        await w.RouteAsync(Reviews());
        return w;
    }

    private static async Task<List<int>> Found(FeedbackRoom room, string words, QueueView view) =>
        [.. (await room.Desk.QueueAsync(new() { Text = words, View = view, Sort = QueueSort.CaseNo }, Make.Clerk)).Rows.Select(r => int.Parse(r.ReviewNo[2..]))];
}
