using System.CommandLine;
using QualityInsight.Ingest;

namespace QualityInsight.Jobs.Cli;

/// <summary><c>qi profile</c>: the mapping profiles there are.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var command = new Command("profile", "Mapping profiles: how a feed's columns and codes become ours.");
        command.Subcommands.Add(new Command("list", "The profiles that come with the program.").Does((_, _) =>
        {
            foreach (var name in ProfileCatalog.Names)
            {
                var profile = ProfileCatalog.Load(name);
                Console.WriteLine($"{name,-28} {profile.Source,-24} {string.Join(", ", profile.Outputs.Select(o => o.Entity.Name))}");
            }
            return Task.FromResult(ExitCode.Done);
        }));
        var which = new Argument<string>("name") { Description = "A profile's name." };
        command.Subcommands.Add(new Command("show", "A profile's text, to copy and change.") { which }.Does((parsed, _) =>
        {
            Console.WriteLine(ProfileCatalog.Text(parsed.GetRequiredValue(which)));
            return Task.FromResult(ExitCode.Done);
        }));
        var path = new Argument<string>("path") { Description = "A profile of your own." };
        command.Subcommands.Add(new Command("check", "Reads a profile and says what is wrong with it.") { path }.Does((parsed, _) =>
        {
            var profile = ProfileCatalog.Load(parsed.GetRequiredValue(path));
            Console.WriteLine($"{profile.Name}: {profile.Source}, {string.Join(", ", profile.Outputs.Select(o => o.Entity.Name))}: as it should be");
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
