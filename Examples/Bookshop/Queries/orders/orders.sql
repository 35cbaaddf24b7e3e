-- name: placeOrder :one
-- Opens an order; `orderCart` puts the lines into it.
INSERT INTO orders (public_id, customer_id, ship_to, note) VALUES (:publicID, :customer, :shipTo, :note)
RETURNING id, placed_at;

-- name: orderCart :execrows
-- Copies a customer's cart into an order at the prices of today; says how many lines there are.
INSERT INTO order_lines (order_id, line, book_id, quantity, price_cents, discount)
SELECT :order, row_number() OVER (ORDER BY b.title, b.id), b.id, c.quantity, b.price_cents, :discount
FROM cart_items AS c
JOIN books AS b ON b.id = c.book_id
WHERE c.customer_id = :customer;

-- name: orderByPublicID :optional
-- The order behind a link, with its customer and where it goes.
SELECT
    o.id,
    o.status,
    o.placed_at,
    o.shipped_at,
    o.note,
    c.name AS customer,
    c.email,
    a.street,
    a.city,
    a.country
FROM orders AS o
JOIN customers AS c ON c.id = o.customer_id
LEFT JOIN addresses AS a ON a.id = o.ship_to
WHERE o.public_id = :publicID;

-- name: orderLines :many
-- The lines of an order with the titles of the books.
SELECT l.line, b.title, l.quantity, l.price_cents, l.discount, l.total_cents
FROM order_lines AS l
JOIN books AS b ON b.id = l.book_id
WHERE l.order_id = :order
ORDER BY l.line;

-- name: ordersOfCustomer :many
-- A customer's orders with their totals, newest first; `status` leaves out all others.
SELECT order_id, status, placed_at, line_count, item_count, total_cents
FROM order_totals
WHERE customer_id = :customer AND (:status IS NULL OR status = :status)
ORDER BY placed_at DESC, order_id DESC;

-- name: shipOrder :optional
-- Marks a paid order as shipped; nothing comes back where it is not paid.
-- @param shippedAt: Date
-- @column shipped_at!
UPDATE orders SET status = 'shipped', shipped_at = :shippedAt
WHERE id = :id AND status = 'paid'
RETURNING id, status, shipped_at;

-- name: cancelOrder :execrows
-- @deprecated Use cancelOrders, which takes a whole customer's.
UPDATE orders SET status = 'cancelled' WHERE id = :id AND status IN ('placed', 'paid');

-- name: cancelOrders :many
-- Cancels what a customer has ordered and not yet got; says which orders that were.
UPDATE orders SET status = 'cancelled'
WHERE customer_id = :customer AND status IN ('placed', 'paid')
RETURNING id;
