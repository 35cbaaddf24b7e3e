CREATE TABLE orders (
    id INTEGER PRIMARY KEY NOT NULL,
    status TEXT NOT NULL,
    total MONEY NOT NULL,
    placed_at INTEGER NOT NULL,
    note TEXT
);
