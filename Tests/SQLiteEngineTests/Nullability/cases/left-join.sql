-- case: left-plain
-- expect: id=notnull title=notnull author=nullable born=nullable
SELECT b.id, b.title, a.name AS author, a.born FROM book b LEFT JOIN author a ON a.id = b.author_id;

-- case: left-key-of-right-side
-- expect: title=notnull author_id=nullable
SELECT b.title, a.id AS author_id FROM book b LEFT JOIN author a ON a.id = b.author_id;

-- case: left-chain
-- expect: title=notnull author=nullable country=nullable
SELECT b.title, a.name AS author, c.code AS country
FROM book b LEFT JOIN author a ON a.id = b.author_id LEFT JOIN country c ON c.code = a.country;

-- case: left-then-inner
-- An inner join behind it that compares the nullable side leaves no row in which that side is missing.
-- expect: title=notnull author=notnull country=notnull
SELECT b.title, a.name AS author, c.code AS country
FROM book b LEFT JOIN author a ON a.id = b.author_id JOIN country c ON c.code = a.country;

-- case: left-where-rejects-null
-- expect: title=notnull author=notnull
SELECT b.title, a.name AS author FROM book b LEFT JOIN author a ON a.id = b.author_id WHERE a.born > 1800;

-- case: left-where-keeps-null
-- expect: title=notnull author=nullable
SELECT b.title, a.name AS author FROM book b LEFT JOIN author a ON a.id = b.author_id
WHERE a.born > 1800 OR b.pages IS NULL;

-- case: left-anti-join
-- expect: name=notnull title=nullable
SELECT a.name, b.title FROM author a LEFT JOIN book b ON b.author_id = a.id WHERE b.id IS NULL;

-- case: left-constant-of-subquery
-- A literal of the nullable side is missing where the side is.
-- expect: name=notnull found=nullable
SELECT a.name, s.found FROM author a LEFT JOIN (SELECT author_id, 1 AS found FROM book) s ON s.author_id = a.id;

-- case: left-coalesce-inside
-- expect: name=notnull note=nullable
SELECT a.name, s.note FROM author a LEFT JOIN (SELECT author_id, coalesce(note, '') AS note FROM book) s ON s.author_id = a.id;

-- case: left-coalesce-outside
-- expect: title=notnull author=notnull
SELECT b.title, coalesce(a.name, 'nobody') AS author FROM book b LEFT JOIN author a ON a.id = b.author_id;

-- case: left-count-inside
-- expect: name=notnull books=nullable
SELECT a.name, s.books
FROM author a LEFT JOIN (SELECT author_id, count(*) AS books FROM book GROUP BY author_id) s ON s.author_id = a.id;

-- case: left-aggregate-subquery-without-group
-- expect: name=notnull books=nullable
SELECT a.name, s.books FROM author a LEFT JOIN (SELECT count(*) AS books FROM book) s ON a.id > 1;

-- case: left-on-false
-- expect: name=notnull title=nullable
SELECT a.name, b.title FROM author a LEFT JOIN book b ON 0;

-- case: left-on-true
-- The right side has no rows at all.
-- expect: name=notnull other=nullable
SELECT a.name, n.name AS other FROM author a LEFT JOIN vacant n ON 1;

-- case: left-self-join
-- expect: name=notnull parent=nullable remark=nullable
SELECT n.name, p.name AS parent, p.remark FROM node n LEFT JOIN node p ON p.id = n.parent_id;

-- case: left-of-inner-group
-- expect: title=notnull author=nullable club=nullable
SELECT b.title, a.name AS author, m.club
FROM book b LEFT JOIN (author a JOIN membership m ON m.author_id = a.id) ON a.id = b.author_id;

-- case: left-expression-of-right-side
-- expect: title=notnull length=nullable marked=nullable known=notnull
SELECT b.title, length(a.name) AS length, a.name || '!' AS marked, a.name IS NOT NULL AS known
FROM book b LEFT JOIN author a ON a.id = b.author_id;

-- case: left-using
-- USING of an outer join takes the left side's value.
-- expect: id=notnull other=nullable
SELECT id, n.name AS other FROM author LEFT JOIN vacant n USING (id);
