-- name: addToCart :one
-- Lays a book into the cart, or more of one that lies there; says how many lie there then.
INSERT INTO cart_items (customer_id, book_id, quantity) VALUES (:customer, :book, :quantity)
ON CONFLICT (customer_id, book_id) DO UPDATE SET quantity = quantity + excluded.quantity
RETURNING quantity;

-- name: cart :many
-- What lies in the cart, and what it costs today.
SELECT b.id, b.title, c.quantity, b.price_cents, c.quantity * b.price_cents AS "total_cents!"
FROM cart_items AS c
JOIN books AS b ON b.id = c.book_id
WHERE c.customer_id = :customer
ORDER BY b.title;

-- name: emptyCart :many
-- Empties the cart, and gives what lay in it.
DELETE FROM cart_items WHERE customer_id = :customer RETURNING book_id, quantity;

-- name: review :exec
-- Writes a customer's review of a book, in place of an earlier one.
INSERT INTO reviews (book_id, customer_id, stars, body) VALUES (:book, :customer, :stars, :body)
ON CONFLICT (book_id, customer_id) DO UPDATE
SET stars = excluded.stars, body = excluded.body, written_at = CURRENT_TIMESTAMP;
