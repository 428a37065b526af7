using System.Globalization;
using System.Text;

namespace QualityInsight.Ingest.Tests;

public sealed class TimeParserTests
{
    [Theory]
    [InlineData("iso", "2024-05-06 07:08:09", "2024-05-06 07:08:09.000000")]
    [InlineData("iso", "2024-05-06T07:08:09.123456", "2024-05-06 07:08:09.123456")]
    [InlineData("iso", "2024-05-06", "2024-05-06 00:00:00.000000")]
    [InlineData("iso", "2024-05-06 24:00:00", "2024-05-07 00:00:00.000000")]
    [InlineData("iso", "2024-05-06T00:00:00Z", "2024-05-06 08:00:00.000000")]
    [InlineData("iso", "2024-05-06T02:00:00+02:00", "2024-05-06 08:00:00.000000")]
    [InlineData("iso", "2024-05-06T02:00:00-0500", "2024-05-06 15:00:00.000000")]
    [InlineData("iso", "2024-5-6", null)]
    [InlineData("iso", "2024-02-30", null)]
    [InlineData("iso", "2024-05-06 24:00:01", null)]
    [InlineData("iso", "2024-05-06 07:60:00", null)]
    [InlineData("loose", "2019/4/25 9:32:09", "2019-04-25 09:32:09.000000")]
    [InlineData("loose", "2019/4/5", "2019-04-05 00:00:00.000000")]
    [InlineData("loose", "2019.4.5 9:05", "2019-04-05 09:05:00.000000")]
    [InlineData("loose", "2019年4月5日 9:05:01", "2019-04-05 09:05:01.000000")]
    [InlineData("loose", "25/4/2019", null)]
    [InlineData("compact", "20190425T093209", "2019-04-25 09:32:09.000000")]
    [InlineData("compact", "20190425093209", "2019-04-25 09:32:09.000000")]
    [InlineData("compact", "20190425", "2019-04-25 00:00:00.000000")]
    [InlineData("compact", "2019042509", null)]
    [InlineData("us", "04/12/2018 01:11:26 PM", "2018-04-12 13:11:26.000000")]
    [InlineData("us", "04/12/2018 12:11:26 AM", "2018-04-12 00:11:26.000000")]
    [InlineData("us", "4/2/2018 12:00:00 PM", "2018-04-02 12:00:00.000000")]
    [InlineData("us", "4/2/2018 13:00:00 PM", null)]
    [InlineData("us", "25/4/2019", null)]
    [InlineData("excel", "43419.67", "2018-11-15 16:04:48.000000")]
    [InlineData("excel", "43419", "2018-11-15 00:00:00.000000")]
    [InlineData("excel", "20190425", null)]
    [InlineData("epoch_s", "1714953600", "2024-05-06 08:00:00.000000")]
    [InlineData("epoch_ms", "1714953600123", "2024-05-06 08:00:00.123000")]
    [InlineData("dd.MM.yyyy HH:mm", "06.05.2024 07:08", "2024-05-06 07:08:00.000000")]
    public void A_time_is_read_as_Shanghai_wall_clock(string format, string text, string? expected)
    {
        TimeFormat[] formats = [TimeFormats.Named.TryGetValue(format, out var kind) ? new(kind) : new(TimeFormatKind.Pattern, format)];
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var ok = TimeParser.TryParse(Encoding.UTF8.GetBytes(text), formats, zone, out var micros, out _);
        Assert.Equal(expected, ok ? DateTime.UnixEpoch.AddTicks(micros * 10).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("7:02:47", 25367)]
    [InlineData("0:00:00", 0)]
    [InlineData("24:00:00", 86400)]
    [InlineData("25:00:00", -1)]
    [InlineData("12", -1)]
    public void A_time_of_day(string text, int seconds)
    {
        var ok = TimeParser.TryTimeOfDay(Encoding.UTF8.GetBytes(text), out var micros);
        Assert.Equal(seconds, ok ? micros / TimeParser.Second : -1);
    }

    [Fact]
    public void Every_iso_time_reads_as_the_framework_reads_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var at = DateTime.UnixEpoch.AddSeconds(random.NextInt64(0, 4_000_000_000));
            var text = at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.True(TimeParser.TryParse(Encoding.UTF8.GetBytes(text), [new(TimeFormatKind.Iso)], TimeZoneInfo.Utc, out var micros, out _));
            Assert.Equal(at, DateTime.UnixEpoch.AddTicks(micros * 10));
        }
    }
}
