-- The tables underneath: one row per scalar value, one per evidence. People use the views of views.sql.
-- No indexes: a document is deleted and written whole, and a wide key grows the file several times over.

CREATE TABLE store.document (
    document_id    VARCHAR NOT NULL,
    sha256         VARCHAR,
    path           VARCHAR NOT NULL,
    source         VARCHAR NOT NULL,
    outcome        VARCHAR NOT NULL CHECK (outcome IN ('read', 'failed')),
    failure_kind   VARCHAR,
    message        VARCHAR,
    page           INTEGER,
    bytes          BIGINT,
    pages          INTEGER,
    layout         VARCHAR,
    layout_reasons VARCHAR[],
    rules_name     VARCHAR,
    rules_version  VARCHAR,
    rules_digest   VARCHAR,
    engine         VARCHAR,
    ingested_at    TIMESTAMP NOT NULL
);

-- The canonical text every evidence offset indexes.
CREATE TABLE store.text (
    document_id VARCHAR NOT NULL,
    text        VARCHAR NOT NULL
);

CREATE TABLE store.objective (
    document_id  VARCHAR NOT NULL,
    objective_id VARCHAR NOT NULL,
    position     INTEGER NOT NULL
);

CREATE TABLE store.value (
    document_id  VARCHAR NOT NULL,
    objective_id VARCHAR,
    item_id      VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    ordinal      INTEGER NOT NULL,
    field        VARCHAR NOT NULL,
    shown_by     VARCHAR NOT NULL,
    anchor       VARCHAR,
    raw          VARCHAR,
    value        VARCHAR NOT NULL,
    number       DOUBLE
);

CREATE TABLE store.evidence (
    document_id  VARCHAR NOT NULL,
    objective_id VARCHAR,
    item_id      VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    field        VARCHAR NOT NULL,
    ordinal      INTEGER NOT NULL,
    page         INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    quote        VARCHAR NOT NULL,
    boxes        DOUBLE[][] NOT NULL,
    rule         VARCHAR NOT NULL,
    grade        VARCHAR NOT NULL,
    pack         VARCHAR,
    confidence   DOUBLE
);

-- Append-only; keyed by the bytes of the file, the field and the place of the evidence, so it outlives re-extraction.
-- Field '*' speaks of a whole list item. The latest decision on a key wins.
CREATE SEQUENCE store.decision_number;
CREATE TABLE store.decision (
    decision_id BIGINT NOT NULL DEFAULT nextval('store.decision_number'),
    decided_at  TIMESTAMP NOT NULL,
    reviewer    VARCHAR NOT NULL,
    sha256      VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,
    field       VARCHAR NOT NULL,
    anchor      VARCHAR NOT NULL,
    quote       VARCHAR NOT NULL,
    decision    VARCHAR NOT NULL CHECK (decision IN ('confirmed', 'corrected', 'rejected')),
    value       VARCHAR,
    number      DOUBLE,
    note        VARCHAR
);
