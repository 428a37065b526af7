using QualityInsight.Feedback;

namespace QualityInsight.Web.Security;

/// <summary>An account as the desk needs it.</summary>
/// <param name="Login">The log-in name.</param>
/// <param name="Stamp">Changes with the password, the roles and the scope; a session with another stamp ends.</param>
/// <param name="Actor">Who acts: roles, home unit and scope.</param>
internal sealed record Account(string Login, string Stamp, Actor Actor);

/// <summary>How an attempt to log in ended.</summary>
internal enum LogInOutcome
{
    Done,
    Wrong,
    Locked,
}

/// <summary>The accounts of the operations store, as the desk uses them.</summary>
internal interface IAccounts
{
    /// <summary>Checks a password; failures count towards the lockout, and take as long whether or not there is such an account.</summary>
    Task<(LogInOutcome Outcome, Account? Account)> LogInAsync(string login, string password, CancellationToken cancel);

    /// <summary>The account, or null where there is none or it is closed.</summary>
    Task<Account?> FindAsync(string id, CancellationToken cancel);
}
