using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace QualityInsight.Feedback.Store;

/// <summary>The operations store as EF Core sees it. The schema is made by the embedded scripts, not by EF.</summary>
public sealed class OperationsDb(DbContextOptions<OperationsDb> options) : DbContext(options)
{
    /// <summary>Cases.</summary>
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    /// <summary>Their events.</summary>
    public DbSet<CaseEventRow> Events => Set<CaseEventRow>();
    /// <summary>Their lines in the queue.</summary>
    public DbSet<CaseView> Views => Set<CaseView>();
    /// <summary>Policies.</summary>
    public DbSet<PolicyVersionRow> Policies => Set<PolicyVersionRow>();
    /// <summary>Announced years.</summary>
    public DbSet<CalendarYearRow> CalendarYears => Set<CalendarYearRow>();
    /// <summary>Special days.</summary>
    public DbSet<CalendarDayRow> CalendarDays => Set<CalendarDayRow>();
    /// <summary>Drafts of policies.</summary>
    public DbSet<PolicyDraftRow> PolicyDrafts => Set<PolicyDraftRow>();
    /// <summary>Calendar files that were loaded.</summary>
    public DbSet<CalendarLoadRow> CalendarLoads => Set<CalendarLoadRow>();
    /// <summary>Units.</summary>
    public DbSet<OrgUnitRow> OrgUnits => Set<OrgUnitRow>();
    /// <summary>How far sources were read.</summary>
    public DbSet<RouterPositionRow> RouterPositions => Set<RouterPositionRow>();
    /// <summary>Accounts.</summary>
    public DbSet<UserRow> Users => Set<UserRow>();
    /// <summary>Their roles.</summary>
    public DbSet<RoleRow> Roles => Set<RoleRow>();
    /// <summary>Their scopes.</summary>
    public DbSet<ScopeRow> Scopes => Set<ScopeRow>();
    /// <summary>Contact data, encrypted.</summary>
    public DbSet<PersonRow> Persons => Set<PersonRow>();
    /// <summary>Who looked at whom.</summary>
    public DbSet<AccessAuditRow> AccessAudit => Set<AccessAuditRow>();
    /// <summary>Messages to send.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    /// <summary>How people get reports.</summary>
    public DbSet<ReportSettingRow> ReportSettings => Set<ReportSettingRow>();
    /// <summary>Reports delivered.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();
    /// <summary>Runs of jobs.</summary>
    public DbSet<JobRunRow> JobRuns => Set<JobRunRow>();
    /// <summary>Their logs.</summary>
    public DbSet<JobLineRow> JobLines => Set<JobLineRow>();
    /// <summary>What became of alerts.</summary>
    public DbSet<AlertEventRow> AlertEvents => Set<AlertEventRow>();
    /// <summary>Tokens of programs.</summary>
    public DbSet<AccessTokenRow> AccessTokens => Set<AccessTokenRow>();
    /// <summary>Saved queries.</summary>
    public DbSet<SavedQueryRow> SavedQueries => Set<SavedQueryRow>();
    /// <summary>Words on labels.</summary>
    public DbSet<LabelDecisionRow> LabelDecisions => Set<LabelDecisionRow>();
    /// <summary>Evidence.</summary>
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();
    /// <summary>Versions of reply templates.</summary>
    public DbSet<ReplyTemplateRow> ReplyTemplates => Set<ReplyTemplateRow>();
    /// <summary>Who has which case open.</summary>
    public DbSet<PresenceRow> Presences => Set<PresenceRow>();
    /// <summary>Whose case it is, by keyed hash.</summary>
    public DbSet<CasePersonRow> CasePersons => Set<CasePersonRow>();

    /// <summary>Lists kept under a name.</summary>
    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();
    /// <summary>How people like the queue.</summary>
    public DbSet<QueueSettingRow> QueueSettings => Set<QueueSettingRow>();
    /// <summary>Supporting units' tasks.</summary>
    public DbSet<SupportTaskRow> SupportTasks => Set<SupportTaskRow>();
    /// <summary>The fallback register.</summary>
    public DbSet<FallbackRow> Fallbacks => Set<FallbackRow>();
    /// <summary>Absences.</summary>
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();
    /// <summary>How new cases find a handler.</summary>
    public DbSet<AssignmentRuleRow> AssignmentRules => Set<AssignmentRuleRow>();

    /// <summary>Cases whose lines are to be saved; what stands beside the lines is saved with them.</summary>
    internal Dictionary<string, Case> Projected { get; } = new(StringComparer.Ordinal);

    /// <summary>Saves, and brings the search index in step with the queue's lines that changed, in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await BesideRows.KeepAsync(this, Projected.Values, cancellationToken);
        Projected.Clear();
        var lines = ChangeTracker.Entries<CaseView>().Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => (e.Entity.CaseNo, (string)e.Property(SearchText).CurrentValue!, e.Entity.IsOpen)).ToList();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await SearchIndex.KeepAsync(this, lines, cancellationToken);
        return saved;
    }
    /// <summary>Links for citizens.</summary>
    public DbSet<RereviewLinkRow> RereviewLinks => Set<RereviewLinkRow>();
    /// <summary>Notices.</summary>
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();
    /// <summary>How people want to be told.</summary>
    public DbSet<NoticeSettingRow> NoticeSettings => Set<NoticeSettingRow>();
    /// <summary>And of what.</summary>
    public DbSet<NoticeChoiceRow> NoticeChoices => Set<NoticeChoiceRow>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        var dateTime = builder.Properties<DateTime>().HaveConversion<WithoutZone>();
        if (Database.IsNpgsql())
            dateTime.HaveColumnType("timestamp without time zone");
        builder.Properties<CaseState>().HaveConversion<CodeConverter<CaseState>>();
        builder.Properties<CaseKind>().HaveConversion<CodeConverter<CaseKind>>();
        builder.Properties<Role>().HaveConversion<CodeConverter<Role>>();
        builder.Properties<CloseReason>().HaveConversion<CodeConverter<CloseReason>>();
        builder.Properties<DeadlineStep>().HaveConversion<CodeConverter<DeadlineStep>>();
        builder.Properties<Card>().HaveConversion<CodeConverter<Card>>();
        builder.Properties<Approval>().HaveConversion<CodeConverter<Approval>>();
        builder.Properties<Branch>().HaveConversion<CodeConverter<Branch>>();
        builder.Properties<Satisfaction>().HaveConversion<CodeConverter<Satisfaction>>();
        builder.Properties<SupportState>().HaveConversion<CodeConverter<SupportState>>();
        builder.Properties<FallbackOrigin>().HaveConversion<CodeConverter<FallbackOrigin>>();
        builder.Properties<FallbackOutcome>().HaveConversion<CodeConverter<FallbackOutcome>>();
        builder.Properties<NoticeKind>().HaveConversion<CodeConverter<NoticeKind>>();
        builder.Properties<Language>().HaveConversion<CodeConverter<Language>>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<CaseRow>(e => { e.ToTable("case"); e.HasKey(r => r.CaseNo); });
        model.Entity<CaseEventRow>(e =>
        {
            e.ToTable("case_event", t => t.HasTrigger("case_event_stays"));
            e.HasKey(r => r.Position);
            e.Property(r => r.Position).ValueGeneratedNever();
        });
        model.Entity<CaseView>(e =>
        {
            e.ToTable("case_view");
            e.HasKey(r => r.CaseNo);
            e.Property<string>(SearchText);
            e.Property<string?>(StaffCode);
        });
        model.Entity<PolicyVersionRow>(e => { e.ToTable("policy_version"); e.HasKey(r => r.Hash); });
        model.Entity<CalendarYearRow>(e => { e.ToTable("calendar_year"); e.HasKey(r => new { r.Region, r.Year }); });
        model.Entity<CalendarDayRow>(e => { e.ToTable("calendar_day"); e.HasKey(r => new { r.Region, r.Date }); });
        model.Entity<PolicyDraftRow>(e => { e.ToTable("policy_draft", t => t.HasTrigger("policy_draft_stays")); e.HasKey(r => new { r.DraftId, r.Version }); });
        model.Entity<CalendarLoadRow>(e => { e.ToTable("calendar_load", t => t.HasTrigger("calendar_load_stays")); e.HasKey(r => r.LoadId); });
        model.Entity<OrgUnitRow>(e => { e.ToTable("org_unit"); e.HasKey(r => r.Code); });
        model.Entity<RouterPositionRow>(e => { e.ToTable("router_position"); e.HasKey(r => r.Name); });
        model.Entity<UserRow>(e => { e.ToTable("user"); e.HasKey(r => r.UserId); });
        model.Entity<RoleRow>(e => { e.ToTable("role"); e.HasKey(r => new { r.UserId, r.Role }); });
        model.Entity<ScopeRow>(e => { e.ToTable("scope"); e.HasKey(r => new { r.UserId, r.OrgCode }); });
        model.Entity<PersonRow>(e => { e.ToTable("person"); e.HasKey(r => r.PersonHash); });
        model.Entity<AccessAuditRow>(e =>
        {
            e.ToTable("access_audit", t => t.HasTrigger("access_audit_stays"));
            e.HasKey(r => r.Seq);
            e.Property(r => r.Seq).ValueGeneratedNever();
        });
        model.Entity<OutboxRow>(e => { e.ToTable("outbox"); e.HasKey(r => r.Id); });
        model.Entity<DeliveryRow>(e => { e.ToTable("delivery"); e.HasKey(r => r.Id); });
        model.Entity<JobRunRow>(e => { e.ToTable("job_run"); e.HasKey(r => r.Id); });
        model.Entity<JobLineRow>(e => { e.ToTable("job_line"); e.HasKey(r => new { r.RunId, r.LineNo }); });
        model.Entity<AlertEventRow>(e => { e.ToTable("alert_event", t => t.HasTrigger("alert_event_stays")); e.HasKey(r => r.Id); });
        model.Entity<AccessTokenRow>(e => { e.ToTable("access_token"); e.HasKey(r => r.TokenId); });
        model.Entity<SavedQueryRow>(e => { e.ToTable("saved_query", t => t.HasTrigger("saved_query_stays")); e.HasKey(r => new { r.QueryId, r.Version }); });
        model.Entity<LabelDecisionRow>(e => { e.ToTable("label_decision"); e.HasKey(r => r.Id); });
        model.Entity<AttachmentRow>(e => { e.ToTable("attachment"); e.HasKey(r => new { r.CaseNo, r.ContentHash }); });
        model.Entity<SavedViewRow>(e => { e.ToTable("saved_view"); e.HasKey(r => r.Id); });
        model.Entity<QueueSettingRow>(e => { e.ToTable("queue_setting"); e.HasKey(r => r.UserId); });
        model.Entity<SupportTaskRow>(e => { e.ToTable("support_task"); e.HasKey(r => new { r.CaseNo, r.TaskNo }); });
        model.Entity<AbsenceRow>(e => { e.ToTable("absence"); e.HasKey(r => r.Id); });
        model.Entity<AssignmentRuleRow>(e => { e.ToTable("assignment_rule"); e.HasKey(r => r.Id); });
        model.Entity<ReplyTemplateRow>(e => { e.ToTable("reply_template", t => t.HasTrigger("reply_template_stays")); e.HasKey(r => new { r.TemplateId, r.Version }); });
        model.Entity<PresenceRow>(e => { e.ToTable("case_presence"); e.HasKey(r => new { r.CaseNo, r.UserId }); });
        model.Entity<CasePersonRow>(e => { e.ToTable("case_person"); e.HasKey(r => r.CaseNo); });
        model.Entity<RereviewLinkRow>(e => { e.ToTable("rereview_link"); e.HasKey(r => r.TokenHash); });
        model.Entity<NoticeRow>(e => { e.ToTable("notice"); e.HasKey(r => r.Id); });
        model.Entity<NoticeSettingRow>(e => { e.ToTable("notice_setting"); e.HasKey(r => r.UserId); });
        model.Entity<NoticeChoiceRow>(e => { e.ToTable("notice_choice"); e.HasKey(r => new { r.UserId, r.Kind }); });
        model.Entity<ReportSettingRow>(e => { e.ToTable("report_setting"); e.HasKey(r => r.UserId); });
        // Only so that EF inserts parents first; nothing navigates.
        model.Entity<CaseRow>().HasOne<PolicyVersionRow>().WithMany().HasForeignKey(r => r.PolicyHash);
        model.Entity<CaseEventRow>().HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNo);
        model.Entity<CaseView>().HasOne<CaseRow>().WithOne().HasForeignKey<CaseView>(r => r.CaseNo);
        model.Entity<FallbackRow>(e => { e.ToTable("fallback_entry"); e.HasKey(r => new { r.CaseNo, r.EntryNo }); });
        model.Entity<FallbackRow>().HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNo);
        model.Entity<SupportTaskRow>().HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNo);
        model.Entity<RoleRow>().HasOne<UserRow>().WithMany().HasForeignKey(r => r.UserId);
        model.Entity<ScopeRow>().HasOne<UserRow>().WithMany().HasForeignKey(r => r.UserId);
        model.Entity<JobLineRow>().HasOne<JobRunRow>().WithMany().HasForeignKey(r => r.RunId);
        model.Entity<AccessTokenRow>().HasOne<UserRow>().WithMany().HasForeignKey(r => r.UserId);
        model.Entity<AttachmentRow>().HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNo);
        model.Entity<CasePersonRow>().HasOne<CaseRow>().WithOne().HasForeignKey<CasePersonRow>(r => r.CaseNo);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    /// <summary>The shadow column the queue's search looks in.</summary>
    internal const string SearchText = "SearchText";

    /// <summary>The shadow column that says whom the case rates; never shown, only compared.</summary>
    internal const string StaffCode = "StaffCode";

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    private sealed class WithoutZone() : ValueConverter<DateTime, DateTime>(
        at => DateTime.SpecifyKind(at, DateTimeKind.Unspecified), at => DateTime.SpecifyKind(at, DateTimeKind.Unspecified));

    private sealed class CodeConverter<T>() : ValueConverter<T, string>(v => v.Code(), s => Codes.Parse<T>(s)) where T : struct, Enum;
}
