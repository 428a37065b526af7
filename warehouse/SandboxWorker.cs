using System.Buffers;
using System.Text.Json;
using DuckDB.NET.Data;

namespace QualityInsight.Warehouse;

/// <summary>
/// The inside of the sandbox: a process that runs one statement after another on serving files and can do nothing else.
/// The operating system holds it to its memory, and to writing no file at all, since DuckDB's own memory limit does not
/// count every allocation (one value may take gigabytes).
/// </summary>
public static class SandboxWorker
{
    private const int MegabytesOfTheRuntime = 700;
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Serves requests until the input ends. The only thing the sandbox's program does.</summary>
    public static int Run(TextReader requests, Stream answers)
    {
        ServingReader? reader = null;
        SandboxRequest? opened = null;
        try
        {
            while (requests.ReadLine() is { } line)
            {
                var request = JsonSerializer.Deserialize<SandboxRequest>(line, SandboxProtocol.Json)!;
                if (opened is null)
                    ResourceLimits.Apply(request.Limits.MemoryMegabytes + MegabytesOfTheRuntime);
                if (opened is null || opened.File != request.File || opened.Limits != request.Limits)
                {
                    reader?.Dispose();
                    reader = ServingReader.OpenFile(request.File, new() { MemoryLimit = $"{request.Limits.MemoryMegabytes}MB", Threads = request.Limits.Threads });
                    opened = request;
                }

                Answer(reader!, request, answers);
                answers.Flush();
            }

            return 0;
        }
        finally
        {
            reader?.Dispose();
        }
    }

    private static void Answer(ServingReader reader, SandboxRequest request, Stream answers)
    {
        try
        {
            using var session = reader.OpenSession();
            session.TimeLimit = request.Limits.Time;
            if (StatementPolicy.Refusal(session, request.Sql) is { } refusal)
                Say(answers, new SandboxFailure(SandboxFault.Sql, refusal));
            else
                Stream(session, request, answers);
        }
        catch (QueryTimeLimitException e)
        {
            Say(answers, new SandboxFailure(SandboxFault.Time, e.Message));
        }
        catch (Exception e) when (e is OutOfMemoryException || (e is DuckDBException && IsMemory(e.Message)))
        {
            Say(answers, new SandboxFailure(SandboxFault.Memory, e.Message));
        }
        catch (Exception e) when (e is DuckDBException or InvalidOperationException or NotSupportedException or ArgumentException or InvalidCastException)
        {
            Say(answers, new SandboxFailure(SandboxFault.Sql, e.Message));
        }
    }

    private static void Stream(WarehouseSession session, SandboxRequest request, Stream answers)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var writer = new Utf8JsonWriter(buffer);
        var headed = false;
        var (rows, bytes, truncated) = (0, 0L, false);
        session.ForEach(
            request.Sql,
            head => Head(answers, head, ref headed),
            row =>
            {
                if (rows == request.Limits.Rows)
                    return !(truncated = true);
                writer.Reset();
                buffer.ResetWrittenCount();
                SandboxValues.Write(writer, row);
                writer.Flush();
                bytes += buffer.WrittenCount;
                if (bytes > request.Limits.Bytes)
                    return !(truncated = true);
                answers.Write(buffer.WrittenSpan);
                answers.Write(LineFeed);
                rows++;
                return true;
            });
        Say(answers, new SandboxEnd(truncated));
    }

    private static void Head(Stream answers, Row row, ref bool headed)
    {
        if (headed)
            throw new InvalidOperationException("The statement gave more than one result.");
        headed = true;
        Say(answers, new SandboxHead([.. Enumerable.Range(0, row.Count).Select(i => new SandboxColumn(row.Name(i), row.TypeName(i)))]));
    }

    private static bool IsMemory(string message) =>
        message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase) || message.Contains("bad_alloc", StringComparison.Ordinal)
        || message.Contains("bad allocation", StringComparison.Ordinal);

    private static void Say<T>(Stream answers, T what)
    {
        JsonSerializer.Serialize(answers, what, SandboxProtocol.Json);
        answers.Write(LineFeed);
    }
}
