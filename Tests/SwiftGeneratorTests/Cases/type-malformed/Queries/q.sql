-- name: authors :many
SELECT id, born FROM author;
