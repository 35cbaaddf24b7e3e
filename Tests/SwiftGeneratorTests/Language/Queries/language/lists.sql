-- name: booksByID :many
-- Books of these numbers.
SELECT id, title FROM books WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id;

-- name: booksBySlice :many
SELECT id, title FROM books WHERE title IN (sqlc.slice('titles')) ORDER BY id;

-- name: booksWithoutNotes :many
-- An empty list leaves out nothing, not even a book without a note.
SELECT id, note FROM books WHERE note NOT IN (SELECT value FROM json_each(:notes)) ORDER BY id;

-- name: booksByKey :many
SELECT id FROM books WHERE key IN (sqlc.slice(keys)) ORDER BY id;

-- name: booksByCover :many
-- Comments like json_each(:covers) and texts like 'json_each(:covers)' stay.
SELECT id, 'json_each(:covers)' AS text FROM books WHERE :least <= id /* json_each(:covers) */
AND cover IN (sqlc.slice(covers)) AND id <= :most ORDER BY id;

-- name: booksOfLists :many
-- Several lists beside other parameters, one of them used twice.
SELECT id
FROM books
WHERE price >= :least
  AND (price IN (sqlc.slice(prices)) OR author_id IN (sqlc.slice(authors)))
  AND id NOT IN (SELECT value FROM json_each(:ids))
  AND (author_id IS NULL OR author_id NOT IN (SELECT json_each.value FROM json_each(:ids)))
ORDER BY id
LIMIT :count OFFSET :skip;

-- name: booksOfAnyList :many
-- Without a list: all.
SELECT id FROM books WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids)) ORDER BY id;

-- name: addNotes :execrows
-- @param notes: [String]
INSERT INTO books (title, price, note) SELECT 'new', 1.0, value FROM json_each(:notes);

-- name: forgetBooks :execrows
DELETE FROM books WHERE id IN (sqlc.slice(ids));
