CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER, title TEXT NOT NULL, payload JSON);
CREATE VIEW loud AS SELECT id, upper(title) AS title FROM books;
