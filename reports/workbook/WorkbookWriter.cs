using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace QualityInsight.Reports.Workbook;

/// <summary>
/// Writes an XLSX workbook row by row in constant memory, straight into any stream (it is never read back or sought, and
/// written only asynchronously, so a web response will do). Text is written as text and can never become a formula; numbers, days and
/// moments are typed. The first row of each sheet is its head and stays in sight. Not safe for several threads.
/// </summary>
/// <example>
/// <code>
/// await using var book = await WorkbookWriter.Create(stream);
/// await book.Sheet("等候", [new("大厅"), new("n", WorkbookFormat.Count)]);
/// await book.Row(["市大厅", 1234]);
/// await book.Finish();
/// </code>
/// </example>
public sealed class WorkbookWriter : IAsyncDisposable
{
    /// <summary>Rows a sheet can hold, its head included; what is more goes on in a sheet "name (2)".</summary>
    public const int RowsOfSheet = 1_048_576;

    private static readonly DateTime FirstDay = new(1900, 3, 1);

    private readonly AsynchronousOnly _output;
    private readonly Spreadsheet _book;
    private readonly WorkbookStyles _styles;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _rowsOfSheet;
    private string _sheet = "";
    private IReadOnlyList<WorkbookColumn> _columns = [];
    private Cell[] _cells = [];
    private int _rows;

    private WorkbookWriter(AsynchronousOnly output, Spreadsheet book, int rowsOfSheet)
    {
        _output = output;
        _book = book;
        _rowsOfSheet = rowsOfSheet;
        _styles = new(book);
    }

    /// <summary>Begins a workbook in the stream, which stays open when the writer is disposed.</summary>
    public static Task<WorkbookWriter> Create(Stream output, CancellationToken cancellation = default) => Create(output, RowsOfSheet, cancellation);

    internal static async Task<WorkbookWriter> Create(Stream output, int rowsOfSheet, CancellationToken cancellation)
    {
        var held = new AsynchronousOnly(output);
        return new(held, await Spreadsheet.CreateNewAsync(held, cancellationToken: cancellation), rowsOfSheet);
    }

    /// <summary>Begins a sheet; rows after this go into it.</summary>
    /// <param name="name">Its name; characters a spreadsheet refuses become blanks, a name used before gets a number.</param>
    /// <param name="columns">Its columns, at least one.</param>
    /// <param name="cancellation">Stops writing.</param>
    public async Task Sheet(string name, IReadOnlyList<WorkbookColumn> columns, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0) throw new ArgumentException($"The sheet \"{name}\" has no columns.", nameof(columns));
        _sheet = name;
        _columns = columns;
        _cells = new Cell[columns.Count];
        await Start(cancellation);
    }

    /// <summary>
    /// Writes a row. A cell is null (empty), text, a truth value, a number, a <see cref="DateOnly"/>, a <see cref="DateTime"/> or
    /// <see cref="DateTimeOffset"/> (written as the wall-clock time it shows), or a list, whose parts are joined by "; ". Not-a-number and
    /// infinity are empty; whole numbers that a spreadsheet would round are written as text.
    /// </summary>
    /// <exception cref="InvalidOperationException">No sheet was begun.</exception>
    /// <exception cref="ArgumentException">More or fewer cells than columns.</exception>
    public async ValueTask Row(IReadOnlyList<object?> cells, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (_columns.Count == 0) throw new InvalidOperationException("Begin a sheet before its rows.");
        if (cells.Count != _columns.Count)
            throw new ArgumentException($"The sheet \"{_sheet}\" has {_columns.Count} columns, the row {cells.Count} cells.", nameof(cells));
        if (_rows == _rowsOfSheet) await Start(cancellation);
        for (var i = 0; i < cells.Count; i++)
            _cells[i] = Of(cells[i], _columns[i].Format);
        await _book.AddRowAsync(_cells, cancellation);
        _rows++;
    }

    /// <summary>Completes the file. Without it the file is broken, so that half an export cannot pass for a whole one.</summary>
    public async Task Finish(CancellationToken cancellation = default)
    {
        if (_columns.Count == 0) await Sheet("Sheet", [new("")], cancellation);
        await _book.FinishAsync(cancellation);
        // Only closing the zip writes its directory.
        await _book.DisposeAsync();
        await _output.FlushAsync(cancellation);
    }

    /// <summary>Lets the buffers go; does not complete the file.</summary>
    public ValueTask DisposeAsync() => _book.DisposeAsync();

    private async Task Start(CancellationToken cancellation)
    {
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < _columns.Count; i++)
            options.Column(i + 1).Width = _columns[i].Characters;
        await _book.StartWorksheetAsync(WorkbookText.SheetName(_sheet, _names), options, cancellation);
        await _book.AddRowAsync([.. _columns.Select(c => new Cell(WorkbookText.Writable(c.Head), _styles.Head))], cancellation);
        _rows = 1;
    }

    private Cell Of(object? value, WorkbookFormat format) => value switch
    {
        null or DBNull => default,
        string text => Words(text),
        bool truth => new(truth),
        DateOnly day => Moment(day.ToDateTime(TimeOnly.MinValue), true),
        DateTime at => Moment(at, at.TimeOfDay == TimeSpan.Zero),
        DateTimeOffset at => Moment(at.DateTime, false),
        int or short or byte or sbyte or ushort or uint => new(Convert.ToInt64(value, CultureInfo.InvariantCulture), _styles.Number(format)),
        long or ulong or System.Numerics.BigInteger or Int128 => Whole((IFormattable)value, format),
        float or double => double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture))
            ? new(Convert.ToDouble(value, CultureInfo.InvariantCulture), _styles.Number(format))
            : default,
        decimal number => new(number, _styles.Number(format)),
        System.Collections.IEnumerable list => Words(string.Join("; ", list.Cast<object?>().Select(Invariant))),
        _ => Words(Invariant(value)),
    };

    // A spreadsheet keeps 15 digits; a longer number (an order number) would come out rounded.
    private Cell Whole(IFormattable value, WorkbookFormat format)
    {
        var digits = value.ToString(null, CultureInfo.InvariantCulture);
        return digits.TrimStart('-').Length <= 15
            ? new(long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), _styles.Number(format))
            : new(digits, _styles.Text);
    }

    private Cell Words(string text) => new(WorkbookText.Writable(text), WorkbookText.LooksLikeFormula(text) ? _styles.Text : null);

    // Before March 1900 the calendar of spreadsheets has a day that never was.
    private Cell Moment(DateTime at, bool isDay) => at < FirstDay
        ? new(at.ToString(isDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
        : new(at, isDay ? _styles.Day : _styles.Moment);

    private static string Invariant(object? value) => value switch
    {
        null => "",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
