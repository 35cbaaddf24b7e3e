-- case: view-plain
-- expect: id=notnull name=notnull born=nullable
SELECT id, name, born FROM author_name;

-- case: view-over-left-join
-- expect: id=notnull title=notnull note=nullable author_id=nullable author=nullable born=nullable
SELECT * FROM book_author;

-- case: view-over-inner-join
-- expect: id=notnull title=notnull author=notnull born=nullable
SELECT * FROM book_inner;

-- case: view-over-aggregate-join
-- expect: id=notnull title=notnull sales=notnull copies=nullable firm_copies=notnull
SELECT * FROM book_sales;

-- case: view-over-union
-- expect: name=nullable number=nullable
SELECT * FROM everybody;

-- case: view-over-window
-- expect: id=notnull name=notnull place=notnull before=nullable
SELECT * FROM numbered_author;

-- case: view-left-joined
-- expect: name=notnull sales=nullable title=nullable
SELECT a.name, v.sales, v.title FROM author a LEFT JOIN book_sales v ON v.id = a.id + 3;

-- case: view-filtered
-- expect: title=notnull author=notnull
SELECT title, author FROM book_author WHERE author IS NOT NULL;

-- case: view-inner-joined-on-nullable
-- expect: title=notnull club=notnull author=notnull
SELECT v.title, m.club, v.author FROM book_author v JOIN membership m ON m.author_id = v.author_id;

-- case: view-in-subquery
-- expect: title=notnull author=nullable
SELECT s.title, s.author FROM (SELECT title, author FROM book_author ORDER BY title LIMIT 10) s;
