/* name: GetAuthor :one */
SELECT * FROM authors WHERE id = ?;

-- name: CreateAuthor :execresult
-- @sqlc-vet-disable
INSERT INTO authors (name, born) VALUES (?, ?);

-- name: CreateAuthorID :execlastid
INSERT INTO authors (name, born) VALUES (?1, ?2);

-- name: RenameAuthors :execrows
UPDATE authors SET name = $2 WHERE name = $1;

-- name: DeleteAuthor :exec
DELETE FROM authors WHERE id = @id;

-- name: ListAuthors :many
SELECT id, name FROM authors WHERE lower(name) LIKE sqlc.arg(pattern) ORDER BY name LIMIT sqlc.arg('count');

-- name: UpdateAuthor :exec
UPDATE authors
SET name = coalesce(sqlc.narg('name'), name), born = coalesce(sqlc.narg(born), born)
WHERE id = sqlc.arg('id');

-- name: FindBooks :many
SELECT id, title FROM books
WHERE (sqlc.narg(title) IS NULL OR title = sqlc.narg(title)) AND (@author_id IS NULL OR author_id = sqlc.arg(author_id))
ORDER BY id;
