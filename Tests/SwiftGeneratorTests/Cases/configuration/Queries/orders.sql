-- name: order :one
-- @param id: Int64
SELECT * FROM orders WHERE id = :id;

-- name: statuses :many
SELECT DISTINCT status FROM orders;

-- name: place :execlastid
-- @param status: OrderStatus
-- @param total: Money
-- @param placed_at: Date
-- @param note: String?
INSERT INTO orders (status, total, placed_at, note) VALUES (:status, :total, :placed_at, :note);
