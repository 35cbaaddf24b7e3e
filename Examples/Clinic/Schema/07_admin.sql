CREATE TABLE documents (
    id          INTEGER PRIMARY KEY,
    patient_id  INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    visit_id    INTEGER REFERENCES visits (id),
    name        TEXT NOT NULL,
    media_type  VARCHAR(100) NOT NULL,
    content     BLOB NOT NULL,
    byte_count  INTEGER NOT NULL GENERATED ALWAYS AS (length(content)) VIRTUAL,
    sha256      BLOB,
    uploaded_by INTEGER REFERENCES staff (id),
    uploaded_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE messages (
    id         INTEGER PRIMARY KEY,
    sender_id  INTEGER NOT NULL REFERENCES staff (id),
    receiver_id INTEGER REFERENCES staff (id),
    patient_id INTEGER REFERENCES patients (id),
    reply_to   INTEGER REFERENCES messages (id),
    body       CLOB NOT NULL,
    sent_at    DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    read_at    DATETIME
);

CREATE TABLE tasks (
    id          INTEGER PRIMARY KEY,
    title       TEXT NOT NULL,
    assignee_id INTEGER REFERENCES staff (id),
    patient_id  INTEGER REFERENCES patients (id),
    due_at      DATETIME,
    done_at     DATETIME,
    priority    INTEGER NOT NULL DEFAULT 3,
    checklist   JSON NOT NULL DEFAULT '[]'
);

CREATE TABLE audit_log (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL DEFAULT (unixepoch()),
    staff_id INTEGER REFERENCES staff (id),
    action   TEXT NOT NULL,
    entity   TEXT NOT NULL,
    entity_id INTEGER,
    details  JSON
);

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value
);

CREATE TABLE holidays (
    day  DATE PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER patients_touch AFTER UPDATE ON patients WHEN new.updated_at IS old.updated_at BEGIN
    UPDATE patients SET updated_at = unixepoch() WHERE id = new.id;
END;
