-- Who buys.

CREATE TABLE customers (
    id         INTEGER PRIMARY KEY,
    email      VARCHAR(254) NOT NULL UNIQUE COLLATE NOCASE CHECK (email LIKE '_%@_%'),
    name       VARCHAR(200) NOT NULL,
    phone      VARCHAR(40),
    newsletter BOOLEAN NOT NULL DEFAULT 0 CHECK (newsletter IN (0, 1)),
    joined_at  DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    referred_by INTEGER REFERENCES customers (id) ON DELETE SET NULL
);

CREATE TABLE addresses (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    label       VARCHAR(40) NOT NULL DEFAULT 'home',
    street      VARCHAR(200) NOT NULL,
    city        VARCHAR(100) NOT NULL,
    postcode    VARCHAR(20),
    country     CHAR(2) NOT NULL CHECK (length(country) = 2),
    UNIQUE (customer_id, label)
);

CREATE TABLE cart_items (
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    book_id     INTEGER NOT NULL REFERENCES books (id),
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (customer_id, book_id)
) WITHOUT ROWID;

CREATE TABLE reviews (
    book_id     INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    stars       INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    body        TEXT,
    written_at  DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (book_id, customer_id)
) WITHOUT ROWID;
