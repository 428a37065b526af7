namespace QualityInsight.Ingest.Tests;

public sealed class PersonHasherTests
{
    [Fact]
    public void Threads_that_share_a_hasher_get_the_hashes_one_would_get()
    {
        var hasher = new PersonHasher(new byte[32]);
        string[] phones = ["13812345678", "13987654321", "15011112222", "18833334444"];
        var right = phones.Select(hasher.Phone).ToArray();
        var wrong = new int[phones.Length];
        var threads = phones.Select((phone, i) => new Thread(() =>
        {
            for (var round = 0; round < 300_000; round++)
                if (hasher.Phone(phone) != right[i])
                    wrong[i]++;
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(0, wrong.Sum());
    }
}
