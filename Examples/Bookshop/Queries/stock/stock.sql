-- name: moveStock :exec
-- Books what came to or left the shelves; the stock follows by itself.
INSERT INTO stock_movements (book_id, change, reason, order_id) VALUES (:book, :change, :reason, :order);

-- name: shelve :execrows
-- Says where a book lies, and how few may be left before more are ordered.
UPDATE stock SET shelf = :shelf, reorder_at = :reorderAt WHERE book_id = :book;

-- name: toReorder :many
-- Books that run low, with what was sold of them since a day.
SELECT
    b.id,
    b.title,
    s.on_hand,
    s.reorder_at,
    coalesce(-sum(m.change) FILTER (WHERE m.reason = 'sale'), 0) AS sold
FROM stock AS s
JOIN books AS b ON b.id = s.book_id
LEFT JOIN stock_movements AS m ON m.book_id = b.id AND m.moved_at >= :since
WHERE s.on_hand <= s.reorder_at AND b.withdrawn = 0
GROUP BY b.id
ORDER BY s.on_hand, b.title;

-- name: stockHistory :many
-- How a book's stock came to be: each movement, and what lay there after it.
SELECT
    id,
    moved_at,
    change,
    reason,
    order_id,
    sum(change) OVER (ORDER BY moved_at, id) AS on_hand
FROM stock_movements
WHERE book_id = :book
ORDER BY moved_at, id;
