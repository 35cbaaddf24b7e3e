-- What was bought, and what was paid for it.

CREATE TABLE orders (
    id          INTEGER PRIMARY KEY,
    -- Stands in links that are sent by mail; says nothing of how many orders there are.
    public_id   UUID NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    ship_to     INTEGER REFERENCES addresses (id) ON DELETE SET NULL,
    status      VARCHAR(10) NOT NULL DEFAULT 'placed'
                CHECK (status IN ('placed', 'paid', 'shipped', 'cancelled')),
    placed_at   DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    shipped_at  DATETIME CHECK (shipped_at >= placed_at),
    note        TEXT,
    CHECK ((status = 'shipped') = (shipped_at IS NOT NULL))
);
CREATE INDEX orders_customer ON orders (customer_id, placed_at DESC);
CREATE INDEX orders_open ON orders (placed_at) WHERE status IN ('placed', 'paid');

CREATE TABLE order_lines (
    order_id    INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    line        INTEGER NOT NULL CHECK (line >= 1),
    book_id     INTEGER NOT NULL REFERENCES books (id),
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
    -- From 0 to 1.
    discount    REAL NOT NULL DEFAULT 0 CHECK (discount >= 0 AND discount < 1),
    total_cents INTEGER NOT NULL
                GENERATED ALWAYS AS (CAST(round(quantity * price_cents * (1 - discount)) AS INTEGER)) STORED,
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;
CREATE INDEX order_lines_book ON order_lines (book_id);

-- STRICT: an amount is an integer or it is refused.
CREATE TABLE payments (
    id           INTEGER PRIMARY KEY,
    order_id     INTEGER NOT NULL REFERENCES orders (id),
    method       TEXT NOT NULL CHECK (method IN ('card', 'transfer', 'voucher')),
    amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
    reference    TEXT,
    received_at  TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
CREATE INDEX payments_order ON payments (order_id);
