using System.Text;
using QualityInsight.Warehouse;

// Started by SqlSandbox; see SandboxWorker.
using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
return SandboxWorker.Run(input, output);
