-- name: monthlySales :many
-- Sales by month, each beside the month before. Cancelled orders do not count.
--
-- `change` is missing in the first month.
WITH months (month, order_count, total_cents) AS (
    SELECT strftime('%Y-%m', placed_at), count(*), sum(total_cents)
    FROM order_totals
    WHERE status <> 'cancelled' AND placed_at >= :from AND placed_at < :until
    GROUP BY 1
)
SELECT
    month AS "month!",
    order_count,
    total_cents AS "total_cents!",
    total_cents - lag(total_cents) OVER (ORDER BY month) AS change
FROM months
ORDER BY month;

-- name: bestSellers :many
-- The books that sell best, each category apart; equals share a rank.
WITH sold (category, book_id, title, quantity) AS (
    SELECT c.name, b.id, b.title, sum(l.quantity)
    FROM order_lines AS l
    JOIN orders AS o ON o.id = l.order_id AND o.status <> 'cancelled'
    JOIN books AS b ON b.id = l.book_id
    JOIN book_categories AS bc ON bc.book_id = b.id
    JOIN categories AS c ON c.id = bc.category_id
    GROUP BY c.id, b.id
),
ranked AS (
    SELECT *, rank() OVER (PARTITION BY category ORDER BY quantity DESC) AS place FROM sold
)
SELECT category, place, title, quantity AS "quantity!"
FROM ranked
WHERE place <= :places
ORDER BY category, place, title;

-- name: bestCustomers :many
-- Customers by what they have spent, with their share of all that was spent.
SELECT
    c.id,
    c.name,
    count(*) AS order_count,
    sum(t.total_cents) AS "spent_cents!",
    round(100.0 * sum(t.total_cents) / nullif(sum(sum(t.total_cents)) OVER (), 0), 1) AS percent
FROM order_totals AS t
JOIN customers AS c ON c.id = t.customer_id
WHERE t.status <> 'cancelled'
GROUP BY c.id
ORDER BY sum(t.total_cents) DESC, c.id
LIMIT :limit;

-- name: quietCustomers :many
-- Customers without an order since a day; `lastOrder` is missing where they have never ordered.
SELECT c.id, c.name, c.email, max(o.placed_at) AS last_order
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id
GROUP BY c.id
HAVING max(o.placed_at) IS NULL OR max(o.placed_at) < :since
ORDER BY max(o.placed_at), c.id;

-- name: activity :many
-- What happened lately, of all kinds, newest first, a page at a time.
SELECT kind, id, happened_at, text
FROM (
    SELECT 'order' AS kind, o.id, o.placed_at AS happened_at, c.name || ' ordered' AS text
    FROM orders AS o
    JOIN customers AS c ON c.id = o.customer_id
    UNION ALL
    SELECT 'review', r.book_id, r.written_at, c.name || ' gave ' || r.stars || ' stars to ' || b.title
    FROM reviews AS r
    JOIN customers AS c ON c.id = r.customer_id
    JOIN books AS b ON b.id = r.book_id
    UNION ALL
    SELECT 'customer', id, joined_at, name || ' joined' FROM customers
)
ORDER BY happened_at DESC, kind, id
LIMIT :limit OFFSET :offset;
