using System.CommandLine;
var root = new RootCommand("QualityInsight");
var o = new Option<string>("--data") { Description = "d", DefaultValueFactory = _ => "data", Recursive = true };
root.Options.Add(o);
var c = new Command("x", "y");
c.SetAction(async (ParseResult p, CancellationToken ct) => { await Task.Yield(); Console.WriteLine(p.GetValue(o)); return 0; });
root.Subcommands.Add(c);
return await root.Parse(args).InvokeAsync();
