-- case: where-not-null
-- expect: name=notnull born=notnull country=nullable
SELECT name, born, country FROM author WHERE born IS NOT NULL;

-- case: where-compared
-- expect: born=notnull
SELECT born FROM author WHERE born > 1000;

-- case: where-equal-parameter
-- expect: country=notnull
-- bind: {"country": "gb"}
-- bind: {"country": null}
SELECT country FROM author WHERE country = :country;

-- case: where-is-parameter
-- `IS` finds NULL where it is asked for.
-- expect: country=nullable
-- bind: {"country": "gb"}
-- bind: {"country": null}
SELECT country FROM author WHERE country IS :country;

-- case: where-or
-- expect: born=nullable
SELECT born FROM author WHERE born > 1000 OR country = 'gb';

-- case: join-on-nullable
-- expect: author_id=notnull title=notnull
SELECT b.author_id, b.title FROM book b JOIN author a ON a.id = b.author_id;

-- case: in-subquery
-- expect: author_id=notnull
SELECT author_id FROM book WHERE author_id IN (SELECT id FROM author);

-- case: order-and-limit
-- expect: title=notnull pages=nullable
SELECT title, pages FROM book ORDER BY pages DESC LIMIT 10 OFFSET 1;

-- case: sorted-by-expression
-- The rows pass through a sorter.
-- expect: title=notnull note=nullable length=notnull
SELECT title, note, length(title) AS length FROM book ORDER BY length(title), note;

-- case: covering-or
-- expect: name=notnull country=nullable
SELECT name, country FROM author WHERE id = 1 OR id = 2 OR name = 'Dan';
