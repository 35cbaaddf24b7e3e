-- case: iif-firm
-- expect: kind=notnull
SELECT iif(born IS NULL, 'unknown', 'known') AS kind FROM author;

-- case: iif-nullable-then
-- expect: value=nullable
SELECT iif(id > 1, country, 'first') AS value FROM author;

-- case: iif-nullable-else
-- expect: value=nullable
SELECT iif(id = 1, 'first', country) AS value FROM author;

-- case: iif-null-condition
-- A condition that is NULL takes the other branch.
-- expect: value=notnull
SELECT iif(born > 1900, 'new', 'old') AS value FROM author;

-- case: iif-null-literal
-- expect: value=nullable
SELECT iif(id = 1, NULL, name) AS value FROM author;

-- case: iif-columns
-- expect: value=notnull
SELECT iif(pages > 100, title, 'short: ' || title) AS value FROM book;
