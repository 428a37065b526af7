using System.Globalization;
using QualityInsight.Reports.Mail;

namespace QualityInsight.Jobs.Pipeline;

/// <summary>
/// How mail leaves, from the environment: <c>QI__Mail__Host</c>, <c>QI__Mail__Port</c> (587), <c>QI__Mail__User</c>,
/// <c>QI__Mail__PasswordFile</c>, <c>QI__Mail__StartTls</c> (true),
/// <c>QI__Mail__TrustedCertificate</c> (PEM file of a server no authority vouches for), <c>QI__Mail__From</c>, <c>QI__Mail__Receivers</c>
/// (separated by commas); or <c>QI__Mail__Sendmail</c>. <c>QI__Mail__Bounces</c>: the folder where
/// returned mail is dropped. <c>QI__Site</c>: the desk's address, for links. Where nothing is set, letters go to the outbox folder.
/// </summary>
internal static class MailSetting
{
    public static string From => Get("From") ?? "quality-insight@localhost";

    public static IReadOnlyList<string> Receivers =>
        Get("Receivers")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? ["managers@localhost"];

    /// <summary>The desk's address, for links in letters.</summary>
    public static string? Site => Environment.GetEnvironmentVariable("QI__Site") is { Length: > 0 } site ? site : null;

    /// <summary>The folder where what comes back to the sender is dropped.</summary>
    public static string? Bounces => Get("Bounces");

    public static IMailTransport Transport(Deployment deployment)
    {
        if (Get("Host") is { } host)
            return new SmtpTransport(new SmtpSettings(host, int.Parse(Get("Port") ?? "587", CultureInfo.InvariantCulture),
                !string.Equals(Get("StartTls"), "false", StringComparison.OrdinalIgnoreCase), Get("User"),
                Get("PasswordFile") is { } file ? File.ReadAllText(file).Trim() : null) { TrustedCertificate = Get("TrustedCertificate") });
        return Get("Sendmail") is { } command ? new SendmailTransport(command) : new PickupFolderTransport(deployment.Outbox);
    }

    private static string? Get(string name) => Environment.GetEnvironmentVariable($"QI__Mail__{name}") is { Length: > 0 } value ? value : null;
}
