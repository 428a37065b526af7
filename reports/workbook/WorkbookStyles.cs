using SpreadCheetah;
using SpreadCheetah.Styling;

namespace QualityInsight.Reports.Workbook;

/// <summary>The few looks of a workbook's cells, registered once a file.</summary>
internal sealed class WorkbookStyles
{
    private readonly Dictionary<WorkbookFormat, StyleId> _numbers;

    public WorkbookStyles(Spreadsheet sheet)
    {
        Head = sheet.AddStyle(new Style
        {
            Font = { Bold = true },
            Alignment = { WrapText = true, Vertical = VerticalAlignment.Top },
            Border = { Bottom = { BorderStyle = BorderStyle.Thin, Color = System.Drawing.Color.FromArgb(0x5F, 0x6B, 0x73) } },
        });
        Day = sheet.AddStyle(Of("yyyy-mm-dd"));
        Moment = sheet.AddStyle(Of("yyyy-mm-dd hh:mm:ss"));
        Text = sheet.AddStyle(Of("@"));
        _numbers = new()
        {
            [WorkbookFormat.Count] = sheet.AddStyle(Of("#,##0")),
            [WorkbookFormat.Decimal] = sheet.AddStyle(Of("#,##0.00")),
            [WorkbookFormat.Percent] = sheet.AddStyle(Of("0.00%")),
        };
    }

    public StyleId Head { get; }

    public StyleId Day { get; }

    public StyleId Moment { get; }

    /// <summary>"Text" in the spreadsheet's sense: what is typed into such a cell stays text, so a formula stays asleep even when edited.</summary>
    public StyleId Text { get; }

    public StyleId? Number(WorkbookFormat format) => _numbers.GetValueOrDefault(format);

    private static Style Of(string format) => new() { Format = NumberFormat.Custom(format) };
}
