-- case: cte-plain
-- expect: name=notnull born=nullable
WITH a AS (SELECT name, born FROM author) SELECT name, born FROM a;

-- case: cte-left-joined
-- expect: name=notnull title=nullable
WITH b AS (SELECT author_id, title FROM book) SELECT a.name, b.title FROM author a LEFT JOIN b ON b.author_id = a.id;

-- case: cte-over-left-join
-- expect: title=notnull author=nullable
WITH v AS (SELECT b.title, a.name AS author FROM book b LEFT JOIN author a ON a.id = b.author_id) SELECT title, author FROM v;

-- case: cte-materialized
-- expect: title=notnull author=nullable
WITH v AS MATERIALIZED (SELECT b.title, a.name AS author FROM book b LEFT JOIN author a ON a.id = b.author_id)
SELECT title, author FROM v ORDER BY title;

-- case: cte-not-materialized
-- expect: title=notnull author=nullable
WITH v AS NOT MATERIALIZED (SELECT b.title, a.name AS author FROM book b LEFT JOIN author a ON a.id = b.author_id)
SELECT title, author FROM v ORDER BY title;

-- case: cte-aggregate
-- expect: book_id=notnull copies=notnull refunds=nullable
WITH s AS (SELECT book_id, sum(copies) AS copies, sum(refund) AS refunds FROM sale GROUP BY book_id)
SELECT book_id, copies, refunds FROM s;

-- case: cte-used-twice
-- expect: name=notnull other=nullable
WITH a AS (SELECT id, name FROM author) SELECT x.name, y.name AS other FROM a x LEFT JOIN a y ON y.id = x.id + 1;

-- case: cte-of-cte
-- expect: title=notnull author=nullable marked=nullable
WITH v AS (SELECT b.title, a.name AS author FROM book b LEFT JOIN author a ON a.id = b.author_id),
     w AS (SELECT title, author, author || '!' AS marked FROM v)
SELECT title, author, marked FROM w;

-- case: cte-values
-- expect: n=notnull text=nullable
WITH v (n, text) AS (VALUES (1, 'one'), (2, NULL)) SELECT n, text FROM v;

-- case: cte-with-union
-- expect: name=nullable
WITH u AS (SELECT name FROM author UNION ALL SELECT buyer FROM sale) SELECT name FROM u;

-- case: cte-window
-- expect: name=notnull place=notnull before=nullable
WITH w AS (SELECT name, row_number() OVER (ORDER BY id) AS place, lag(id) OVER (ORDER BY id) AS before FROM author)
SELECT name, place, before FROM w WHERE place < 3;
