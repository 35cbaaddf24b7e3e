CREATE TABLE appointment_types (
    id       INTEGER PRIMARY KEY,
    name     VARCHAR(60) NOT NULL UNIQUE,
    minutes  INTEGER NOT NULL DEFAULT 20,
    color    CHAR(7),
    bookable BOOLEAN NOT NULL DEFAULT 1
);

CREATE TABLE appointments (
    id          INTEGER PRIMARY KEY,
    patient_id  INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    type_id     INTEGER NOT NULL REFERENCES appointment_types (id),
    room_id     INTEGER REFERENCES rooms (id),
    starts_at   DATETIME NOT NULL,
    ends_at     DATETIME NOT NULL,
    status      VARCHAR(12) NOT NULL DEFAULT 'booked'
                CHECK (status IN ('booked', 'arrived', 'done', 'missed', 'cancelled')),
    reason      TEXT,
    reminded_at DATETIME,
    CHECK (ends_at > starts_at)
);
CREATE INDEX appointments_staff ON appointments (staff_id, starts_at);
CREATE INDEX appointments_patient ON appointments (patient_id, starts_at);

CREATE TABLE waiting_list (
    patient_id INTEGER NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    type_id    INTEGER NOT NULL REFERENCES appointment_types (id),
    since      DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    priority   INTEGER NOT NULL DEFAULT 0,
    remark     TEXT,
    PRIMARY KEY (patient_id, type_id)
) WITHOUT ROWID;
