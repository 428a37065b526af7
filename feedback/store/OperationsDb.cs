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
    /// <summary>Reports delivered.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();
    /// <summary>Runs of jobs.</summary>
    public DbSet<JobRunRow> JobRuns => Set<JobRunRow>();
    /// <summary>Words on labels.</summary>
    public DbSet<LabelDecisionRow> LabelDecisions => Set<LabelDecisionRow>();
    /// <summary>Evidence.</summary>
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        var dateTime = builder.Properties<DateTime>().HaveConversion<WithoutZone>();
        if (Database.IsNpgsql())
            dateTime.HaveColumnType("timestamp without time zone");
        builder.Properties<CaseState>().HaveConversion<CodeConverter<CaseState>>();
        builder.Properties<Role>().HaveConversion<CodeConverter<Role>>();
        builder.Properties<CloseReason>().HaveConversion<CodeConverter<CloseReason>>();
        builder.Properties<DeadlineStep>().HaveConversion<CodeConverter<DeadlineStep>>();
        builder.Properties<Card>().HaveConversion<CodeConverter<Card>>();
        builder.Properties<Approval>().HaveConversion<CodeConverter<Approval>>();
        builder.Properties<Branch>().HaveConversion<CodeConverter<Branch>>();
        builder.Properties<Satisfaction>().HaveConversion<CodeConverter<Satisfaction>>();
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
        });
        model.Entity<PolicyVersionRow>(e => { e.ToTable("policy_version"); e.HasKey(r => r.Hash); });
        model.Entity<CalendarYearRow>(e => { e.ToTable("calendar_year"); e.HasKey(r => new { r.Region, r.Year }); });
        model.Entity<CalendarDayRow>(e => { e.ToTable("calendar_day"); e.HasKey(r => new { r.Region, r.Date }); });
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
        model.Entity<LabelDecisionRow>(e => { e.ToTable("label_decision"); e.HasKey(r => r.Id); });
        model.Entity<AttachmentRow>(e => { e.ToTable("attachment"); e.HasKey(r => new { r.CaseNo, r.ContentHash }); });
        // Only so that EF inserts parents first; nothing navigates.
        model.Entity<CaseRow>().HasOne<PolicyVersionRow>().WithMany().HasForeignKey(r => r.PolicyHash);
        model.Entity<CaseEventRow>().HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNo);
        model.Entity<CaseView>().HasOne<CaseRow>().WithOne().HasForeignKey<CaseView>(r => r.CaseNo);
        model.Entity<RoleRow>().HasOne<UserRow>().WithMany().HasForeignKey(r => r.UserId);
        model.Entity<ScopeRow>().HasOne<UserRow>().WithMany().HasForeignKey(r => r.UserId);
        model.Entity<AttachmentRow>().HasOne<CaseRow>().WithMany().HasForeignKey(r => r.CaseNo);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    /// <summary>The shadow column the queue's search looks in.</summary>
    internal const string SearchText = "SearchText";

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
