-- Convenience (问得少·跑得少·交得少), hotline callbacks, bots, groups of people, and kinds of units to be compared among each other.
-- New columns stand at the end and are NULL where a feed does not say.

ALTER TABLE org ADD COLUMN kind TEXT;                  -- what sort of department, the same word in every area (市场监管, 公安); peers share it
ALTER TABLE hall ADD COLUMN kind TEXT;                 -- city hall, county hall, specialised hall, …; peers share it

ALTER TABLE service_item ADD COLUMN steps INTEGER;             -- 办理环节数
ALTER TABLE service_item ADD COLUMN is_mobile BOOLEAN;         -- 掌上可办
ALTER TABLE service_item ADD COLUMN is_full_online BOOLEAN;    -- 全程网办 (GB/T 37277: no visit in any step)
ALTER TABLE service_item ADD COLUMN e_materials INTEGER;       -- 可电子化提交的材料数, of materials
ALTER TABLE service_item ADD COLUMN exempt_materials INTEGER;  -- 免交材料数 (shared data or a promise stand in for them)

ALTER TABLE ticket ADD COLUMN is_assisted BOOLEAN;     -- 帮办代办: staff applied for the citizen
ALTER TABLE ticket ADD COLUMN citizen_group TEXT;      -- GENERAL, ELDERLY, DISABLED, VETERAN, PREGNANT, FOREIGN, OTHER; never a person
ALTER TABLE ticket ADD COLUMN dispatched_at TIMESTAMP; -- hotline: 派单
ALTER TABLE ticket ADD COLUMN signed_at TIMESTAMP;     -- hotline: 签收
ALTER TABLE ticket ADD COLUMN contacted_at TIMESTAMP;  -- hotline: 首次联系诉求人
ALTER TABLE ticket ADD COLUMN returns INTEGER;         -- hotline: 退单次数
ALTER TABLE ticket_history ADD COLUMN is_assisted BOOLEAN;
ALTER TABLE ticket_history ADD COLUMN citizen_group TEXT;
ALTER TABLE ticket_history ADD COLUMN dispatched_at TIMESTAMP;
ALTER TABLE ticket_history ADD COLUMN signed_at TIMESTAMP;
ALTER TABLE ticket_history ADD COLUMN contacted_at TIMESTAMP;
ALTER TABLE ticket_history ADD COLUMN returns INTEGER;
ALTER TABLE visit ADD COLUMN citizen_group TEXT;

-- Grain: one joined-up service (一件事) and valid_from; service_item.theme holds its code. What it took before and takes now, for one
-- applicant going through the whole; NULL where nobody counted.
CREATE TABLE one_thing (
    code             TEXT NOT NULL,        -- as service_item.theme writes it
    name             TEXT NOT NULL,
    audience         TEXT,                 -- PERSON or ENTERPRISE
    is_joint         BOOLEAN,              -- several departments
    lead_org_code    TEXT,
    fields_before    INTEGER, fields_after    INTEGER,  -- 填写字段
    materials_before INTEGER, materials_after INTEGER,  -- 提交材料
    steps_before     INTEGER, steps_after     INTEGER,  -- 环节
    time_before_s      DOUBLE,  time_after_s      DOUBLE,   -- 时限, natural seconds
    visits_before    INTEGER, visits_after    INTEGER,  -- 跑动次数
    valid_from DATE NOT NULL, valid_to DATE,
    batch_id   BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one callback to the author of a hotline order (回访). Natural key: source, ticket_no, seq.
-- UNDERSTOOD (理解) is neither satisfied nor dissatisfied.
CREATE TABLE order_callback (
    source TEXT NOT NULL, ticket_no TEXT NOT NULL, seq INTEGER NOT NULL,
    called_at TIMESTAMP NOT NULL,
    is_valid  BOOLEAN NOT NULL,            -- 有效回访: reached, and an answer was given
    is_solved BOOLEAN,                     -- 是否解决; NULL not asked
    satisfaction TEXT CHECK (satisfaction IN ('SATISFIED', 'BASICALLY_SATISFIED', 'UNDERSTOOD', 'NOT_SATISFIED')),
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one talk with a bot (智能客服). Natural key: source, session_no. No text is kept.
CREATE TABLE bot_session (
    source TEXT NOT NULL, session_no TEXT NOT NULL,
    org_code TEXT, area_code TEXT, item_code TEXT,
    channel TEXT, started_at TIMESTAMP NOT NULL, turns INTEGER,
    is_handed_over BOOLEAN NOT NULL,       -- 转人工
    is_solved BOOLEAN,                     -- the citizen pressed "solved"; NULL not asked
    ticket_source TEXT, ticket_no TEXT,    -- the hotline order that came of it
    batch_id BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Grain: one bad review whose author is known by a keyed hash; is_repeat: the same author gave the same item a bad review in the
-- 30 days before (重复差评). The hash stays here; only the finding is published.
CREATE VIEW repeat_review AS
SELECT r.source, r.review_no,
       COALESCE(r.reviewed_at - lag(r.reviewed_at) OVER (PARTITION BY r.person_hash, r.item_code ORDER BY r.reviewed_at, r.review_no) <= INTERVAL '30 days', false) AS is_repeat
FROM review AS r
WHERE r.level <= 2 AND r.person_hash IS NOT NULL AND r.item_code IS NOT NULL;

-- Grain: one complaint or report to the hotline whose author is known by a keyed hash; is_repeat: the same author complained about the
-- same category in the 30 days before (重复投诉).
CREATE VIEW repeat_order AS
SELECT t.source, t.ticket_no,
       COALESCE(t.applied_at - lag(t.applied_at) OVER (PARTITION BY t.person_hash, t.category ORDER BY t.applied_at, t.ticket_no) <= INTERVAL '30 days', false) AS is_repeat
FROM ticket AS t
WHERE t.kind = 'HOTLINE' AND t.request_type IN ('COMPLAINT', 'REPORT') AND t.person_hash IS NOT NULL AND t.category IS NOT NULL AND t.applied_at IS NOT NULL;
