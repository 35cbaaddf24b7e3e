-- name: one :many
SELECT a FORM t;

-- name: two :many
SELECT aa FROM t;

-- name: three :many
SELECT a FROM missing_table;

-- name: four :many
SELECT (a FROM t;

-- name: five :manny
SELECT a FROM t;
