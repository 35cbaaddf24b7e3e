-- name: pairs :many
SELECT a.id, b.id FROM author a JOIN author b ON a.id < b.id;

-- name: told_apart :many
SELECT a.id, b.id FROM author a JOIN book b ON b.author_id = a.id;
