using QualityInsight.Warehouse;

// A second process for the tests: it does one thing with a warehouse and says each step on a line, until it is killed
// or its input ends.
var (verb, folder) = (args[0], args[1]);
try
{
    using var warehouse = DataWarehouse.Open(folder, TimeProvider.System, new() { Program = "child" });
    Say("open");
    switch (verb)
    {
        case "hold":
            if (args.Length > 2)
                warehouse.AnnounceUrl(args[2]);
            Say("ready");
            Console.ReadLine();
            break;
        case "append":
            for (var batch = First(warehouse); ; batch++)
            {
                Append(warehouse, batch, 500);
                Say($"committed {batch}");
            }

        case "publish":
            for (var batch = First(warehouse); ; batch++)
            {
                Append(warehouse, batch, 50);
                Say($"published {ServingFile.Publish(warehouse, options: new() { Keep = 3 }).Name}");
            }

        case "half":
            using (var session = warehouse.OpenSession())
            {
                session.InTransaction(() =>
                {
                    Write(session, 999_999, 200_000);
                    Say("uncommitted");
                    Console.ReadLine();
                });
            }

            break;
        default:
            return 2;
    }

    return 0;
}
catch (WarehouseHeldException e)
{
    Say($"held: {e.Message}");
    return 1;
}

static void Say(string line)
{
    Console.WriteLine(line);
    Console.Out.Flush();
}

static long First(DataWarehouse warehouse)
{
    using var session = warehouse.OpenSession();
    return session.QuerySingle("SELECT coalesce(max(batch_id), 0) + 1 FROM review_tag", row => row.Long(0));
}

static void Append(DataWarehouse warehouse, long batch, int rows)
{
    using var session = warehouse.OpenSession();
    session.InTransaction(() => Write(session, batch, rows));
}

static void Write(WarehouseSession session, long batch, int rows)
{
    using var writer = session.Append("review_tag");
    for (var line = 0; line < rows; line++)
    {
        writer.Set("source", "child");
        writer.Set("review_no", $"B{batch}-{line}");
        writer.Set("dict", "national");
        writer.Set("code", "510");
        writer.Set("batch_id", batch);
        writer.Set("line_no", line);
        writer.EndRow();
    }

    writer.Complete();
}
