-- case: grouped-firm
-- Each group has a row, and its numbers are integers that STRICT keeps finite.
-- expect: book_id=notnull copies=notnull n=notnull mean=notnull last=notnull
SELECT book_id, sum(copies) AS copies, count(*) AS n, avg(cents) AS mean, max(sold_on) AS last FROM sale GROUP BY book_id;

-- case: grouped-nullable-argument
-- expect: book_id=notnull refunds=nullable last=nullable
SELECT book_id, sum(refund) AS refunds, max(buyer) AS last FROM sale GROUP BY book_id;

-- case: grouped-by-nullable
-- expect: country=nullable n=notnull
SELECT country, count(*) AS n FROM author GROUP BY country;

-- case: grouped-by-expression
-- expect: month=nullable n=notnull
SELECT strftime('%Y-%m', sold_on) AS month, count(*) AS n FROM sale GROUP BY 1;

-- case: grouped-total
-- expect: total=notnull
SELECT total(refund) AS total FROM sale GROUP BY book_id;

-- case: grouped-infinities
-- NOT NULL in a table that is not STRICT lets infinities in, whose sum is no number: NULL.
-- expect: sum=nullable mean=nullable
SELECT sum(low) AS sum, avg(low) AS mean FROM reading GROUP BY label IN ('', 'wide');

-- case: grouped-filter
-- expect: book_id=notnull large=nullable n=notnull
SELECT book_id, max(copies) FILTER (WHERE copies > 3) AS large, count(*) FILTER (WHERE copies > 3) AS n
FROM sale GROUP BY book_id;

-- case: grouped-left-join
-- expect: name=notnull books=notnull last=nullable
SELECT a.name, count(b.id) AS books, max(b.title) AS last FROM author a LEFT JOIN book b ON b.author_id = a.id GROUP BY a.id;

-- case: grouped-bare-column
-- expect: n=notnull title=notnull note=nullable
SELECT count(*) AS n, title, note FROM book GROUP BY author_id;

-- case: grouped-concat
-- expect: titles=notnull notes=nullable
SELECT group_concat(title) AS titles, group_concat(note) AS notes FROM book GROUP BY author_id;

-- case: grouped-having
-- expect: author_id=notnull n=notnull
SELECT author_id, count(*) AS n FROM book GROUP BY author_id HAVING author_id IS NOT NULL;

-- case: grouped-distinct
-- expect: countries=notnull one=nullable
SELECT count(DISTINCT country) AS countries, max(DISTINCT country) AS one FROM author GROUP BY born;

-- case: grouped-subquery
-- expect: most=nullable
SELECT max(n) AS most FROM (SELECT count(*) AS n FROM book GROUP BY author_id HAVING count(*) > 100);

-- case: distinct-rows
-- expect: country=nullable name=notnull
SELECT DISTINCT country, name FROM author;
