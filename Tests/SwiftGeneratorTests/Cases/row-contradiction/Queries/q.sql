-- name: one :many
-- @row Named
SELECT id, name FROM author;

-- name: other :many
-- @row Named
SELECT id, born AS name FROM author;
