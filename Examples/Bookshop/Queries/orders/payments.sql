-- name: pay :execlastid
-- Books a payment; an amount below zero pays back.
INSERT INTO payments (order_id, method, amount_cents, reference)
VALUES (:order, :method, :amountCents, :reference);

-- name: settle :execrows
-- Marks an order as paid when its payments cover it.
UPDATE orders SET status = 'paid'
WHERE id = :order
  AND status = 'placed'
  AND (SELECT coalesce(sum(amount_cents), 0) FROM payments WHERE order_id = :order)
      >= (SELECT total_cents FROM order_totals WHERE order_id = :order);

-- name: balance :many
-- Every payment of an order in the order they came, with what was still owed after each.
SELECT
    p.id,
    p.method,
    p.amount_cents,
    p.received_at,
    t.total_cents - sum(p.amount_cents) OVER (ORDER BY p.received_at, p.id) AS "owed_cents!"
FROM payments AS p
JOIN order_totals AS t ON t.order_id = p.order_id
WHERE p.order_id = :order
ORDER BY p.received_at, p.id;
