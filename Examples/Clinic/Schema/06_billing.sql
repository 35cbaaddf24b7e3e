CREATE TABLE services (
    code   VARCHAR(10) NOT NULL PRIMARY KEY,
    title  TEXT NOT NULL,
    price  DECIMAL(10,2) NOT NULL,
    active BOOLEAN NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE TABLE performed_services (
    id           INTEGER PRIMARY KEY,
    visit_id     INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
    service_code VARCHAR(10) NOT NULL REFERENCES services (code),
    quantity     INTEGER NOT NULL DEFAULT 1,
    staff_id     INTEGER REFERENCES staff (id)
);

CREATE TABLE invoices (
    id         INTEGER PRIMARY KEY,
    number     VARCHAR(20) NOT NULL UNIQUE,
    patient_id INTEGER NOT NULL REFERENCES patients (id),
    policy_id  INTEGER REFERENCES policies (id),
    issued_on  DATE NOT NULL,
    due_on     DATE NOT NULL,
    sent_at    TIMESTAMP,
    cancelled  BOOLEAN NOT NULL DEFAULT 0
);
CREATE INDEX invoices_patient ON invoices (patient_id);

CREATE TABLE invoice_lines (
    invoice_id   INTEGER NOT NULL REFERENCES invoices (id) ON DELETE CASCADE,
    line         INTEGER NOT NULL,
    service_code VARCHAR(10) REFERENCES services (code),
    text         TEXT NOT NULL,
    quantity     INTEGER NOT NULL DEFAULT 1,
    unit_cents   INTEGER NOT NULL,
    tax_rate     REAL NOT NULL DEFAULT 0,
    net_cents    INTEGER NOT NULL GENERATED ALWAYS AS (quantity * unit_cents) STORED,
    PRIMARY KEY (invoice_id, line)
);

CREATE TABLE payments (
    id           INTEGER PRIMARY KEY,
    invoice_id   INTEGER NOT NULL REFERENCES invoices (id),
    amount_cents INTEGER NOT NULL,
    method       TEXT NOT NULL,
    paid_at      DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    reference    TEXT
);

CREATE TABLE claims (
    id           INTEGER PRIMARY KEY,
    invoice_id   INTEGER NOT NULL UNIQUE REFERENCES invoices (id),
    insurer_id   INTEGER NOT NULL REFERENCES insurers (id),
    state        TEXT NOT NULL DEFAULT 'draft',
    filed_at     DATETIME,
    decided_at   DATETIME,
    granted_cents INTEGER,
    payload      JSON
);
