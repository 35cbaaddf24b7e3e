-- name: authors :many
SELECT * FROM author;

-- name: author :one
-- @param id: Int64
SELECT id, name, born FROM author WHERE id = :id;

-- name: author_names :many
-- @row Named
SELECT id, name FROM author;

-- name: insertAuthor :one
-- @param name: String
-- @param born: Date?
INSERT INTO author (name, born) VALUES (:name, :born) RETURNING *;
