-- Dimensions: who and what the facts speak of. Grain: one row a code and valid_from.
-- A code keeps its text for ever; what changes about it is a new row with a later valid_from.
-- valid_to is exclusive and NULL while the row is in force. No personal data.

CREATE TABLE area (
    code       TEXT NOT NULL,            -- 行政区划代码, 2/4/6/9/12 digits, text (leading zeros, no arithmetic)
    name       TEXT NOT NULL,
    level      TEXT NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'COUNTY', 'STREET', 'VILLAGE')),
    parent_code TEXT,
    valid_from DATE NOT NULL, valid_to DATE,
    batch_id   BIGINT NOT NULL, line_no BIGINT NOT NULL
);

CREATE TABLE org (
    code        TEXT NOT NULL,           -- 统一社会信用代码 or the feed's own department code
    name        TEXT NOT NULL,
    area_code   TEXT,
    parent_code TEXT,
    valid_from  DATE NOT NULL, valid_to DATE,
    batch_id    BIGINT NOT NULL, line_no BIGINT NOT NULL
);

CREATE TABLE hall (
    code        TEXT NOT NULL,           -- 政务服务大厅
    name        TEXT NOT NULL,
    area_code   TEXT,
    org_code    TEXT,                    -- who runs it
    valid_from  DATE NOT NULL, valid_to DATE,
    batch_id    BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- One open period of a hall on one ISO weekday (1 Monday … 7 Sunday). Lunch is the gap between two periods.
-- Make-up working days (调休) use the Friday row when the hall follows the public calendar.
CREATE TABLE hall_hours (
    hall_code TEXT NOT NULL,
    weekday   TINYINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens     TIME NOT NULL, closes TIME NOT NULL,
    valid_from DATE NOT NULL, valid_to DATE,
    batch_id  BIGINT NOT NULL, line_no BIGINT NOT NULL
);

CREATE TABLE counter (
    hall_code  TEXT NOT NULL,
    code       TEXT NOT NULL,            -- 窗口
    name       TEXT NOT NULL,
    org_code   TEXT,
    valid_from DATE NOT NULL, valid_to DATE,
    batch_id   BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- Staff are known by their number only; names stay in the operations store.
CREATE TABLE staff (
    code       TEXT NOT NULL,
    org_code   TEXT,
    hall_code  TEXT,
    valid_from DATE NOT NULL, valid_to DATE,
    batch_id   BIGINT NOT NULL, line_no BIGINT NOT NULL
);

CREATE TABLE service_item (
    code            TEXT NOT NULL,       -- 事项编码 (实施编码)
    version         INTEGER NOT NULL,
    name            TEXT NOT NULL,
    org_code        TEXT,
    area_code       TEXT,
    item_type       TEXT,                -- GB/T 39046 A.1: 01 许可 … 20 公共服务
    case_type       TEXT CHECK (case_type IN ('IMMEDIATE', 'COMMITTED', 'OTHER')),
    theme           TEXT,                -- 一件事 the item belongs to
    statutory_limit INTEGER, statutory_unit TEXT CHECK (statutory_unit IN ('WORKING_DAY', 'DAY', 'HOUR')),
    promise_limit   INTEGER, promise_unit   TEXT CHECK (promise_unit IN ('WORKING_DAY', 'DAY', 'HOUR')),
    visits_limit    INTEGER,             -- limit_scene_num 到办事现场次数
    is_online       BOOLEAN,
    materials       INTEGER,
    guide_url       TEXT,
    valid_from DATE NOT NULL, valid_to DATE,
    batch_id   BIGINT NOT NULL, line_no BIGINT NOT NULL
);

-- 评价内容 code list (DOMAIN: evalDetail v1 and v2); filled by the program, not by feeds.
CREATE TABLE tag (
    dict      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    code      TEXT NOT NULL,
    level     TINYINT NOT NULL CHECK (level BETWEEN 1 AND 5),
    label     TEXT NOT NULL,
    is_base   BOOLEAN NOT NULL,
    is_active BOOLEAN NOT NULL,
    problems  TEXT[] NOT NULL            -- P01–P13 the tag is evidence of; empty for levels 3–5
);
