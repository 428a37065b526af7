using static QualityInsight.Ingest.FieldKind;

namespace QualityInsight.Ingest;

/// <summary>The closed list of entities a profile can fill, after the columns of the warehouse's schema.</summary>
public static class Entities
{
    private static readonly string[] LimitUnits = ["WORKING_DAY", "DAY", "HOUR"];
    private static readonly string[] CitizenGroups = ["GENERAL", "ELDERLY", "DISABLED", "VETERAN", "PREGNANT", "FOREIGN", "OTHER"];
    private static readonly string[] CaseTypes = ["IMMEDIATE", "COMMITTED", "OTHER"];

    /// <summary>Every entity by its name.</summary>
    public static IReadOnlyDictionary<string, Entity> All { get; } =
        new[] { Ticket(), Step(), Suspension(), Visit(), VisitTicket(), Review(), Area(), Org(), Hall(), HallHours(), Counter(), Staff(), Item(), OneThing(), OrderCallback(), BotSession() }
            .ToDictionary(e => e.Name, StringComparer.Ordinal);

    private static Entity Ticket() => new("ticket", ["ticket_no"], ChangePolicy.Replace,
    [
        F("ticket_no", Code, required: true), F("version", Integer, @default: "1"), E("kind", ["MATTER", "HOTLINE"], @default: "MATTER"),
        E("status", ["OPEN", "CLOSED", "CANCELLED", "DUPLICATE", "TRANSFERRED"], required: true),
        F("item_code"), F("org_code"), F("area_code"), F("hall_code"), F("counter_code"), F("staff_code"), F("category"),
        E("request_type", ["CONSULT", "HELP", "COMPLAINT", "REPORT", "SUGGESTION", "PRAISE", "OTHER"]), E("case_type", CaseTypes),
        E("apply_channel", ["COUNTER", "PC", "MOBILE", "SELF_SERVICE", "EXPRESS", "PHONE", "EMAIL", "OTHER"]),
        E("applicant_type", ["PERSON", "ENTERPRISE", "INSTITUTION", "SOCIAL_ORG", "GOV", "UNINCORPORATED", "OTHER"]),
        F("applied_at", Timestamp), F("accepted_at", Timestamp), F("due_at", Timestamp), F("closed_at", Timestamp), F("replied_at", Timestamp),
        F("suspended_s", Duration, @default: "0"), F("result"), F("is_assisted", Flag), E("citizen_group", CitizenGroups),
        F("dispatched_at", Timestamp), F("signed_at", Timestamp), F("contacted_at", Timestamp), F("returns", Integer),
        T("title", "title_masked"), T("body", "text_masked"), T("reply", "reply_masked"),
        P("person_id", PersonId), P("person_name", PersonName), P("person_phone", PersonPhone),
    ],
    [
        new("accepted_before_applied", "accepted_at", "applied_at"), new("closed_before_applied", "closed_at", "applied_at"),
        new("replied_before_applied", "replied_at", "applied_at"), new("due_before_applied", "due_at", "applied_at"),
    ], eventTime: "coalesce(applied_at, accepted_at, closed_at)");

    private static Entity Step() => new("ticket_step", ["ticket_no", "seq"], ChangePolicy.KeepFirst,
    [
        F("ticket_no", Code, required: true), F("seq", Integer, required: true), F("name", Code, required: true), F("actor_code"), F("org_code"),
        F("started_at", Timestamp), F("ended_at", Timestamp), F("action"),
    ], [new("ended_before_started", "ended_at", "started_at")], eventTime: "coalesce(started_at, ended_at)");

    private static Entity Suspension() => new("ticket_suspension", ["ticket_no", "seq"], ChangePolicy.KeepFirst,
    [
        F("ticket_no", Code, required: true), F("seq", Integer, required: true), F("kind"), T("reason", "reason"),
        F("started_at", Timestamp, required: true), F("ended_at", Timestamp),
    ], [new("ended_before_started", "ended_at", "started_at")], eventTime: "started_at");

    private static Entity Visit() => new("visit", ["hall_code", "visit_date", "number", "seq"], ChangePolicy.KeepFirst,
    [
        F("hall_code", Code, required: true), F("visit_date", Date, required: true), F("number", Code, required: true), F("seq", Integer, @default: "1"),
        F("queue_name"), E("way", ["ONSITE", "APPOINTMENT", "ONLINE", "PHONE", "OTHER"]),
        F("org_code"), F("item_code"), F("counter_code"), F("staff_code"),
        E("outcome", ["SERVED", "NO_SHOW", "WRONG_ITEM", "WAITING", "VOID"], required: true),
        F("taken_at", Timestamp), F("appointment_at", Timestamp), F("called_at", Timestamp), F("started_at", Timestamp), F("finished_at", Timestamp),
        F("wait_s", Duration), F("handle_s", Duration), F("is_forwarded", Flag, @default: "false"), E("citizen_group", CitizenGroups),
        P("person_id", PersonId), P("person_name", PersonName), P("person_phone", PersonPhone),
    ],
    [
        new("called_before_taken", "called_at", "taken_at"), new("started_before_taken", "started_at", "taken_at"),
        new("started_before_called", "started_at", "called_at"), new("finished_before_started", "finished_at", "started_at"),
        new("finished_before_called", "finished_at", "called_at"),
        new("negative_wait", "wait_s", null), new("negative_handle", "handle_s", null),
    ], eventTime: "coalesce(taken_at, called_at, visit_date)");

    private static Entity VisitTicket() => new("visit_ticket", ["hall_code", "visit_date", "number", "seq", "ticket_source", "ticket_no"], ChangePolicy.KeepFirst,
    [
        F("hall_code", Code, required: true), F("visit_date", Date, required: true), F("number", Code, required: true), F("seq", Integer, @default: "1"),
        F("ticket_source", Code, required: true), F("ticket_no", Code, required: true),
    ], eventTime: "visit_date::TIMESTAMP");

    private static Entity Review() => new("review", ["review_no"], ChangePolicy.KeepFirst,
    [
        F("review_no", Code, required: true), F("review_seq", Integer, @default: "1"), F("ticket_source"), F("ticket_no"),
        F("item_code"), F("org_code"), F("area_code"), F("hall_code"), F("counter_code"), F("staff_code"), F("device_code"),
        E("object_type", ["MATTER", "ITEM", "STAFF", "PLATFORM"], @default: "MATTER"), E("stage", ["ACCEPT", "PROCESS", "CLOSE"]),
        E("channel", ["PC", "MOBILE", "QR", "HALL_PAD", "HALL_TERMINAL", "SELF_SERVICE", "PHONE", "SMS", "SYSTEM_DEFAULT", "OTHER"], required: true),
        F("level", Level, required: true), F("is_default", Flag), F("is_named", Flag),
        F("reviewed_at", Timestamp, required: true), F("accepted_at", Timestamp), F("served_at", Timestamp),
        T("body", "text_masked"), P("tags", Tags),
        P("person_id", PersonId), P("person_name", PersonName), P("person_phone", PersonPhone),
    ], eventTime: "reviewed_at");

    private static Entity Area() => Dimension("area", ["code"],
        F("code", Code, required: true), F("name", Code, required: true),
        E("level", ["PROVINCE", "CITY", "COUNTY", "STREET", "VILLAGE"], required: true), F("parent_code"));

    private static Entity Org() => Dimension("org", ["code"],
        F("code", Code, required: true), F("name", Code, required: true), F("area_code"), F("parent_code"), F("kind"));

    private static Entity Hall() => Dimension("hall", ["code"],
        F("code", Code, required: true), F("name", Code, required: true), F("area_code"), F("org_code"), F("kind"));

    private static Entity HallHours() => Dimension("hall_hours", ["hall_code", "weekday", "opens"],
        F("hall_code", Code, required: true), F("weekday", Integer, required: true),
        F("opens", TimeOfDay, required: true), F("closes", TimeOfDay, required: true));

    private static Entity Counter() => Dimension("counter", ["hall_code", "code"],
        F("hall_code", Code, required: true), F("code", Code, required: true), F("name", Code, required: true), F("org_code"));

    private static Entity Staff() => Dimension("staff", ["code"], F("code", Code, required: true), F("org_code"), F("hall_code"));

    private static Entity Item() => Dimension("service_item", ["code", "version"],
        F("code", Code, required: true), F("version", Integer, @default: "1"), F("name", Code, required: true), F("org_code"), F("area_code"),
        F("item_type"), E("case_type", CaseTypes), F("theme"), F("statutory_limit", Integer), E("statutory_unit", LimitUnits),
        F("promise_limit", Integer), E("promise_unit", LimitUnits), F("visits_limit", Integer), F("is_online", Flag), F("materials", Integer), F("guide_url"),
        F("steps", Integer), F("is_mobile", Flag), F("is_full_online", Flag), F("e_materials", Integer), F("exempt_materials", Integer));

    private static Entity OneThing() => Dimension("one_thing", ["code"],
    [
        F("code", Code, required: true), F("name", Code, required: true), E("audience", ["PERSON", "ENTERPRISE"]), F("is_joint", Flag), F("lead_org_code"),
        F("fields_before", Integer), F("fields_after", Integer), F("materials_before", Integer), F("materials_after", Integer),
        F("steps_before", Integer), F("steps_after", Integer), F("time_before_s", Duration), F("time_after_s", Duration),
        F("visits_before", Integer), F("visits_after", Integer),
    ]);

    private static Entity OrderCallback() => new("order_callback", ["ticket_no", "seq"], ChangePolicy.KeepFirst,
    [
        F("ticket_no", Code, required: true), F("seq", Integer, @default: "1"), F("called_at", Timestamp, required: true), F("is_valid", Flag, required: true),
        F("is_solved", Flag), E("satisfaction", ["SATISFIED", "BASICALLY_SATISFIED", "UNDERSTOOD", "NOT_SATISFIED"]),
    ], eventTime: "called_at");

    private static Entity BotSession() => new("bot_session", ["session_no"], ChangePolicy.KeepFirst,
    [
        F("session_no", Code, required: true), F("org_code"), F("area_code"), F("item_code"), F("channel"), F("started_at", Timestamp, required: true),
        F("turns", Integer), F("is_handed_over", Flag, required: true), F("is_solved", Flag), F("ticket_source"), F("ticket_no"),
    ], eventTime: "started_at");

    private static Entity Dimension(string name, string[] key, params CanonicalField[] fields) =>
        new(name, key, ChangePolicy.NewValidity, [.. fields, F("valid_from", Date)], hasSource: false);

    private static CanonicalField F(string name, FieldKind kind = Code, bool required = false, string? @default = null) =>
        new(name, kind, name, required, @default, []);

    private static CanonicalField E(string name, string[] values, bool required = false, string? @default = null) =>
        new(name, Enumeration, name, required, @default, values);

    private static CanonicalField T(string name, string column) => new(name, Text, column, false, null, []);

    private static CanonicalField P(string name, FieldKind kind) => new(name, kind, null, false, null, []);
}
