-- name: untyped :many
SELECT b, c, count(*), max(a) AS largest, a || 'x' AS text FROM t;

-- name: united :many
SELECT a FROM t UNION SELECT b FROM t;

-- name: seen :many
SELECT a FROM both;

-- name: empty :one
UPDATE t SET a = 1;
