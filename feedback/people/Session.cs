namespace QualityInsight.Feedback;

/// <summary>What a session stands on; read again on every request.</summary>
/// <param name="Actor">Who it is, with the roles and the scope of now.</param>
/// <param name="Stamp">The sessions of an account all carry this; when it changes, they end.</param>
/// <param name="MustChangePassword">The password was given by somebody else: nothing else may be done before it is changed.</param>
/// <param name="Language">Language of the screen.</param>
public sealed record Session(Actor Actor, string Stamp, bool MustChangePassword, Language Language);

/// <summary>Why a change to an account is refused.</summary>
public enum AccountFault
{
    /// <summary>There is an account of that name.</summary>
    Exists,
    /// <summary>There is no account of that name.</summary>
    Unknown,
    /// <summary>The name is not of the form a–z, 0–9, dot, hyphen, underscore; 2 to 40 characters.</summary>
    BadName,
    /// <summary>No name to show.</summary>
    NoShownName,
    /// <summary>System and Reviewer are not roles of an account.</summary>
    NotARole,
    /// <summary>The tree of units has no such unit.</summary>
    UnknownUnit,
    /// <summary>An analyst asks for any review by SQL: who is rated under a staff number would find out who rated.</summary>
    RatedAnalyst,
    /// <summary>Nobody switches off, resets, raises or lowers their own account.</summary>
    Yourself,
    /// <summary>Shorter than <see cref="Passwords.MinLength"/>.</summary>
    ShortPassword,
    /// <summary>The old password is not right.</summary>
    WrongPassword,
    /// <summary>The new password is the old one.</summary>
    SamePassword,
}

/// <summary>A change to an account that is refused; nothing was changed.</summary>
/// <param name="fault">Why.</param>
/// <param name="about">Which account, unit or role.</param>
public sealed class AccountException(AccountFault fault, string about) : InvalidOperationException($"{about}: {Says(fault)}")
{
    /// <summary>Why.</summary>
    public AccountFault Fault => fault;

    /// <summary>Which account, unit or role.</summary>
    public string About => about;

    private static string Says(AccountFault fault) => fault switch
    {
        AccountFault.Exists => "there is such an account already.",
        AccountFault.Unknown => "there is no such account.",
        AccountFault.BadName => "a name to log in with has 2 to 40 of a–z, 0–9, dot, hyphen, underscore.",
        AccountFault.NoShownName => "a name to show is needed.",
        AccountFault.NotARole => "not a role of an account.",
        AccountFault.UnknownUnit => "there is no such unit.",
        AccountFault.RatedAnalyst => "an analyst sees single reviews; who is rated under a staff number may not be one.",
        AccountFault.Yourself => "nobody changes the rights of their own account, resets or switches it off.",
        AccountFault.ShortPassword => $"a password has at least {Passwords.MinLength} characters.",
        AccountFault.WrongPassword => "the old password is not right.",
        _ => "the new password is the old one.",
    };
}
