using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace QualityInsight.Reports.Mail;

/// <summary>
/// Mail servers whose certificate no authority vouches for, trusted by name in the settings: exactly that certificate, none
/// other. The mail client knows one check a process; it refuses all that the system refuses, but for these.
/// </summary>
internal static class MailTrust
{
    private static readonly ConcurrentDictionary<string, bool> Trusted = new(StringComparer.Ordinal);

    /// <summary>Trusts the certificate of a PEM file.</summary>
    public static void Certificate(string pemFile)
    {
        using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(pemFile));
        Trusted[PrintOf(certificate)] = true;
#pragma warning disable SYSLIB0014 // System.Net.Mail offers no other place.
        ServicePointManager.ServerCertificateValidationCallback = Check;
#pragma warning restore SYSLIB0014
    }

    private static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || (certificate is not null && Trusted.ContainsKey(PrintOf(certificate)));

    private static string PrintOf(X509Certificate certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);
}
