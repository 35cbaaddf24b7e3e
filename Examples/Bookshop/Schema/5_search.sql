-- Full text of the catalogue; the row id is the book's.

CREATE VIRTUAL TABLE book_search USING fts5 (title, subtitle, authors, tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER book_search_insert AFTER INSERT ON books
BEGIN
    INSERT INTO book_search (rowid, title, subtitle, authors) VALUES (new.id, new.title, new.subtitle, '');
END;

CREATE TRIGGER book_search_update AFTER UPDATE OF title, subtitle ON books
BEGIN
    UPDATE book_search SET title = new.title, subtitle = new.subtitle WHERE rowid = new.id;
END;

CREATE TRIGGER book_search_delete AFTER DELETE ON books
BEGIN
    DELETE FROM book_search WHERE rowid = old.id;
END;

CREATE TRIGGER book_search_authors AFTER INSERT ON book_authors
BEGIN
    UPDATE book_search
    SET authors = (
        SELECT group_concat(a.name, ', ')
        FROM book_authors AS ba
        JOIN authors AS a ON a.id = ba.author_id
        WHERE ba.book_id = new.book_id
    )
    WHERE rowid = new.book_id;
END;
