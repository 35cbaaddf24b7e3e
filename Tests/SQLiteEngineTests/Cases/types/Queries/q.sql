-- name: places :many
SELECT * FROM places;
