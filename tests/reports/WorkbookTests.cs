using ExcelDataReader;
using QualityInsight.Reports.Workbook;

namespace QualityInsight.Reports.Tests;

/// <summary>Workbooks are read back with another library.</summary>
public sealed class WorkbookTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 555")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://x\",\"点我\")")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("＝1")]
    [InlineData("\t=1")]
    [InlineData("0012")]
    [InlineData("<b>&\"等得太久\"</b>")]
    public async Task Text_stays_text_whatever_it_looks_like(string text)
    {
        var bytes = await Book(async b =>
        {
            await b.Sheet("评价", [new("文本")]);
            await b.Row([text]);
        });
        var cell = Assert.IsType<string>(Read(bytes)["评价"][1][0]);
        Assert.Equal(text, cell);
        Assert.DoesNotContain("<f>", Part(bytes, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_days_and_moments_are_typed()
    {
        var bytes = await Book(async b =>
        {
            await b.Sheet("t", [new("a"), new("b", WorkbookFormat.Count), new("c", WorkbookFormat.Percent), new("d"), new("e"), new("f"), new("g")]);
            await b.Row([1.5, 1234L, 0.9988, new DateOnly(2026, 11, 16), new DateTime(2026, 11, 16, 9, 5, 7), true, null]);
        });
        var row = Read(bytes)["t"][1];
        Assert.Equal(1.5, row[0]);
        Assert.Equal(1234.0, row[1]);
        Assert.Equal(0.9988, row[2]);
        Assert.Equal(new DateTime(2026, 11, 16), row[3]);
        Assert.Equal(new DateTime(2026, 11, 16, 9, 5, 7), row[4]);
        Assert.Equal(true, row[5]);
        Assert.Null(row[6]);
        var styles = Part(bytes, "xl/styles.xml");
        Assert.Contains("0.00%", styles, StringComparison.Ordinal);
        Assert.Contains("yyyy-mm-dd hh:mm:ss", styles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_a_spreadsheet_would_round_or_not_know_are_text_or_empty()
    {
        var bytes = await Book(async b =>
        {
            await b.Sheet("t", [new("a"), new("b"), new("c"), new("d")]);
            await b.Row([110101199003071234L, double.NaN, double.PositiveInfinity, new DateOnly(1899, 1, 1)]);
        });
        Assert.Equal(["110101199003071234", null, null, "1899-01-01"], Read(bytes)["t"][1]);
    }

    [Fact]
    public async Task Head_is_frozen_and_columns_have_widths()
    {
        var sheet = Part(await Book(b => b.Sheet("t", [new("大厅"), new("n", Width: 33)])), "xl/worksheets/sheet1.xml");
        Assert.Contains("ySplit=\"1\"", sheet, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", sheet, StringComparison.Ordinal);
        Assert.Contains("width=\"33\"", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_sheet_goes_on_in_the_next_and_names_are_made_acceptable()
    {
        using var memory = new MemoryStream();
        await using (var book = await WorkbookWriter.Create(memory, rowsOfSheet: 3, default))
        {
            await book.Sheet("a/b:c", [new("x")]);
            for (var i = 1; i <= 5; i++) await book.Row([i]);
            await book.Sheet(new string('长', 40), [new("x")]);
            await book.Finish();
        }
        var sheets = Read(memory.ToArray());
        Assert.Equal(["a b c", "a b c (2)", "a b c (3)", new string('长', 31)], sheets.Keys);
        Assert.Equal([3, 3, 2, 1], sheets.Values.Select(r => r.Count));
        Assert.Equal(5.0, sheets["a b c (3)"][1][0]);
    }

    [Fact]
    public async Task Characters_xml_cannot_hold_are_left_out_and_long_text_is_cut()
    {
        var bytes = await Book(async b =>
        {
            await b.Sheet("t", [new("a"), new("b")]);
            await b.Row(["好\u0000评\u000b\uD800😀", new string('差', 40_000)]);
        });
        var row = Read(bytes)["t"][1];
        Assert.Equal("好评😀", row[0]);
        Assert.Equal(32_767, ((string)row[1]!).Length);
        Assert.EndsWith("…", (string)row[1]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_wrong_length_is_refused()
    {
        await using var book = await WorkbookWriter.Create(new MemoryStream());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await book.Row([1]));
        await book.Sheet("t", [new("a"), new("b")]);
        var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await book.Row([1]));
        Assert.Contains("2 columns", refused.Message, StringComparison.Ordinal);
    }

    internal static async Task Rows(WorkbookWriter book, int count)
    {
        for (var i = 0; i < count; i++) await book.Row([i, "等候时间太长，希望增加窗口", i / 7.0]);
    }

    private static async Task<byte[]> Book(Func<WorkbookWriter, Task> write)
    {
        using var memory = new MemoryStream();
        await using (var book = await WorkbookWriter.Create(memory))
        {
            await write(book);
            await book.Finish();
        }
        return memory.ToArray();
    }

    internal static Dictionary<string, List<object?[]>> Read(byte[] bytes)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var sheets = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }
        while (reader.NextResult());
        return sheets;
    }

    internal static string Part(byte[] bytes, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A web server's response body: it refuses to be written to synchronously, read or sought.</summary>
    internal sealed class AsyncOnly : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.CompletedTask;
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
