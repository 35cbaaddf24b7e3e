CREATE TABLE visits (
    id             INTEGER PRIMARY KEY,
    patient_id     INTEGER NOT NULL REFERENCES patients (id),
    appointment_id INTEGER UNIQUE REFERENCES appointments (id),
    staff_id       INTEGER NOT NULL REFERENCES staff (id),
    started_at     DATETIME NOT NULL,
    ended_at       DATETIME,
    complaint      TEXT,
    outcome        TEXT
);
CREATE INDEX visits_patient ON visits (patient_id, started_at);

-- Measured by devices: times are Julian days.
CREATE TABLE vitals (
    id          INTEGER PRIMARY KEY,
    patient_id  INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    visit_id    INTEGER REFERENCES visits (id),
    measured_at REAL NOT NULL DEFAULT (julianday('now')),
    pulse       INTEGER,
    systolic    INTEGER,
    diastolic   INTEGER,
    temperature FLOAT,
    weight_kg   DOUBLE PRECISION,
    height_cm   DOUBLE PRECISION
);
CREATE INDEX vitals_patient ON vitals (patient_id, measured_at);

CREATE TABLE notes (
    id         INTEGER PRIMARY KEY,
    visit_id   INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
    author_id  INTEGER NOT NULL REFERENCES staff (id),
    body       TEXT NOT NULL,
    signed_at  DATETIME,
    written_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE VIRTUAL TABLE notes_search USING fts5 (body, content = 'notes', content_rowid = 'id');

CREATE TRIGGER notes_search_insert AFTER INSERT ON notes BEGIN
    INSERT INTO notes_search (rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER notes_search_delete AFTER DELETE ON notes BEGIN
    INSERT INTO notes_search (notes_search, rowid, body) VALUES ('delete', old.id, old.body);
END;
CREATE TRIGGER notes_search_update AFTER UPDATE OF body ON notes BEGIN
    INSERT INTO notes_search (notes_search, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO notes_search (rowid, body) VALUES (new.id, new.body);
END;

CREATE TABLE diagnosis_codes (
    code    VARCHAR(8) PRIMARY KEY,
    parent  VARCHAR(8) REFERENCES diagnosis_codes (code),
    title   TEXT NOT NULL,
    chronic BOOLEAN NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE conditions (
    id          INTEGER PRIMARY KEY,
    patient_id  INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    code        VARCHAR(8) NOT NULL REFERENCES diagnosis_codes (code),
    visit_id    INTEGER REFERENCES visits (id),
    onset_on    DATE,
    resolved_on DATE,
    certainty   VARCHAR(10) NOT NULL DEFAULT 'confirmed'
);
CREATE INDEX conditions_patient ON conditions (patient_id);

CREATE TABLE medications (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    strength   VARCHAR(40),
    form       VARCHAR(40) NOT NULL DEFAULT 'tablet',
    atc        CHAR(7),
    controlled BOOL NOT NULL DEFAULT 0,
    UNIQUE (name, strength, form)
);

CREATE TABLE prescriptions (
    id            INTEGER PRIMARY KEY,
    patient_id    INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    medication_id INTEGER NOT NULL REFERENCES medications (id),
    prescriber_id INTEGER NOT NULL REFERENCES staff (id),
    visit_id      INTEGER REFERENCES visits (id),
    dosage        TEXT NOT NULL,
    starts_on     DATE NOT NULL,
    ends_on       DATE,
    refills       INTEGER NOT NULL DEFAULT 0 CHECK (refills >= 0),
    stopped_why   TEXT
);
CREATE INDEX prescriptions_patient ON prescriptions (patient_id);

CREATE TABLE refills (
    prescription_id INTEGER NOT NULL REFERENCES prescriptions (id) ON DELETE CASCADE,
    number          INTEGER NOT NULL,
    filled_at       DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    pharmacy        TEXT,
    PRIMARY KEY (prescription_id, number)
) WITHOUT ROWID;
