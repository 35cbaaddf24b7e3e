-- name: counts :one
-- How much there is of everything, for the first page of the shop's own pages.
SELECT
    (SELECT count(*) FROM books WHERE withdrawn = 0) AS "books!: Int64",
    (SELECT count(*) FROM authors) AS "authors!: Int64",
    (SELECT count(*) FROM customers) AS "customers!: Int64",
    (SELECT count(*) FROM orders WHERE status IN ('placed', 'paid')) AS "open_orders!: Int64",
    (SELECT sum(on_hand) FROM stock) AS "copies?: Int64";
