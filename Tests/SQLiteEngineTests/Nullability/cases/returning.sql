-- case: returning-insert
-- expect: id=notnull title=notnull note=nullable
INSERT INTO book (title) VALUES ('New') RETURNING id, title, note;

-- case: returning-insert-all
-- expect: id=notnull name=notnull born=nullable country=nullable
INSERT INTO author (name) VALUES ('Eve') RETURNING *;

-- case: returning-insert-select
-- expect: id=notnull title=notnull pages=nullable
INSERT INTO book (title, pages) SELECT name, born FROM author RETURNING id, title, pages;

-- case: returning-update
-- expect: id=notnull title=notnull note=nullable
UPDATE book SET note = NULL WHERE id = 1 RETURNING id, title, note;

-- case: returning-update-parameter
-- A NULL for a NOT NULL column fails, and returns nothing.
-- expect: title=notnull note=nullable
-- bind: {"title": "x", "note": null}
-- bind: {"title": "x", "note": "y"}
UPDATE book SET title = :title, note = :note WHERE id = 1 RETURNING title, note;

-- case: returning-update-replaced
-- `ON CONFLICT REPLACE` of the column puts its default in the place of NULL.
-- expect: name=notnull state=notnull
UPDATE counter SET state = NULL RETURNING name, state;

-- case: returning-delete
-- expect: id=notnull title=notnull author_id=nullable
DELETE FROM book RETURNING id, title, author_id;

-- case: returning-expression
-- expect: text=notnull marked=nullable filled=notnull
UPDATE book SET pages = 1 RETURNING title || '!' AS text, note || '!' AS marked, coalesce(note, '') AS filled;

-- case: returning-subquery
-- expect: id=notnull author=nullable books=notnull
UPDATE book SET pages = 1
RETURNING id, (SELECT a.name FROM author a WHERE a.id = author_id) AS author, (SELECT count(*) FROM author) AS books;

-- case: returning-update-from
-- expect: id=notnull note=nullable
UPDATE book SET note = a.country FROM author a WHERE a.id = book.author_id RETURNING book.id, book.note;

-- case: returning-insert-or-replace
-- A NULL becomes the column's default.
-- expect: name=notnull hits=notnull last=nullable state=notnull
INSERT OR REPLACE INTO counter (name, hits, last, state) VALUES ('new', NULL, NULL, NULL) RETURNING name, hits, last, state;

-- case: returning-insert-or-ignore
-- expect: name=notnull color=nullable
INSERT OR IGNORE INTO firm_tag (name, color) VALUES (NULL, 'x'), ('red', 'y'), ('green', NULL) RETURNING name, color;

-- case: returning-default-values
-- expect: id=notnull value=nullable
INSERT INTO tag DEFAULT VALUES RETURNING rowid AS id, name AS value;

-- case: returning-generated
-- expect: label=notnull firm=notnull area=nullable
INSERT INTO box (width, height) VALUES (7, NULL) RETURNING label, firm, area;
