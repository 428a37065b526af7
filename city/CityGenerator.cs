using System.Text;
using System.Text.Json;

namespace QualityInsight.City;

/// <summary>
/// Makes up a year of a city's government-service offices and writes it as raw feed files, as the systems of halls,
/// districts and the hotline would send them, planted trouble included. Every name, code and person is invented.
/// </summary>
public static class CityGenerator
{
    /// <summary>
    /// Writes the feed files, <c>manifest.json</c> (what to load with which profile, in which order), <c>truth.json</c>
    /// and <c>truth-texts.csv</c> (the true labels of every text) into the folder.
    /// </summary>
    /// <param name="options">What to make up.</param>
    /// <param name="progress">Told after every week and every file; may be null.</param>
    /// <param name="cancel">Stops the writing; files written so far stay.</param>
    /// <exception cref="ArgumentException">The options ask for something that cannot be made; the message says what.</exception>
    public static CityTruth Write(CityOptions options, IProgress<CityProgress>? progress = null, CancellationToken cancel = default)
    {
        options.Check();
        Directory.CreateDirectory(options.Folder);
        var growth = Math.Max(1, options.Scale);
        var world = World.Build(growth);
        var simulator = new Simulator(options, world, new TextMaker(), growth);
        Shortage.Slow(world);
        world.Hall("H03").Groups[1].Counters[0].StraightLine = true;
        var life = simulator.Run(progress, cancel);

        var emission = new Emission(options, Math.Max(1, (options.Weeks + 6) / 13));
        var (a, b, c) = (new FeedA(emission.Periods), new FeedB(emission.Periods), new FeedC(emission.Periods));
        var hotline = OtherFeeds.Hotline(emission.Periods);
        var callbacks = OtherFeeds.Callbacks(emission.Periods);
        var reversed = OtherFeeds.Reversed(emission.Periods);
        PlantTrouble(options, world, simulator, life, emission, reversed);
        Filler.Fill(life, new Dictionary<char, IFeed> { ['A'] = a, ['B'] = b, ['C'] = c }, hotline, callbacks, emission, simulator.LastMoment, Dice.Of(options.Seed, "late"));
        OddRows.TagsOfOtherLevels(life, a.Reviews, Dice.Of(options.Seed, "tags"));
        OddRows.KeypadNoRating(life, c.Reviews, emission, Dice.Of(options.Seed, "keypad"));
        BrokenRows.Plan(a, b, c, hotline);

        foreach (var dimension in Dimensions.Tables(world))
            emission.Write(dimension, 0, isDimension: true);
        FeedTable[] tables = [.. a.Tables, .. b.Tables, .. c.Tables, hotline, callbacks];
        for (var period = 0; period < emission.Periods; period++)
            foreach (var table in tables)
            {
                cancel.ThrowIfCancellationRequested();
                emission.Write(table, period);
                progress?.Report(new CityProgress("writing", 0.5 + (0.5 * ((period * tables.Length) + Array.IndexOf(tables, table) + 1) / (emission.Periods * tables.Length)), emission.Rows));
            }
        emission.Write(reversed, emission.Periods - 1);
        return Finish(options, world, life, emission);
    }

    private static void PlantTrouble(CityOptions options, World world, Simulator simulator, Life life, Emission emission, FeedTable reversed)
    {
        var t = new Troublemaker(life, world, simulator.Reviews, simulator.Texts, Dice.Of(options.Seed, "trouble"), options);
        Shortage.Record(life, options);
        MakeUpDays.Record(life, options);
        Reviewers.Plant(t);
        SystemReviews.Plant(t);
        NightOffice.Plant(t);
        OddRows.Placeholders(life, t.Dice);
        OddRows.Reversed(t, reversed, emission);
    }

    private static CityTruth Finish(CityOptions options, World world, Life life, Emission emission)
    {
        TextTruth.Write(Path.Combine(options.Folder, TextTruth.FileName), life);
        var truth = TruthMaker.Make(options, world, life, emission.Truth);
        WriteJson(Path.Combine(options.Folder, CityManifest.FileName), new CityManifest(World.Name, emission.Manifest));
        WriteJson(Path.Combine(options.Folder, CityTruth.FileName), truth);
        return truth;
    }

    private static void WriteJson<T>(string path, T value) =>
        File.WriteAllText(path, JsonSerializer.Serialize(value, CityJson.Options) + "\n", new UTF8Encoding(false));
}
