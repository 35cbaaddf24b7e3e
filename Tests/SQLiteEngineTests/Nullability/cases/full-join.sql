-- case: full-plain
-- expect: title=nullable name=nullable
SELECT b.title, a.name FROM book b FULL JOIN author a ON a.id = b.author_id;

-- case: full-keys
-- expect: book=nullable author=nullable
SELECT b.id AS book, a.id AS author FROM book b FULL OUTER JOIN author a ON a.id = b.author_id;

-- case: full-coalesced-key
-- One of the two sides is there; which SQLite has no declaration for.
-- expect: id=unprovable
SELECT coalesce(b.author_id, a.id, -1 * b.id) AS id FROM book b FULL JOIN author a ON a.id = b.author_id;

-- case: full-using
-- expect: id=unprovable left_name=nullable right_title=nullable
SELECT id, a.name AS left_name, b.title AS right_title FROM author a FULL JOIN book b USING (id);

-- case: full-where-left
-- expect: title=notnull name=nullable
SELECT b.title, a.name FROM book b FULL JOIN author a ON a.id = b.author_id WHERE b.id IS NOT NULL;

-- case: full-where-both
-- expect: title=notnull name=notnull
SELECT b.title, a.name FROM book b FULL JOIN author a ON a.id = b.author_id WHERE b.id > 0 AND a.id > 0;

-- case: full-of-text-keys
-- expect: tag=nullable code=nullable color=nullable
SELECT t.name AS tag, c.code, t.color FROM firm_tag t FULL JOIN country c ON c.code = t.name;

-- case: full-then-left
-- expect: title=nullable author=nullable country=nullable
SELECT b.title, a.name AS author, c.name AS country
FROM book b FULL JOIN author a ON a.id = b.author_id LEFT JOIN country c ON c.code = a.country;

-- case: full-flags
-- expect: has_book=notnull has_author=notnull
SELECT b.id IS NOT NULL AS has_book, a.id IS NOT NULL AS has_author FROM book b FULL JOIN author a ON a.id = b.author_id;
