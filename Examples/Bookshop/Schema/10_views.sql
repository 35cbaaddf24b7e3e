-- Numbered 10 and applied last: files are read in the order in which people number them.

CREATE VIEW order_totals AS
SELECT
    o.id AS order_id,
    o.customer_id,
    o.status,
    o.placed_at,
    count(l.line) AS line_count,
    coalesce(sum(l.quantity), 0) AS item_count,
    coalesce(sum(l.total_cents), 0) AS total_cents
FROM orders AS o
LEFT JOIN order_lines AS l ON l.order_id = o.id
GROUP BY o.id;

CREATE VIEW books_for_sale AS
SELECT b.id, b.isbn, b.title, b.price_cents, p.name AS publisher, s.on_hand, s.shelf
FROM books AS b
JOIN publishers AS p ON p.id = b.publisher_id
LEFT JOIN stock AS s ON s.book_id = b.id
WHERE b.withdrawn = 0;
