-- name: counts :one
-- How much there is of everything, for the first page of the shop's own pages.
SELECT
    (SELECT count(*) FROM books WHERE withdrawn = 0) AS books,
    (SELECT count(*) FROM authors) AS authors,
    (SELECT count(*) FROM customers) AS customers,
    (SELECT count(*) FROM orders WHERE status IN ('placed', 'paid')) AS open_orders,
    (SELECT sum(on_hand) FROM stock) AS copies;
