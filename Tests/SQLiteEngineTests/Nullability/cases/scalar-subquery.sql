-- case: scalar-no-row
-- expect: name=notnull title=nullable
SELECT a.name, (SELECT b.title FROM book b WHERE b.author_id = a.id LIMIT 1) AS title FROM author a;

-- case: scalar-count
-- expect: name=notnull books=notnull
SELECT a.name, (SELECT count(*) FROM book b WHERE b.author_id = a.id) AS books FROM author a;

-- case: scalar-max
-- expect: name=notnull newest=nullable
SELECT a.name, (SELECT max(b.id) FROM book b WHERE b.author_id = a.id) AS newest FROM author a;

-- case: scalar-coalesce
-- expect: name=notnull newest=notnull
SELECT a.name, coalesce((SELECT max(b.id) FROM book b WHERE b.author_id = a.id), 0) AS newest FROM author a;

-- case: scalar-exists
-- expect: has_books=notnull has_none=notnull
SELECT EXISTS (SELECT 1 FROM book b WHERE b.author_id = a.id) AS has_books,
       NOT EXISTS (SELECT 1 FROM book b WHERE b.author_id = a.id) AS has_none
FROM author a;

-- case: scalar-literal
-- A subquery without FROM always has its row.
-- expect: one=notnull
SELECT (SELECT 1) AS one;

-- case: scalar-literal-where
-- expect: one=nullable
SELECT (SELECT 1 WHERE a.id > 2) AS one FROM author a;

-- case: scalar-from-empty
-- expect: name=nullable
SELECT (SELECT name FROM vacant) AS name;

-- case: scalar-key-of-itself
-- The row that is looked up is there, as the key says; the subquery is a lookup all the same.
-- expect: name=unprovable
SELECT (SELECT x.name FROM author x WHERE x.id = a.id) AS name FROM author a;

-- case: scalar-limit-zero
-- expect: id=nullable
SELECT (SELECT id FROM author LIMIT 0) AS id;

-- case: scalar-in-expression
-- expect: sum=nullable
SELECT 1 + (SELECT id FROM author WHERE name = 'Zoe') AS sum;

-- case: scalar-in
-- expect: known=nullable firm=notnull
SELECT b.author_id IN (SELECT id FROM author) AS known, b.id IN (SELECT id FROM author) AS firm FROM book b;

-- case: scalar-not-in-with-null
-- A list that holds NULL answers NULL for what it does not hold.
-- expect: free=nullable
SELECT a.id NOT IN (SELECT author_id FROM book) AS free FROM author a;
