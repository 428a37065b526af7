using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using QualityInsight.Warehouse;

namespace QualityInsight.Ingest.Tests;

/// <summary>Accounting of arbitrary files, and what a fault at any step leaves behind.</summary>
public sealed class WholeBatchTests
{
    private const string Header = "编号,渠道,评价时间,满意度,文字评价,评价内容\n";

    [Theory]
    [InlineData("staged")]
    [InlineData("loaded review")]
    [InlineData("before commit")]
    public void A_fault_at_any_step_leaves_whole_batches_only(string step)
    {
        using var house = new House();
        house.Load(Feeds.Reviews(), Header + "r0,1,2024-05-06,5,,510\n", "a.csv");
        house.Runner.Step = s => { if (s == step) throw new IOException("the power failed"); };
        var file = house.Write("b.csv", Header + "r1,1,2024-05-06,5,,510\nr2,9,2024-05-06,5,,\n");
        Assert.Throws<IOException>(() => house.Runner.Load(Feeds.Reviews(), file));
        const string All = "SELECT (SELECT count(*) FROM review) + (SELECT count(*) FROM review_tag) + (SELECT count(*) FROM batch) + (SELECT count(*) FROM quarantine)";
        Assert.Equal(3, house.Count(All));
        house.Runner.Step = null;
        Assert.Equal((2, 1, 0, 1), house.Runner.Load(Feeds.Reviews(), file).Headline.Counts());
        Assert.Equal(7, house.Count(All));
    }

    [Fact]
    public void People_are_handed_on_only_once_the_batch_is_committed()
    {
        var sink = new Sink();
        using var house = new House(people: sink);
        var csv = "编号,渠道,评价时间,满意度,姓名,手机\na,1,2024-05-06,1,张三,13812345678\n";
        house.Runner.Step = s => { if (s == "before commit") throw new IOException("the power failed"); };
        Assert.Throws<IOException>(() => house.Load(Feeds.Reviews(), csv));
        Assert.Empty(sink.People);
        house.Runner.Step = null;
        house.Load(Feeds.Reviews(), csv);
        Assert.Equal(new PersonContact(House.Hasher.Phone("13812345678"), "张三", "13812345678"), sink.People.Single());
    }

    [Fact]
    public void Contact_data_is_kept_of_those_to_call_back_only()
    {
        var sink = new Sink();
        using var house = new House(people: sink);
        house.Load(Feeds.Reviews(), "编号,渠道,评价时间,满意度,姓名,手机\na,1,2024-05-06,5,张三,13812345678\nb,1,2024-05-06,2,李四,13912345678\n");
        Assert.Equal("李四", sink.People.Single().Name);
    }

    [Fact]
    public void Two_loads_at_once_wait_for_each_other()
    {
        using var house = new House();
        var files = Enumerable.Range(0, 6).Select(f => house.Write($"f{f}.csv", Header + string.Concat(Enumerable.Range(0, 200).Select(i => $"r{f * 100 + i},1,2024-05-06,5,,\n")))).ToList();
        Parallel.ForEach(files, f => new IngestRunner(house.Warehouse, House.Hasher, house.Time).Load(Feeds.Reviews(), f));
        Assert.Equal(700, house.Count("SELECT count(*) FROM review"));
        Assert.Equal(6, house.Count("SELECT count(DISTINCT batch_id) FROM batch WHERE rows_in = 200 AND rows_in = loaded + duplicate + quarantined"));
        Assert.Equal(700, house.Count("SELECT sum(loaded) FROM batch"));
    }

    [Fact]
    public void Whatever_the_file_rows_in_is_loaded_and_duplicate_and_quarantined()
    {
        var cell = Gen.Elements("r1", "r2", "r3", "1", "2", "9", "5", "2024-05-06", "2024-05-06 10:00:00", "20240506", "", " ", "\"a,b\"", "\"x\ny\"", "\"open", "q\"uote", "213", "213|214", "５", "坏", "\u3000", "NULL", "1.2E+17");
        var good = Gen.Choose(0, 5).Select(n => string.Create(CultureInfo.InvariantCulture, $"r{n},{n % 5},2024-05-06,{n},,"));
        var messy = Gen.ArrayOf(cell, 6).Select(c => string.Join(',', c));
        var ragged = Gen.ArrayOf(cell).Select(c => string.Join(',', c));
        var file = Gen.ArrayOf(Gen.Frequency((6, good), (3, messy), (1, ragged))).Where(r => r.Any(l => l.Trim(',', ' ', '\u3000').Length > 0)).Select(r => Header + string.Join('\n', r) + "\n");
        using var house = new House();
        var loaded = 0;
        Prop.ForAll(file.ToArbitrary(), text =>
        {
            IngestReport first;
            try { first = house.Load(Feeds.Reviews(), text, $"f{loaded++}.csv"); }
            catch (IngestRefusedException e) when (e.Kind == RefusalKind.HeaderOnly) { return true; }
            first.Balances();
            var again = house.Load(Feeds.Reviews(), text, "again.csv");
            return again.Headline.Loaded == 0 && again.Headline.Duplicate == first.Headline.RowsIn
                && house.Count($"SELECT count(*) FROM quarantine WHERE batch_id = {first.Headline.Batch}") == first.Headline.Quarantined
                && house.Count($"SELECT count(*) FROM review WHERE batch_id = {first.Headline.Batch}") == first.Headline.Loaded;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
        Assert.Equal(house.Count("SELECT count(*) FROM review"), house.Count("SELECT count(DISTINCT review_no) FROM review"));
    }

    private sealed class Sink : IPersonSink
    {
        internal List<PersonContact> People { get; } = [];

        public bool Wanted => true;

        public void Store(IReadOnlyCollection<PersonContact> people) => People.AddRange(people);
    }
}
