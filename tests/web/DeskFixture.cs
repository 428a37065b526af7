using QualityInsight.Web.Tests.Desk;

namespace QualityInsight.Web.Tests;

/// <summary>One desk with a seeded bureau for all tests that do not change it for each other.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    public DeskHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDesk : ICollectionFixture<DeskFixture>
{
    public const string Name = "desk";
}
