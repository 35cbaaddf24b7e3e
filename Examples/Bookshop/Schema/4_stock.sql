-- What lies on the shelves.

CREATE TABLE stock (
    book_id    INTEGER PRIMARY KEY REFERENCES books (id) ON DELETE CASCADE,
    on_hand    INTEGER NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
    reorder_at INTEGER NOT NULL DEFAULT 2 CHECK (reorder_at >= 0),
    shelf      TEXT
) STRICT;

CREATE TABLE stock_movements (
    id       INTEGER PRIMARY KEY,
    book_id  INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    change   INTEGER NOT NULL CHECK (change <> 0),
    reason   TEXT NOT NULL CHECK (reason IN ('delivery', 'sale', 'return', 'loss')),
    order_id INTEGER REFERENCES orders (id) ON DELETE SET NULL,
    moved_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
CREATE INDEX stock_movements_book ON stock_movements (book_id, moved_at);

-- The stock is what its movements add up to.
CREATE TRIGGER stock_follows_movements AFTER INSERT ON stock_movements
BEGIN
    INSERT INTO stock (book_id) VALUES (new.book_id) ON CONFLICT DO NOTHING;
    UPDATE stock SET on_hand = on_hand + new.change WHERE book_id = new.book_id;
END;
