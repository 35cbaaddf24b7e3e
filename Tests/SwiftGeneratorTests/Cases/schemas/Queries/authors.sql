-- name: authors2 :many
SELECT * FROM author;
