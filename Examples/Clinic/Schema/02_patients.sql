CREATE TABLE patients (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    record_number CHAR(10) NOT NULL UNIQUE,
    first_name    VARCHAR(80) NOT NULL,
    last_name     VARCHAR(80) NOT NULL,
    born_on       DATE NOT NULL,
    sex           CHAR(1) CHECK (sex IN ('f', 'm', 'x')),
    email         VARCHAR(254) COLLATE NOCASE,
    phone         VARCHAR(30),
    address       JSON,
    city          TEXT GENERATED ALWAYS AS (address ->> '$.city') STORED,
    physician_id  INTEGER REFERENCES staff (id) ON DELETE SET NULL,
    blood_type    VARCHAR(3),
    deceased_on   DATE,
    -- Seconds since 1970.
    created_at    INTEGER NOT NULL DEFAULT (unixepoch()),
    updated_at    INTEGER
);
CREATE INDEX patients_name ON patients (last_name, first_name);
CREATE INDEX patients_physician ON patients (physician_id);

CREATE TABLE patient_contacts (
    id         INTEGER PRIMARY KEY,
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    name       VARCHAR(160) NOT NULL,
    relation   VARCHAR(40),
    phone      VARCHAR(30) NOT NULL,
    is_primary TINYINT(1) NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX patient_contacts_primary ON patient_contacts (patient_id) WHERE is_primary = 1;

CREATE TABLE insurers (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    payer_id VARCHAR(12) UNIQUE,
    phone    TEXT
);

CREATE TABLE policies (
    id          INTEGER PRIMARY KEY,
    patient_id  INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    insurer_id  INTEGER NOT NULL REFERENCES insurers (id),
    number      VARCHAR(40) NOT NULL,
    valid_from  DATE NOT NULL,
    valid_until DATE,
    copay       DECIMAL(8,2) NOT NULL DEFAULT 0,
    UNIQUE (insurer_id, number)
);
CREATE INDEX policies_patient ON policies (patient_id);

CREATE TABLE allergens (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE patient_allergies (
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    allergen   TEXT NOT NULL REFERENCES allergens (code),
    severity   INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
    reaction   TEXT,
    noted_on   TEXT NOT NULL DEFAULT (date('now')),
    PRIMARY KEY (patient_id, allergen)
) STRICT, WITHOUT ROWID;

CREATE TABLE patient_tags (
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    tag        VARCHAR(40) NOT NULL,
    PRIMARY KEY (patient_id, tag)
) WITHOUT ROWID;
