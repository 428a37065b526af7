-- Facts. Timestamps are local wall-clock of the feed's zone (Asia/Shanghai unless the profile says otherwise),
-- durations whole or fractional seconds, levels 1–5 with 5 best (national direction), enums closed and ours.
-- No foreign keys, no secondary indexes (libduckdb 1.5.6 breaks an index replayed from the WAL).
-- Text columns end in _masked: phone, id, plate, card numbers and names are masked before they come here.
-- person_hash is a keyed hash (HMAC); it cannot be turned back without the key, which is not in the data folder.
-- batch_id and line_no lead back to the file and line a row came from (table batch).

-- Grain: one matter handled (办件) or one hotline order (12345 工单), its latest version.
-- Natural key: source, ticket_no. A newer version replaces the row here and moves the older to ticket_history.
CREATE TABLE ticket (
    source         TEXT NOT NULL,
    ticket_no      TEXT NOT NULL,
    version        INTEGER NOT NULL DEFAULT 1,
    kind           TEXT NOT NULL CHECK (kind IN ('MATTER', 'HOTLINE')),
    status         TEXT NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'CANCELLED', 'DUPLICATE', 'TRANSFERRED')),
    item_code      TEXT, org_code TEXT, area_code TEXT, hall_code TEXT, counter_code TEXT, staff_code TEXT,
    category       TEXT,                 -- what the matter is about, as the feed labels it
    request_type   TEXT CHECK (request_type IN ('CONSULT', 'HELP', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'PRAISE', 'OTHER')),
    case_type      TEXT CHECK (case_type IN ('IMMEDIATE', 'COMMITTED', 'OTHER')),
    apply_channel  TEXT CHECK (apply_channel IN ('COUNTER', 'PC', 'MOBILE', 'SELF_SERVICE', 'EXPRESS', 'PHONE', 'EMAIL', 'OTHER')),
    applicant_type TEXT CHECK (applicant_type IN ('PERSON', 'ENTERPRISE', 'INSTITUTION', 'SOCIAL_ORG', 'GOV', 'UNINCORPORATED', 'OTHER')),
    applied_at     TIMESTAMP, accepted_at TIMESTAMP,
    due_at         TIMESTAMP,            -- promised end, as the feed gives it (suspension already added by the feed, or NULL)
    closed_at      TIMESTAMP, replied_at TIMESTAMP,
    suspended_s    DOUBLE NOT NULL DEFAULT 0,  -- total of ticket_suspension; added to due_at when on-time is judged
    result         TEXT,
    title_masked   TEXT, text_masked TEXT, reply_masked TEXT,
    person_hash    TEXT,
    batch_id       BIGINT NOT NULL, line_no BIGINT NOT NULL
);
CREATE TABLE ticket_history AS SELECT *, NULL::BIGINT AS replaced_by_batch, NULL::TIMESTAMP AS replaced_at FROM ticket;

-- Grain: one step of a ticket. Natural key: source, ticket_no, seq.
CREATE TABLE ticket_step (
    source TEXT NOT NULL, ticket_no TEXT NOT NULL, seq INTEGER NOT NULL,
    name TEXT NOT NULL, actor_code TEXT, org_code TEXT,
    started_at TIMESTAMP, ended_at TIMESTAMP, action TEXT,
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one stop of the clock (特别程序). Natural key: source, ticket_no, seq.
CREATE TABLE ticket_suspension (
    source TEXT NOT NULL, ticket_no TEXT NOT NULL, seq INTEGER NOT NULL,
    kind TEXT, reason TEXT, started_at TIMESTAMP NOT NULL, ended_at TIMESTAMP,
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one queue number taken (or one call to a call centre).
-- Natural key: source, hall_code, visit_date, number, seq (forwarded numbers get a further seq).
CREATE TABLE visit (
    source       TEXT NOT NULL, hall_code TEXT NOT NULL, visit_date DATE NOT NULL, number TEXT NOT NULL, seq INTEGER NOT NULL,
    queue_name   TEXT, way TEXT CHECK (way IN ('ONSITE', 'APPOINTMENT', 'ONLINE', 'PHONE', 'OTHER')),
    org_code     TEXT, item_code TEXT, counter_code TEXT, staff_code TEXT,
    outcome      TEXT NOT NULL CHECK (outcome IN ('SERVED', 'NO_SHOW', 'WRONG_ITEM', 'WAITING', 'VOID')),
    taken_at     TIMESTAMP, appointment_at TIMESTAMP, called_at TIMESTAMP, started_at TIMESTAMP, finished_at TIMESTAMP,
    wait_s       DOUBLE,                 -- take (or appointment, if later) → call; as the feed measured it, else from the times; NULL unknown
    closed_s     DOUBLE NOT NULL DEFAULT 0, -- seconds of that wait in which the hall was closed (lunch); never more than wait_s
    handle_s     DOUBLE,                 -- start (or call) → finish
    is_forwarded BOOLEAN NOT NULL DEFAULT false,
    person_hash  TEXT,
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: number ↔ matter; one number may hold several matters.
CREATE TABLE visit_ticket (
    source TEXT NOT NULL, hall_code TEXT NOT NULL, visit_date DATE NOT NULL, number TEXT NOT NULL, seq INTEGER NOT NULL,
    ticket_source TEXT NOT NULL, ticket_no TEXT NOT NULL,
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one rating (好差评), append-only. Natural key: source, review_no. Never updated; a second review of the
-- same matter (追评) is another row with review_seq 2.
CREATE TABLE review (
    source       TEXT NOT NULL, review_no TEXT NOT NULL,
    review_seq   TINYINT NOT NULL DEFAULT 1,
    ticket_source TEXT, ticket_no TEXT,
    item_code TEXT, org_code TEXT, area_code TEXT, hall_code TEXT, counter_code TEXT, staff_code TEXT, device_code TEXT,
    object_type  TEXT NOT NULL DEFAULT 'MATTER' CHECK (object_type IN ('MATTER', 'ITEM', 'STAFF', 'PLATFORM')),
    stage        TEXT CHECK (stage IN ('ACCEPT', 'PROCESS', 'CLOSE')),
    channel      TEXT NOT NULL CHECK (channel IN ('PC', 'MOBILE', 'QR', 'HALL_PAD', 'HALL_TERMINAL', 'SELF_SERVICE', 'PHONE', 'SMS', 'SYSTEM_DEFAULT', 'OTHER')),
    level        TINYINT NOT NULL CHECK (level BETWEEN 1 AND 5),
    is_default   BOOLEAN NOT NULL,       -- made by a system, not by a person (pf=7, isprotion)
    is_named     BOOLEAN NOT NULL,       -- the reviewer can be reached (实名)
    reviewed_at  TIMESTAMP NOT NULL, accepted_at TIMESTAMP, served_at TIMESTAMP,
    text_masked  TEXT,
    person_hash  TEXT, phone_hash TEXT, name_hash TEXT,
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one indicator ticked on a review. Natural key: source, review_no, code.
CREATE TABLE review_tag (
    source TEXT NOT NULL, review_no TEXT NOT NULL, dict TEXT NOT NULL, code TEXT NOT NULL,
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);
