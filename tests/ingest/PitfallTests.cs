using System.IO.Compression;
using System.Text;

namespace QualityInsight.Ingest.Tests;

/// <summary>What real feeds do: encodings, headers, dates, codes, lost zeros, placeholders, directions.</summary>
public sealed class PitfallTests
{
    private const string Header = "编号,渠道,评价时间,满意度,文字评价,评价内容\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    public void Encodings_are_found_out(string name, bool bom)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        using var house = new House();
        byte[] bytes = [.. bom ? encoding.GetPreamble() : [], .. encoding.GetBytes(Header + "r1,1,2024-05-06 07:08:09,2,窗口人员很冷淡，𠮷田,213\n")];
        var report = house.Runner.Load(Feeds.Reviews(), house.WriteBytes("f.csv", bytes));
        Assert.Equal((1, 1, 0, 0), report.Headline.Counts());
        Assert.Equal("窗口人员很冷淡，𠮷田", house.Text("SELECT text_masked FROM review"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_quarantined_not_replaced()
    {
        using var house = new House();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + "r1,1,2024-05-06 07:08:09,2,好的好的好的好的好的好的,213\nr2,1,2024-05-06 07:08:09,2,"), 0xFF, 0xFE, .. ",213\n"u8];
        var report = house.Runner.Load(Feeds.Reviews(), house.WriteBytes("f.csv", bytes));
        Assert.Equal((2, 1, 0, 1), report.Headline.Counts());
        Assert.Equal("3 invalid_bytes", house.Text("SELECT line_no || ' ' || reason FROM quarantine"));
    }

    [Fact]
    public void Gzip_is_unpacked_on_the_way()
    {
        using var house = new House();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Header + "r1,1,2024-05-06 07:08:09,5,,\n"));
        Assert.Equal((1, 1, 0, 0), house.Runner.Load(Feeds.Reviews(), house.WriteBytes("f.csv.gz", packed.ToArray())).Headline.Counts());
        var cut = Assert.Throws<IngestRefusedException>(() => house.Runner.Load(Feeds.Reviews(), house.WriteBytes("g.csv.gz", [0x1F, 0x8B, 1, 2, 3])));
        Assert.Equal(RefusalKind.BrokenArchive, cut.Kind);
    }

    [Fact]
    public void Headers_drift_columns_move_and_blank_rows_do_not_count()
    {
        using var house = new House();
        var profile = ProfileCatalog.Parse("drift", """
            profile: drift
            title: 工单
            source: s
            columns: {no: [12345工单编号, 工单编号]}
            outputs:
              - entity: ticket
                fields: {ticket_no: no, status: {const: OPEN}, applied_at: 受理时间}
            """);
        Assert.Equal(1, house.Load(profile, "受理时间,１２３４５工单编号 \n2024/5/6,A1\n,\n", "a.csv").Headline.Loaded);
        Assert.Equal(1, house.Load(profile, "其他,工单编号,受理时间\nx,A2,2024/5/6\n,,\n", "b.csv").Headline.Loaded);
    }

    [Theory]
    [InlineData("2024/5/6 7:08:09")]
    [InlineData("2024-05-06 07:08:09")]
    [InlineData("20240506T070809")]
    [InlineData("20240506070809")]
    [InlineData("45418.2973263889")]
    [InlineData("２０２４-０５-０６　０７:０８:０９")]
    public void Dates_of_many_shapes_mean_one_time(string text)
    {
        using var house = new House();
        house.Load(Feeds.Reviews(top: "date_formats: [iso, loose, compact, excel]"), Header + $"r1,1,{text},5,,\n");
        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9), house.Ask("SELECT reviewed_at FROM review", r => r.Timestamp(0)));
    }

    [Theory]
    [InlineData("r1,9,2024-05-06 07:08:09,5,,", "渠道", "9", "unmapped_code")]
    [InlineData("r1,1,2024-05-06 07:08:09,6,,", "满意度", "6", "unmapped_code")]
    [InlineData("r1,1,2024-13-06 07:08:09,5,,", "评价时间", "2024-13-06 07:08:09", "bad_time")]
    [InlineData("r1,1,1999-12-31 07:08:09,5,,", "评价时间", "1999-12-31 07:08:09", "too_early")]
    [InlineData("r1,1,2026-11-24 07:08:09,5,,", "评价时间", "2026-11-24 07:08:09", "in_future")]
    [InlineData(",1,2024-05-06 07:08:09,5,,", "编号", "", "missing_value")]
    [InlineData("1.23457E+17,1,2024-05-06 07:08:09,5,,", "编号", "1.23457E+17", "number_rounded")]
    [InlineData("r1,1,2024-05-06 07:08:09,5,", null, null, "field_count")]
    [InlineData("r1,1,2024-05-06 07:08:09,5,,,", null, null, "field_count")]
    [InlineData("r1,1,2024-05-06 07:08:09,5,\"a\"b,", null, null, "broken_quotes")]
    public void What_cannot_be_read_says_line_column_value_and_reason(string row, string? column, string? value, string reason)
    {
        using var house = new House();
        var report = house.Load(Feeds.Reviews(), Header + "r0,1,2024-05-06 07:08:09,5,,\n" + row + "\n");
        Assert.Equal((2, 1, 0, 1), report.Headline.Counts());
        Assert.Equal($"3|{column ?? "∅"}|{value ?? "∅"}|{reason}",
            house.Text("SELECT concat_ws('|', line_no, coalesce(column_name, '∅'), coalesce(value_masked, '∅'), reason) FROM quarantine"));
        Assert.Equal(reason, report.Headline.Reasons.Single().Reason);
    }

    [Fact]
    public void Leading_zeros_stay_and_lost_ones_are_put_back()
    {
        using var house = new House();
        var profile = Feeds.Tickets(fields: "      area_code: {column: 区划, pad: 6}\n      staff_code: 工号");
        house.Load(profile, "办件编号,状态,申请时间,办结时间,区划,工号\n0001,1,2024-05-06,,10203,007\n");
        Assert.Equal("0001 010203 007", house.Text("SELECT concat_ws(' ', ticket_no, area_code, staff_code) FROM ticket"));
    }

    [Theory]
    [InlineData("five_is_best", "1", 1)]
    [InlineData("five_is_best", "5", 5)]
    [InlineData("one_is_best", "1", 5)]
    [InlineData("one_is_best", "5", 1)]
    public void The_declared_direction_decides_the_level(string direction, string code, int level)
    {
        using var house = new House();
        house.Load(Feeds.Reviews(direction), Header + $"r1,1,2024-05-06 07:08:09,{code},,\n");
        Assert.Equal(level, house.Count("SELECT level FROM review"));
    }

    [Fact]
    public void A_keypad_with_codes_of_its_own_is_mapped_and_not_rated_is_no_review()
    {
        using var house = new House();
        var profile = ProfileCatalog.Parse("keypad", """
            profile: keypad
            title: 按键器
            source: keypad
            outputs:
              - entity: review
                satisfaction: mapped
                skip_when:
                  - column: {评价: ["4", ""]}
                fields:
                  review_no: 编号
                  channel: {const: HALL_PAD}
                  reviewed_at: 时间
                  level: {column: 评价, map: {"3": 5, "2": 4, "1": 3, "0": 2, "5": 1}}
            """);
        var report = house.Load(profile, "编号,时间,评价\na,2024-05-06,3\nb,2024-05-06,0\nc,2024-05-06,4\nd,2024-05-06,\ne,2024-05-06,7\n");
        Assert.Equal((3, 2, 0, 1), report.Headline.Counts());
        Assert.Equal(2, report.Headline.Skipped);
        Assert.Equal(["5", "2"], house.Texts("SELECT level::TEXT FROM review ORDER BY review_no"));
    }

    [Fact]
    public void A_reversed_direction_is_noticed()
    {
        using var house = new House();
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"r{i},1,2024-05-06 07:08:09,{(i % 10 == 0 ? 5 : 1)},,\n"));
        Assert.Equal(["direction_probably_reversed"], house.Load(Feeds.Reviews(), Header + rows, "a.csv").Headline.Warnings);
        using var right = new House();
        Assert.Empty(right.Load(Feeds.Reviews("one_is_best"), Header + rows, "a.csv").Headline.Warnings);
    }

    [Fact]
    public void Tags_of_mixed_separators_are_kept_and_those_of_another_level_dropped_and_counted()
    {
        using var house = new House();
        var report = house.Load(Feeds.Reviews(), Header + "r1,1,2024-05-06 07:08:09,2,,\"213,214|207\"\nr2,1,2024-05-06 07:08:09,5,,\"510,108,abc\"\n");
        Assert.Equal(["r1 207", "r1 213", "r1 214", "r2 510"], house.Texts("SELECT review_no || ' ' || code FROM review_tag ORDER BY ALL"));
        Assert.Equal(["tag_level_mismatch 1 108", "unknown_tag 1 abc"], report.Headline.Nulled.Select(n => $"{n.Reason} {n.Count} {n.Example}").Order());
        Assert.Equal(2, house.Count("SELECT sum(n) FROM nulled_value"));
    }

    [Fact]
    public void Tags_as_name_and_code_pairs()
    {
        using var house = new House();
        var profile = ProfileCatalog.Parse("pairs", $"profile: pairs\ntitle: t\nsource: s\noutputs:\n  - entity: review\n    satisfaction: five_is_best\n    fields:\n{Feeds.ReviewFields.Replace("{column: 评价内容, optional: true}", "{column: 评价内容, style: pairs}", StringComparison.Ordinal)}\n");
        house.Load(profile, Header + "r1,1,2024-05-06 07:08:09,5,,\"一窗受理,510|热情,517|谢谢\"\n");
        Assert.Equal(["510", "517"], house.Texts("SELECT code FROM review_tag ORDER BY 1"));
    }

    [Fact]
    public void System_defaults_and_named_reviewers_are_told_apart()
    {
        using var house = new House();
        house.Load(Feeds.Reviews(), "编号,渠道,评价时间,满意度,姓名,手机\na,7,2024-05-06,5,,\nb,1,2024-05-06,5,张三,13812345678\nc,1,2024-05-06,5,李四,\n");
        Assert.Equal(["a true false", "b false true", "c false false"], house.Texts("SELECT concat_ws(' ', review_no, is_default, is_named) FROM review ORDER BY 1"));
        Assert.Equal(House.Hasher.Phone("13812345678"), house.Text("SELECT person_hash FROM review WHERE review_no = 'b'"));
        Assert.Equal(House.Hasher.Name("张三"), house.Text("SELECT name_hash FROM review WHERE review_no = 'b'"));
    }

    [Fact]
    public void Nothing_personal_reaches_the_warehouse_not_even_by_quarantine()
    {
        using var house = new House();
        house.Load(Feeds.Reviews(), "编号,渠道,评价时间,满意度,姓名,手机,文字评价\na,1,2024-05-06,1,张三丰,13812345678,我叫张三丰电话13812345678\nb,1,bad,1,张三丰,13812345678,我叫张三丰电话13812345678\n");
        Assert.Equal(1, house.Count("SELECT count(*) FROM quarantine"));
        Assert.Equal("b,1,bad,1,张**,138****5678,我叫张**电话138****5678", house.Text("SELECT raw_masked FROM quarantine"));
        Assert.Equal("我叫张**电话138****5678", house.Text("SELECT text_masked FROM review"));
    }

    [Fact]
    public void Text_starts_with_its_first_character()
    {
        using var house = new House();
        house.Load(Feeds.Reviews(), Header + "r1,1,2024-05-06,1,\"\t\n　窗口冷淡\n第二行\",\n");
        Assert.Equal("窗口冷淡\n第二行", house.Text("SELECT text_masked FROM review"));
    }

    [Fact]
    public void A_json_line_feed_reads_as_a_table()
    {
        using var house = new House();
        var profile = Feeds.Reviews(top: "format: {type: jsonl}");
        var report = house.Runner.Load(profile, house.Write("f.jsonl",
            "{\"编号\":\"j1\",\"渠道\":1,\"评价时间\":\"2024-05-06 07:08:09\",\"满意度\":2,\"评价内容\":[\"213\",\"214\"]}\n{\"编号\":\"j2\"\n\n{\"编号\":\"j3\",\"渠道\":1,\"评价时间\":\"2024-05-06 07:08:09\",\"满意度\":null}\n"));
        Assert.Equal((3, 1, 0, 2), report.Headline.Counts());
        Assert.Equal(["2 broken_json", "4 missing_value"], house.Texts("SELECT line_no || ' ' || reason FROM quarantine ORDER BY line_no"));
        Assert.Equal(2, house.Count("SELECT count(*) FROM review_tag"));
    }
}
