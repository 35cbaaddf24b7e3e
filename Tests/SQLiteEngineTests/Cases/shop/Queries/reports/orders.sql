-- name: totals :many
-- Totals of each customer,
-- greatest first.
-- @column count!: Int64
-- @param 1: Int64
-- @param 2: Date
-- @deprecated Use totalsByMonth.
SELECT c.email, count(*) AS count, sum(o.total) AS "total!: Decimal", max(o.note) AS "lastNote?: String"
FROM customers c -- every customer
LEFT JOIN orders o ON o.customer_id = c.id AND o.placed > $2
GROUP BY c.id
ORDER BY "total!: Decimal" DESC
LIMIT $1;

-- name: openOrders :many
SELECT * FROM open_orders;

-- name: closeOrders :execrows
UPDATE orders SET note = 'closed' WHERE note IS NULL;
