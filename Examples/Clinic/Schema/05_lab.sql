CREATE TABLE lab_tests (
    code     TEXT PRIMARY KEY NOT NULL,
    name     TEXT NOT NULL,
    unit     TEXT,
    low      REAL,
    high     REAL,
    price    INTEGER NOT NULL
) STRICT;

CREATE TABLE lab_orders (
    id         INTEGER PRIMARY KEY,
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    ordered_by INTEGER NOT NULL REFERENCES staff (id),
    visit_id   INTEGER REFERENCES visits (id),
    ordered_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    urgent     BOOLEAN NOT NULL DEFAULT 0,
    status     VARCHAR(10) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'drawn', 'done', 'void'))
);

CREATE TABLE lab_results (
    order_id    INTEGER NOT NULL REFERENCES lab_orders (id) ON DELETE CASCADE,
    test_code   TEXT NOT NULL REFERENCES lab_tests (code),
    value       REAL,
    text_value  TEXT,
    flag        TEXT CHECK (flag IN ('low', 'high', 'critical')),
    -- Milliseconds since 1970, as the analyser sends it.
    resulted_ms BIGINT,
    raw         BLOB,
    PRIMARY KEY (order_id, test_code)
) WITHOUT ROWID;
