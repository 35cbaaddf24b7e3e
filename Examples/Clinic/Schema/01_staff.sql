CREATE TABLE departments (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    code   VARCHAR(8) NOT NULL UNIQUE,
    name   NVARCHAR(100) NOT NULL,
    floor  SMALLINT,
    phone  VARCHAR(30),
    head_id INT REFERENCES staff (id)
);

CREATE TABLE staff (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid        UUID NOT NULL UNIQUE,
    first_name  VARCHAR(80) NOT NULL,
    last_name   VARCHAR(80) NOT NULL,
    title       VARCHAR(20),
    email       VARCHAR(254) NOT NULL UNIQUE COLLATE NOCASE,
    department_id INT NOT NULL REFERENCES departments (id),
    supervisor_id INT REFERENCES staff (id),
    hired_on    DATE NOT NULL,
    left_on     DATE,
    hourly_rate DECIMAL(8,2),
    is_active   BOOLEAN NOT NULL DEFAULT TRUE,
    settings    JSON NOT NULL DEFAULT '{}',
    full_name   TEXT NOT NULL GENERATED ALWAYS AS (first_name || ' ' || last_name) VIRTUAL
);
CREATE INDEX staff_department ON staff (department_id);

CREATE TABLE roles (
    name        TEXT PRIMARY KEY,
    description TEXT
);

CREATE TABLE staff_roles (
    staff_id   INT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    role       TEXT NOT NULL REFERENCES roles (name),
    granted_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    granted_by INT REFERENCES staff (id),
    PRIMARY KEY (staff_id, role)
) WITHOUT ROWID;

-- Minutes since midnight; weekday 0 is Monday.
CREATE TABLE working_hours (
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    weekday  TINYINT NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts   INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends     INTEGER NOT NULL CHECK (ends > starts AND ends <= 1440),
    PRIMARY KEY (staff_id, weekday, starts)
);

CREATE TABLE absences (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first_day   DATE NOT NULL,
    last_day    DATE NOT NULL,
    kind        VARCHAR(20) NOT NULL CHECK (kind IN ('vacation', 'sick', 'training')),
    approved_by INTEGER REFERENCES staff (id),
    CHECK (last_day >= first_day)
);

CREATE TABLE rooms (
    id            INTEGER PRIMARY KEY,
    department_id INTEGER NOT NULL REFERENCES departments (id),
    label         VARCHAR(20) NOT NULL,
    beds          TINYINT NOT NULL DEFAULT 0,
    equipment     JSON,
    UNIQUE (department_id, label)
);
