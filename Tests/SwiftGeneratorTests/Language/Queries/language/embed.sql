-- name: booksAndAuthors :many
-- Every book, with its author where it has one.
SELECT sqlc.embed(b), sqlc.embed(a), length(b.title) AS title_length
FROM books AS b
LEFT JOIN authors AS a ON a.id = b.author_id
ORDER BY b.id;

-- name: authorAndBook :optional
SELECT authors.name AS writer, sqlc.embed(books), sqlc.embed(authors)
FROM books
JOIN authors ON authors.id = books.author_id
WHERE books.id = :id;

-- name: bookPairs :many
SELECT sqlc.embed(one), sqlc.embed(other)
FROM books one JOIN books other ON other.author_id = one.author_id AND other.id > one.id
ORDER BY one.id, other.id;

-- name: allBooksAndAuthors :many
-- Each may be missing.
SELECT sqlc.embed(books), sqlc.embed(authors)
FROM books
FULL JOIN authors ON authors.id = books.author_id
ORDER BY books.id, authors.id;
