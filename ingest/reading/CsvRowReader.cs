using System.Text;
using CsvHelper;

namespace QualityInsight.Ingest;

/// <summary>Delimited text, by CsvHelper's UTF-8 spans. Holds one row; a longer one than allowed refuses the file.</summary>
internal sealed class CsvRowReader : IRowReader
{
    private readonly CsvReader _csv;
    private readonly string _path;
    private readonly FormatSpec _format;
    private readonly Dictionary<long, RowFault> _faults = [];
    private readonly int _headerRecords;

    internal CsvRowReader(Stream text, Encoding encoding, FormatSpec format, string path)
    {
        _path = path;
        _format = format;
        _headerRecords = format.Header ? 1 : 0;
        _csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = format.Delimiter,
            Quote = format.Quote,
            HasHeader = format.Header,
            MaxRecordSize = format.MaxRowBytes,
            TrackLineNumbers = true,
            Encoding = encoding is UTF8Encoding ? null : encoding,
            BufferSize = 1 << 18,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = OnMalformed,
        }, leaveOpen: true);
        Guarded(() => { _csv.ReadHeader(); return true; });
        Headers = format.Header ? [.. _csv.Headers] : format.Names;
    }

    public IReadOnlyList<string> Headers { get; }

    public long LineNumber { get; private set; }

    public RowFault? Fault { get; private set; }

    public ReadOnlySpan<byte> Raw => _csv.Current.RawRecord;

    public bool Read()
    {
        if (!Guarded(_csv.Read)) return false;
        LineNumber = _csv.LineNumber;
        Fault = null;
        if (_faults.Count > 0 && _faults.Remove(_csv.RowNumber + _headerRecords, out var fault)) Fault = fault;
        else if (_csv.FieldCount != Headers.Count)
            Fault = new RowFault("field_count", $"the row has {_csv.FieldCount} fields, the header {Headers.Count}");
        return true;
    }

    public ReadOnlySpan<byte> Field(int column) => _csv.GetSpan(column);

    public void Dispose() => _csv.Dispose();

    private void OnMalformed(CsvMalformedRecord bad)
    {
        if (bad.Reason is CsvMalformedReason.UnterminatedQuote)
            _faults[bad.RecordNumber] = new RowFault("broken_quotes", "a quoted field is never closed; the row may swallow those after it");
        else if (bad.Reason is CsvMalformedReason.TextAfterClosingQuote)
            _faults[bad.RecordNumber] = new RowFault("broken_quotes", "text stands after a closing quote");
    }

    private bool Guarded(Func<bool> read)
    {
        try { return read(); }
        catch (CsvFormatException e)
        {
            var line = LineNumber + 1;
            throw new IngestRefusedException(RefusalKind.RowTooLong, _path,
                $"a row that starts at or after line {line} is longer than {_format.MaxRowBytes:N0} bytes; nothing was loaded.",
                "A quote is probably left open there, or line ends are missing. Mend the file, or raise format.max_row_bytes in the profile.", e);
        }
        catch (InvalidDataException e)
        {
            throw new IngestRefusedException(RefusalKind.BrokenArchive, _path, $"its gzip data breaks off after line {LineNumber}; nothing was loaded.", "Send it again.", e);
        }
    }
}
