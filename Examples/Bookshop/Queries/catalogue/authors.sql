-- name: addPublisher :one
-- Adds a publisher, or finds the one of that name; a new website replaces the old one.
INSERT INTO publishers (name, website) VALUES (:name, :website)
ON CONFLICT (name) DO UPDATE SET website = coalesce(excluded.website, website)
RETURNING id;

-- name: addAuthor :execlastid
-- Adds a person and says their number.
INSERT INTO authors (name, sort_name, born, died) VALUES (:name, :sortName, :born, :died);

-- name: nameAuthor :exec
-- Names a person on the cover of a book, behind those who are named already.
INSERT INTO book_authors (book_id, position, author_id, role)
SELECT :book, coalesce(max(position), 0) + 1, :author, :role FROM book_authors WHERE book_id = :book;

-- name: authorsOfBook :many
-- The people on a book's cover, in its order.
SELECT a.id, a.name, ba.role
FROM book_authors AS ba
JOIN authors AS a ON a.id = ba.author_id
WHERE ba.book_id = :book
ORDER BY ba.position;

-- name: authorsByName :many
-- People whose name or sort name begins with a text, in either case.
SELECT id, name, sort_name, born, died
FROM authors
WHERE name LIKE :prefix || '%' OR sort_name LIKE :prefix || '%'
ORDER BY sort_name COLLATE NOCASE;

-- name: mergeAuthors :exec
-- Makes one person of two who were entered twice: whatever names the second then names the first.
UPDATE book_authors SET author_id = :kept WHERE author_id = :duplicate;
DELETE FROM authors WHERE id = :duplicate;
