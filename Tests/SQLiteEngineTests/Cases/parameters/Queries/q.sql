-- name: untyped :many
SELECT a FROM t WHERE b = :name AND :low < c LIMIT :count;

-- name: inserted :exec
INSERT INTO t (a, b) VALUES (?, upper(?));

-- name: gap :many
-- @param 1: Int64
-- @param 3: Int64
SELECT a FROM t WHERE a IN (?1, ?3);

-- name: twins :many
-- @param a: Int64
SELECT a FROM t WHERE a IN (:a, @a);

-- name: nothing :many
-- @param x: Int64
-- @param nam: String
-- @column z!
SELECT b FROM t WHERE b = :name;
