-- case: right-plain
-- expect: title=nullable name=notnull
SELECT b.title, a.name FROM book b RIGHT JOIN author a ON a.id = b.author_id;

-- case: right-keys
-- expect: book=nullable author=notnull born=nullable
SELECT b.id AS book, a.id AS author, a.born FROM book b RIGHT JOIN author a ON a.id = b.author_id;

-- case: right-behind-left
-- Everything to the left of it becomes nullable.
-- expect: title=nullable author=nullable code=notnull
SELECT b.title, a.name AS author, c.code
FROM book b LEFT JOIN author a ON a.id = b.author_id RIGHT JOIN country c ON c.code = a.country;

-- case: right-behind-inner
-- expect: title=nullable author=nullable club=notnull
SELECT b.title, a.name AS author, m.club
FROM book b JOIN author a ON a.id = b.author_id RIGHT JOIN membership m ON m.author_id = a.id AND m.club = 'tea';

-- case: right-where-rejects-null
-- expect: title=notnull name=notnull
SELECT b.title, a.name FROM book b RIGHT JOIN author a ON a.id = b.author_id WHERE b.id > 0;

-- case: right-coalesce
-- expect: title=notnull name=notnull
SELECT coalesce(b.title, '-') AS title, a.name FROM book b RIGHT JOIN author a ON a.id = b.author_id;

-- case: right-using
-- expect: id=notnull name=notnull other=nullable
SELECT id, author.name, n.name AS other FROM vacant n RIGHT JOIN author USING (id);

-- case: right-inner-behind
-- The inner join behind it asks for the left side.
-- expect: title=notnull author=notnull copies=notnull
SELECT b.title, a.name AS author, s.copies
FROM book b RIGHT JOIN author a ON a.id = b.author_id JOIN sale s ON s.book_id = b.id;
