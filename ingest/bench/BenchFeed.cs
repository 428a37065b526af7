using System.Globalization;
using System.Text;

namespace QualityInsight.Ingest;

/// <summary>A generated file for the benchmark: its profile, and its columns as read_csv wants them.</summary>
internal sealed record BenchFeed(string Profile, string Yaml, string PeerColumns, string Header, Action<StringBuilder, Random, int> Row)
{
    internal static BenchFeed Of(string shape) => shape switch
    {
        "visits" => Visits,
        "reviews" => Reviews,
        _ => throw new ArgumentException($"'{shape}' is no shape of the benchmark; there are visits and reviews."),
    };

    internal void Write(string path, int rows)
    {
        var random = new Random(20261122);
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        file.Write(Header);
        file.Write('\n');
        var line = new StringBuilder();
        for (var i = 0; i < rows; i++)
        {
            line.Clear();
            Row(line, random, i);
            file.Write(line.Append('\n'));
        }
    }

    private static BenchFeed Visits => new("bench-visits", """
        profile: bench-visits
        title: Benchmark, queue numbers
        source: bench
        outputs:
          - entity: visit
            fields:
              hall_code: hall
              visit_date: day
              number: number
              seq: seq
              queue_name: queue
              way: {column: way, map: {"1": ONSITE, "2": APPOINTMENT}}
              org_code: org
              item_code: item
              counter_code: counter
              staff_code: staff
              outcome: {column: status, map: {"0": WAITING, "1": SERVED, "2": NO_SHOW, "7": WRONG_ITEM}}
              taken_at: taken
              appointment_at: appointment
              called_at: called
              started_at: started
              finished_at: finished
              wait_s: wait
              handle_s: handle
              is_forwarded: forwarded
        """,
        "{'id': 'BIGINT', 'hall': 'VARCHAR', 'day': 'DATE', 'number': 'VARCHAR', 'seq': 'INTEGER', 'queue': 'VARCHAR', 'way': 'VARCHAR', 'org': 'VARCHAR', 'item': 'VARCHAR', 'counter': 'VARCHAR', 'staff': 'VARCHAR', 'status': 'VARCHAR', 'taken': 'TIMESTAMP', 'appointment': 'TIMESTAMP', 'called': 'TIMESTAMP', 'started': 'TIMESTAMP', 'finished': 'TIMESTAMP', 'wait': 'DOUBLE', 'handle': 'DOUBLE', 'forwarded': 'BOOLEAN'}",
        "id,hall,day,number,seq,queue,way,org,item,counter,staff,status,taken,appointment,called,started,finished,wait,handle,forwarded",
        (line, random, i) =>
        {
            var taken = At(i);
            var (wait, handle) = (random.Next(0, 3600), random.Next(30, 1800));
            var called = taken.AddSeconds(wait);
            line.Append(CultureInfo.InvariantCulture, $"{i},H{i % 12:00},{taken:yyyy-MM-dd},A{i:0000000},1,综合{i % 9}号队列,{1 + (i % 7 == 0 ? 1 : 0)},1151130{i % 40:00000},511A{i % 900:0000000},{i % 20:00},{i % 300:0000},{(i % 6 == 0 ? 2 : 1)},{taken:yyyy-MM-dd HH:mm:ss},,{called:yyyy-MM-dd HH:mm:ss},{called.AddSeconds(3):yyyy-MM-dd HH:mm:ss},{called.AddSeconds(3 + handle):yyyy-MM-dd HH:mm:ss},{wait},{handle},{i % 50 / 49}");
        });

    private static BenchFeed Reviews => new("bench-reviews", """
        profile: bench-reviews
        title: Benchmark, reviews
        source: bench
        outputs:
          - entity: review
            satisfaction: five_is_best
            fields:
              review_no: no
              ticket_no: ticket
              item_code: item
              org_code: org
              hall_code: hall
              counter_code: counter
              staff_code: staff
              channel: {column: pf, map: {"1": PC, "2": MOBILE, "3": QR, "4": HALL_PAD, "5": HALL_TERMINAL, "7": SYSTEM_DEFAULT}}
              level: satisfaction
              reviewed_at: at
              body: text
              tags: tags
              person_phone: phone
        """,
        "{'no': 'VARCHAR', 'ticket': 'VARCHAR', 'item': 'VARCHAR', 'org': 'VARCHAR', 'hall': 'VARCHAR', 'counter': 'VARCHAR', 'staff': 'VARCHAR', 'pf': 'VARCHAR', 'satisfaction': 'INTEGER', 'at': 'TIMESTAMP', 'text': 'VARCHAR', 'tags': 'VARCHAR', 'phone': 'VARCHAR'}",
        "no,ticket,item,org,hall,counter,staff,pf,satisfaction,at,text,tags,phone",
        (line, random, i) =>
        {
            var level = i % 100 == 0 ? 1 : 5;
            var text = i % 5 != 0 ? "" : level == 1 ? $"窗口等了{i % 90}分钟，叫号叫错，请回电1380{i % 10_000_000:0000000}" : "服务热情，一次就办好了，谢谢工作人员";
            line.Append(CultureInfo.InvariantCulture, $"R{i:00000000},T{i:00000000},511A{i % 900:0000000},1151130{i % 40:00000},H{i % 12:00},{i % 20:00},{i % 300:0000},{1 + (i % 5)},{level},{At(i):yyyy-MM-dd HH:mm:ss},{text},\"{(level == 1 ? "108,114" : "510,517")}\",139{random.Next(100_000_000):00000000}");
        });

    private static DateTime At(int i) => new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Unspecified).AddSeconds(i * 25L);
}
