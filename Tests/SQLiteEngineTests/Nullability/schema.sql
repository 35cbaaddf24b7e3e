-- Tables that differ in what their declarations prove. Written for SQLite 3.40.

CREATE TABLE author (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    born    INTEGER,
    country TEXT
);

CREATE TABLE book (
    id        INTEGER PRIMARY KEY,
    title     TEXT NOT NULL,
    author_id INTEGER REFERENCES author (id),
    pages     INTEGER,
    note      TEXT,
    details   JSON
);

-- STRICT: a number is one, and finite unless it is REAL.
CREATE TABLE sale (
    id      INTEGER PRIMARY KEY,
    book_id INTEGER NOT NULL,
    sold_on TEXT NOT NULL,
    copies  INTEGER NOT NULL,
    cents   INTEGER NOT NULL,
    refund  INTEGER,
    buyer   TEXT
) STRICT;

-- Stays empty.
CREATE TABLE vacant (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    count INTEGER NOT NULL
) STRICT;

-- Not STRICT: NOT NULL columns hold infinities, zeros and texts.
CREATE TABLE reading (
    id    INTEGER PRIMARY KEY,
    low   REAL NOT NULL,
    high  REAL NOT NULL,
    ticks INTEGER NOT NULL,
    label TEXT NOT NULL
);

CREATE TABLE node (
    id        INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES node (id),
    name      TEXT NOT NULL,
    remark    TEXT
);

-- Primary keys that may hold NULL, and such that may not.
CREATE TABLE tag (
    name  TEXT PRIMARY KEY,
    color TEXT
);
CREATE TABLE pair (
    a     TEXT,
    b     TEXT,
    value TEXT NOT NULL,
    PRIMARY KEY (a, b)
);
CREATE TABLE small_key (
    id    INT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE descending_key (
    id    INTEGER PRIMARY KEY DESC,
    value TEXT NOT NULL
);
CREATE TABLE firm_tag (
    name  TEXT NOT NULL PRIMARY KEY,
    color TEXT
);

CREATE TABLE country (
    code TEXT PRIMARY KEY,
    name TEXT
) WITHOUT ROWID;
CREATE TABLE membership (
    author_id INTEGER,
    club      TEXT,
    since     INTEGER,
    PRIMARY KEY (author_id, club)
) WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT,
    level INTEGER NOT NULL
) STRICT;
CREATE TABLE slot (
    day  TEXT,
    hour INTEGER,
    who  TEXT,
    PRIMARY KEY (day, hour)
) STRICT;
CREATE TABLE anything (
    id    INTEGER PRIMARY KEY,
    value ANY,
    firm  ANY NOT NULL
) STRICT;

CREATE TABLE box (
    id     INTEGER PRIMARY KEY,
    width  INTEGER NOT NULL,
    height INTEGER,
    area   INTEGER GENERATED ALWAYS AS (width * height) VIRTUAL,
    stored INTEGER GENERATED ALWAYS AS (width * height) STORED,
    label  TEXT NOT NULL GENERATED ALWAYS AS ('box ' || width) VIRTUAL,
    firm   TEXT NOT NULL GENERATED ALWAYS AS (coalesce(height, 'flat')) STORED,
    title  TEXT GENERATED ALWAYS AS ('width ' || width) VIRTUAL
) STRICT;

-- `copies` and `refund` as they come, and what was written for a row that is there.
CREATE TABLE counter (
    name  TEXT NOT NULL PRIMARY KEY,
    hits  INTEGER NOT NULL DEFAULT 0,
    last  TEXT,
    state TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'new'
) STRICT;

CREATE VIRTUAL TABLE page USING fts5 (title, body);
CREATE VIRTUAL TABLE region USING rtree (id, min_x, max_x, +label);

CREATE VIEW author_name AS SELECT id, name, born FROM author;
CREATE VIEW book_author AS
    SELECT b.id, b.title, b.note, a.id AS author_id, a.name AS author, a.born
    FROM book b LEFT JOIN author a ON a.id = b.author_id;
CREATE VIEW book_inner AS
    SELECT b.id, b.title, a.name AS author, a.born FROM book b JOIN author a ON a.id = b.author_id;
CREATE VIEW book_sales AS
    SELECT b.id, b.title, count(s.id) AS sales, sum(s.copies) AS copies, coalesce(sum(s.copies), 0) AS firm_copies
    FROM book b LEFT JOIN sale s ON s.book_id = b.id
    GROUP BY b.id;
CREATE VIEW everybody AS
    SELECT name, born AS number FROM author UNION ALL SELECT buyer, copies FROM sale;
CREATE VIEW numbered_author AS
    SELECT id, name, row_number() OVER (ORDER BY name) AS place, lag(name) OVER (ORDER BY name) AS before FROM author;
