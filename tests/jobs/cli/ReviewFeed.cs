using System.Text;
using QualityInsight.Testing;

namespace QualityInsight.Jobs.Tests;

/// <summary>A small feed of reviews with a profile of its own, in a folder of its own; <see cref="Data"/> is the deployment.</summary>
internal sealed class ReviewFeed : IDisposable
{
    internal const string Header = "编号,渠道,评价时间,满意度,评价内容\n";
    private readonly TempFolder _folder = new();

    internal ReviewFeed() => File.WriteAllText(Profile, """
        profile: test-reviews
        title: 测试评价
        source: test
        format: {encoding: utf-8}
        outputs:
          - entity: review
            satisfaction: five_is_best
            fields:
              review_no: 编号
              channel: {column: 渠道, map: {"1": PC, "3": QR, "7": SYSTEM_DEFAULT}}
              reviewed_at: 评价时间
              level: 满意度
              body: {column: 评价内容, optional: true}
        """);

    internal string Data => _folder.File("data");

    internal string Profile => _folder.File("test-reviews.yaml");

    internal string At(string name) => _folder.File(name);

    internal string Write(string name, string text)
    {
        File.WriteAllText(At(name), text, new UTF8Encoding(false));
        return At(name);
    }

    internal Task<Outcome> Ingest(params string[] files) => CommandLine.Qi(["ingest", .. files, "--profile", Profile, "--data", Data]);

    /// <summary>Publishes and counts what the warehouse holds.</summary>
    internal async Task<(long Batches, long Reviews, long Quarantined)> Held()
    {
        (await CommandLine.Qi("publish", "--data", Data)).Ended(0);
        return (await CommandLine.Number(Data, "SELECT count(*) FROM batch"), await CommandLine.Number(Data, "SELECT count(*) FROM review"),
            await CommandLine.Number(Data, "SELECT count(*) FROM quarantine"));
    }

    public void Dispose() => _folder.Dispose();
}
