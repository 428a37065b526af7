using System.ComponentModel;
using System.Diagnostics;

namespace QualityInsight.Reports.Mail;

/// <summary>
/// Hands letters to the machine's own mail program through the <c>sendmail</c> interface (Postfix, Exim, msmtp), which
/// then knows about queues, implicit TLS and relays.
/// </summary>
/// <param name="command">The program, for example <c>/usr/sbin/sendmail</c> or <c>msmtp</c>.</param>
public sealed class SendmailTransport(string command = "/usr/sbin/sendmail") : IMailTransport
{
    /// <inheritdoc />
    public string Name => command;

    /// <inheritdoc />
    public async Task Send(Letter letter, CancellationToken cancellation = default)
    {
        var bytes = MimeMessage.Bytes(letter);
        var address = new System.Net.Mail.MailAddress(letter.To).Address;
        try
        {
            // "--" ends the options: an address can never be read as one.
            using var program = Process.Start(new ProcessStartInfo(command, ["-i", "--", address]) { RedirectStandardInput = true, RedirectStandardError = true })!;
            var said = program.StandardError.ReadToEndAsync(cancellation);
            await program.StandardInput.BaseStream.WriteAsync(bytes, cancellation);
            program.StandardInput.Close();
            await program.WaitForExitAsync(cancellation);
            // 75 is EX_TEMPFAIL of sysexits.h.
            if (program.ExitCode != 0)
                throw new MailRefusedException($"{command} did not take the letter to {letter.To} (exit code {program.ExitCode}): {(await said).Trim()}", program.ExitCode == 75);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new MailRefusedException($"{command} cannot be run for the letter to {letter.To}: {e.Message}", mayPass: false, e);
        }
    }
}
