using System.Security.Cryptography;
using System.Text;

namespace QualityInsight.Feedback.Tests;

public sealed class EvidenceTests
{
    private static byte[] B(byte[] bytes) => bytes;

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static TheoryData<string, byte[]> Accepted => new()
    {
        { "image/jpeg", Samples.Jpeg() }, { "image/png", Samples.Png }, { "application/pdf", Samples.Pdf }, { "audio/wav", Samples.Wav },
        { "audio/mp4", Samples.Media("M4A ") }, { "video/mp4", Samples.Media("isom") }, { "video/quicktime", Samples.Media("qt  ") },
        { "image/heic", Samples.Media("heic") }, { "audio/mpeg", Samples.Mp3 }, { "audio/mpeg", [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0] },
        { "audio/ogg", [.. "OggS"u8, 0, 2, 0, 0] },
        { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Samples.Docx },
        { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Samples.Zip("[Content_Types].xml", "xl/workbook.xml") },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_file_is_known_by_its_content(string mediaType, byte[] content) =>
        Assert.Equal(new(FileKinds.All.Single(k => k.MediaType == mediaType), false), FileKinds.Look(new MemoryStream(content)));

    public static TheoryData<byte[]> NotAccepted => new()
    {
        Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"), Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        "MZ\x90"u8.ToArray(), "#!/bin/sh\n"u8.ToArray(), "GIF89a"u8.ToArray(), Samples.Zip("a.txt"), Samples.Zip("word/document.xml"),
        Samples.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), B([.. "PK\x03\x04"u8, 1, 2, 3]),
        B([0xFF, 0xFB, 0x90, 0x00, 1, 2, 3]), Samples.Media("evil"), B([0xFF]), B([.. "RIFF"u8, 0, 0, 0, 0, .. "AVI "u8]),
    };

    [Theory]
    [MemberData(nameof(NotAccepted))]
    public void What_is_none_of_the_accepted_kinds_is_not_taken_for_one(byte[] content) => Assert.Null(FileKinds.Look(new MemoryStream(content)).Kind);

    public static TheoryData<byte[]> Polyglots => new()
    {
        Samples.Jpeg("<script>alert(1)</script>"), Samples.Jpeg("%PDF-1.4"), B([.. Samples.Jpeg(), .. Samples.Zip("evil.class")]),
        B([.. Samples.Png, .. Samples.Docx]), B([.. Samples.Pdf[..9], .. "<HTML>"u8]), B([.. Samples.Media("isom"), .. "<iframe src=x>"u8]),
    };

    [Theory]
    [MemberData(nameof(Polyglots))]
    public void A_file_that_is_two_things_at_once_is_seen(byte[] content) => Assert.True(FileKinds.Look(new MemoryStream(content)).Mixed);

    [Theory]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\Users\\x\\现场照片.JPG", "现场照片.jpg")]
    [InlineData("a\u202Egpj.exe", "agpj.exe.jpg")]
    [InlineData("张三 13812345678.jpeg", "张三 138****.jpg")]
    [InlineData("a\r\nSet-Cookie: x=y;\"b.jpg", "aSet-Cookie x=yb.jpg")]
    [InlineData("...", "file.jpg")]
    public void A_name_is_cleaned_before_it_is_shown(string given, string shown) =>
        Assert.Equal(shown, FileNames.Clean(given, FileKinds.All[0]));

    [Fact]
    public async Task A_file_is_stored_by_its_hash_recorded_as_an_event_and_opened_on_record()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var content = Samples.Jpeg("现场");
        var added = await w.Room.Evidence!.AddAsync(no, new MemoryStream(content), "../现场照片.png", Make.Handler);
        var hash = HashOf(content);
        Assert.Equal(new EvidenceAdded(hash, "image/jpeg", content.Length, "现场照片.png.jpg"), Assert.Single(added.Events).Data);
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(w.EvidenceFolder, hash[..2], hash)));
        Assert.Equal(1, w.Scalar<int>("SELECT count(*) FROM attachment"));
        Assert.Empty(Directory.GetFiles(Path.Combine(w.EvidenceFolder, "incoming")));
        var file = await w.Room.Evidence.OpenAsync(no, hash, Make.Clerk);
        await using (file!.Content)
            Assert.Equal(content.Length, file.Content.Length);
        var looked = Assert.Single(await w.Room.Audit.OfAsync(no, 10));
        Assert.Equal(("clerk", "EVIDENCE", hash[..12]), (looked.UserId, looked.Action, looked.Purpose));
        Assert.Equal("ALREADY_SO", (await w.Room.Evidence.AddAsync(no, new MemoryStream(content), "x.jpg", Make.Handler)).Refusal!.Key);
    }

    [Fact]
    public async Task Empty_large_foreign_and_mixed_files_are_refused_and_leave_nothing()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        foreach (var (content, key) in new (byte[], string)[]
                 {
                     ([], "FILE_EMPTY"), (new byte[(1 << 20) + 1], "FILE_TOO_LARGE"), ("MZ"u8.ToArray(), "FILE_TYPE"),
                     (Samples.Jpeg("<script>"), "FILE_MIXED"),
                 })
        {
            var refused = await w.Room.Evidence!.AddAsync(no, new MemoryStream(content), "照片.jpg", Make.Handler);
            Assert.Equal(key, refused.Refusal!.Key);
            Assert.Contains("照片.jpg", refused.Refusal.Text(Language.En), StringComparison.Ordinal);
        }
        Assert.Empty(Directory.GetFiles(w.EvidenceFolder, "*", SearchOption.AllDirectories));
        Assert.Equal(0, w.Scalar<int>("SELECT count(*) FROM case_event WHERE event_type = 'EvidenceAdded'"));
    }

    [Fact]
    public async Task A_file_of_another_case_out_of_scope_withdrawn_or_by_a_crooked_name_is_not_there()
    {
        using var w = await StoreWorld.OpenAsync();
        var (one, two) = (await w.OneCaseAsync(), await w.OneCaseAsync(Make.Review("R-2", org: "ORG-2")));
        var content = Samples.Png;
        var hash = HashOf(content);
        var mine = Make.Handler with { Scope = OrgScope.Only(["ORG-1"]) };
        var vault = w.Room.Evidence!;
        await vault.AddAsync(two, new MemoryStream(content), "a.png", Make.Actor("other", "ORG-2", Role.Handler));
        Assert.Null(await vault.OpenAsync(one, hash, Make.Clerk));
        Assert.Null(await vault.OpenAsync(two, hash, mine));
        foreach (var crooked in new[] { "../operations.db", hash.ToUpperInvariant(), hash + "\n", hash[..63] + "/", "" })
            Assert.Null(await vault.OpenAsync(two, crooked, Make.Clerk));
        Assert.Equal("NO_SUCH_CASE", (await vault.AddAsync(two, new MemoryStream(content), "a.png", mine)).Refusal!.Key);
        await w.DoAsync(two, Make.Clerk, new RemoveEvidence(hash, "拍到了旁人"));
        Assert.Null(await vault.OpenAsync(two, hash, Make.Clerk));
        Assert.True(File.Exists(Path.Combine(w.EvidenceFolder, hash[..2], hash)));
        Assert.Empty(await w.Room.Audit.LastAsync(10));
    }

    [Fact]
    public async Task The_rated_person_neither_adds_nor_sees_files()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var rated = Make.Handler with { UserId = "rated", StaffCode = "S-9" };
        var hash = HashOf(Samples.Png);
        await w.Room.Evidence!.AddAsync(no, new MemoryStream(Samples.Png), "张女士录音.png", Make.Handler);
        Assert.Equal("RATED_PERSON", (await w.Room.Evidence.AddAsync(no, new MemoryStream(Samples.Pdf), "a.pdf", rated)).Refusal!.Key);
        Assert.Null(await w.Room.Evidence.OpenAsync(no, hash, rated));
        var page = (await w.Room.Desk.CaseAsync(no, rated))!;
        Assert.True(page.IsRated);
        Assert.Empty(page.Case.Evidence);
        Assert.DoesNotContain(page.Events.Select(e => e.Data).OfType<EvidenceAdded>(), e => e.FileName.Contains('张'));
    }

    [Fact]
    public async Task A_rectification_names_only_evidence_the_case_has()
    {
        var w = new World().ToRectifying();
        w.Refused(Make.Handler, new RecordRectification("增开窗口", w.Now, ["00"]), "NO_SUCH_EVIDENCE");
        w.Do(Make.Handler, new AddEvidence("ab", "image/png", 1, "a.png")).Do(Make.Handler, new RecordRectification("增开窗口", w.Now, ["ab"]));
        Assert.Equal(["ab"], w.Last<RectificationRecorded>().EvidenceIds);
        w.Refused(Make.Leader, new RemoveEvidence("ab", "误传"), "WRONG_ROLE");
        w.Do(Make.Handler, new RemoveEvidence("ab", "误传")).Refused(Make.Handler, new RecordRectification("增开窗口", w.Now, ["ab"]), "NO_SUCH_EVIDENCE");
        Assert.Equal("误传", Assert.Single(w.Case.Evidence).WithdrawnBecause);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Many_uploads_at_once_are_all_recorded_and_the_mirror_has_no_names()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            w.Room.Evidence!.AddAsync(no, new MemoryStream(Samples.Jpeg($"n{i % 10}")), $"王女士{i}.jpg", Make.Handler))));
        Assert.Equal(10, results.Count(r => r.Done));
        var page = (await w.Room.Desk.CaseAsync(no, Make.Handler))!;
        Assert.Equal(10, page.Case.Evidence.Count);
        Assert.All(page.Events.Where(e => e.Data is EvidenceAdded), e => Assert.DoesNotContain("王女士", Store.EventCodec.WriteForMirror(e.Data), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_failed_uploads_left_is_tidied_and_what_a_row_names_stays()
    {
        using var w = await StoreWorld.OpenAsync();
        var no = await w.OneCaseAsync();
        await w.Room.Evidence!.AddAsync(no, new MemoryStream(Samples.Png), "a.png", Make.Handler);
        var orphan = Path.Combine(w.EvidenceFolder, "incoming", "x.part");
        await File.WriteAllTextAsync(orphan, "half");
        foreach (var file in Directory.GetFiles(w.EvidenceFolder, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(1, await w.Room.Evidence.TidyAsync());
        Assert.False(File.Exists(orphan));
        var kept = await w.Room.Evidence.OpenAsync(no, HashOf(Samples.Png), Make.Handler);
        await kept!.Content.DisposeAsync();
    }
}
