using QualityInsight.Testing;

namespace QualityInsight.Analytics.Tests;

public class MetricDocsTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "metrics.md");

    [Fact]
    public void The_document_says_what_the_definitions_say()
    {
        if (Environment.GetEnvironmentVariable("QI_WRITE_DOCS") == "1")
            File.WriteAllText(Document, MetricDocs.Write());
        Assert.Equal(MetricDocs.Write(), File.ReadAllText(Document));
    }
}
