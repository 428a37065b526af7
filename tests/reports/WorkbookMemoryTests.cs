using QualityInsight.Reports.Workbook;

namespace QualityInsight.Reports.Tests;

/// <summary>Measures the whole process's memory, so nothing may run beside it.</summary>
[CollectionDefinition("memory", DisableParallelization = true)]
public sealed class MemoryCollection;

/// <summary>A workbook is written through, not gathered.</summary>
[Collection("memory")]
public sealed class WorkbookMemoryTests
{
    [Fact]
    public async Task Memory_does_not_grow_with_rows()
    {
        await using var book = await WorkbookWriter.Create(new WorkbookTests.AsyncOnly());
        await book.Sheet("t", [new("a"), new("b"), new("c")]);
        await WorkbookTests.Rows(book, 20_000);
        var before = GC.GetTotalMemory(true);
        await WorkbookTests.Rows(book, 200_000);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 4_000_000);
        await book.Finish();
    }
}
