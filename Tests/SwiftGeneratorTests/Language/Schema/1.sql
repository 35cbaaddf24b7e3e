CREATE TABLE authors (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    born DATE
);

CREATE TABLE books (
    id        INTEGER PRIMARY KEY,
    author_id INTEGER REFERENCES authors (id),
    title     TEXT NOT NULL,
    price     REAL NOT NULL,
    note      TEXT,
    key       UUID UNIQUE,
    cover     BLOB
);

CREATE TABLE events (
    id        INTEGER PRIMARY KEY,
    at_text   DATETIME NOT NULL,
    at_epoch  INTEGER NOT NULL,
    at_julian REAL NOT NULL,
    payload   JSON
);
