-- What the shop sells.

CREATE TABLE publishers (
    id      INTEGER PRIMARY KEY,
    name    VARCHAR(200) NOT NULL UNIQUE,
    website URL
);

CREATE TABLE authors (
    id        INTEGER PRIMARY KEY,
    name      VARCHAR(200) NOT NULL,
    -- How a shelf sorts the name: "Le Guin, Ursula K."
    sort_name VARCHAR(200) NOT NULL,
    born      INTEGER CHECK (born BETWEEN -1000 AND 2100),
    died      INTEGER CHECK (died >= born)
);
CREATE INDEX authors_sort_name ON authors (sort_name COLLATE NOCASE);

-- A tree: "Fiction" above "Science fiction".
CREATE TABLE categories (
    id        INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES categories (id) ON DELETE RESTRICT,
    name      VARCHAR(100) NOT NULL,
    UNIQUE (parent_id, name)
);

CREATE TABLE books (
    id           INTEGER PRIMARY KEY,
    isbn         CHAR(13) NOT NULL UNIQUE CHECK (length(isbn) = 13 AND isbn NOT GLOB '*[^0-9]*'),
    title        VARCHAR(300) NOT NULL CHECK (title <> ''),
    subtitle     VARCHAR(300),
    publisher_id INTEGER NOT NULL REFERENCES publishers (id),
    published    DATE,
    pages        INTEGER CHECK (pages > 0),
    price_cents  INTEGER NOT NULL CHECK (price_cents >= 0),
    -- What else is known: {"language": "en", "binding": "paperback", "tags": ["space", "politics"]}
    details      JSON NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
    language     TEXT GENERATED ALWAYS AS (json_extract(details, '$.language')) VIRTUAL,
    withdrawn    BOOLEAN NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    added_at     DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX books_publisher ON books (publisher_id);
CREATE INDEX books_by_title ON books (title) WHERE withdrawn = 0;
CREATE INDEX books_language ON books (language);

CREATE TABLE book_authors (
    book_id   INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    -- 1 is named first on the cover.
    position  INTEGER NOT NULL CHECK (position >= 1),
    author_id INTEGER NOT NULL REFERENCES authors (id),
    role      TEXT NOT NULL DEFAULT 'author' CHECK (role IN ('author', 'editor', 'translator', 'illustrator')),
    PRIMARY KEY (book_id, position)
) WITHOUT ROWID;
CREATE INDEX book_authors_author ON book_authors (author_id);

CREATE TABLE book_categories (
    book_id     INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    category_id INTEGER NOT NULL REFERENCES categories (id),
    PRIMARY KEY (book_id, category_id)
) WITHOUT ROWID;
CREATE INDEX book_categories_category ON book_categories (category_id);

CREATE TABLE covers (
    book_id    INTEGER PRIMARY KEY REFERENCES books (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL CHECK (media_type LIKE 'image/%'),
    image      BLOB NOT NULL
) STRICT;
