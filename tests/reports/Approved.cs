using QualityInsight.Testing;

namespace QualityInsight.Reports.Tests;

/// <summary>
/// Compares with a file kept in <c>tests/reports/approved</c>. After a wanted change run the tests once with
/// <c>QI_APPROVE=1</c>, look at the difference, commit it.
/// </summary>
internal static class Approved
{
    public static void Check(string name, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests", "reports", "approved", name);
        if (Environment.GetEnvironmentVariable("QI_APPROVE") == "1") File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{file} is missing; run once with QI_APPROVE=1 and look at it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
