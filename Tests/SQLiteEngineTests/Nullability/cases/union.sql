-- case: union-second-arm-nullable
-- SQLite names the first arm alone as the origin.
-- expect: name=nullable
SELECT name FROM author UNION SELECT buyer FROM sale;

-- case: union-all-second-arm-nullable
-- expect: name=nullable
SELECT name FROM author UNION ALL SELECT note FROM book;

-- case: union-both-firm
-- expect: name=notnull
SELECT name FROM author UNION SELECT title FROM book;

-- case: union-all-both-firm
-- expect: name=notnull id=notnull
SELECT name, id FROM author UNION ALL SELECT title, id FROM book;

-- case: union-null-literal
-- expect: id=nullable name=notnull
SELECT id, name FROM author UNION ALL SELECT NULL, 'nobody';

-- case: union-three-arms
-- expect: name=nullable
SELECT name FROM author UNION ALL SELECT title FROM book UNION ALL SELECT remark FROM node;

-- case: union-ordered
-- expect: name=nullable
SELECT name FROM author UNION ALL SELECT buyer FROM sale ORDER BY 1 LIMIT 3;

-- case: union-in-subquery
-- expect: name=nullable
SELECT u.name FROM (SELECT name FROM author UNION ALL SELECT buyer FROM sale) u;

-- case: union-literals
-- expect: n=notnull
SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3;

-- case: intersect-firm-left
-- expect: id=notnull
SELECT id FROM author INTERSECT SELECT author_id FROM book;

-- case: intersect-firm-right
-- What both arms have cannot be NULL where one of them never is.
-- expect: id=notnull
SELECT author_id AS id FROM book INTERSECT SELECT id FROM author;

-- case: intersect-both-nullable
-- expect: value=nullable
SELECT note AS value FROM book INTERSECT SELECT buyer FROM sale;

-- case: except-firm
-- expect: id=notnull
SELECT id FROM author EXCEPT SELECT author_id FROM book;

-- case: except-nullable
-- expect: country=nullable
SELECT country FROM author EXCEPT SELECT code FROM country;

-- case: values-firm
-- expect: column1=notnull column2=notnull
VALUES (1, 'one'), (2, 'two');

-- case: values-nullable
-- expect: column1=notnull column2=nullable
VALUES (1, 'one'), (2, NULL);
