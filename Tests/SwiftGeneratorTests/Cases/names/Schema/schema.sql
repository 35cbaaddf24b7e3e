CREATE TABLE "order" (
    id INTEGER PRIMARY KEY NOT NULL,
    "Customer Name" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    image_url URL,
    "2nd_line" TEXT,
    größe REAL NOT NULL,
    hash_value BLOB
);
