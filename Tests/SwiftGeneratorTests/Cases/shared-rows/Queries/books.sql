-- name: book_names :many
-- @row Named
SELECT id, title AS name FROM book;

-- name: book :one
-- The row type of the query `book` yields to that of the table.
-- @param id: Int64
SELECT b.id, b.title, a.name AS author FROM book b JOIN author a ON a.id = b.author_id WHERE b.id = :id;

-- name: books :many
SELECT * FROM book;
