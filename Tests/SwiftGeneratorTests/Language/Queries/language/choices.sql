-- name: sortedBooks :many
-- A page of books, in an order of the caller's choice.
SELECT id, title
FROM books
ORDER BY
    CASE :sort WHEN 'title' THEN title WHEN 'price, highest first' THEN -price END,
    CASE WHEN :direction = 'down' THEN -id WHEN 'up' = :direction THEN id ELSE 0 END
LIMIT :count OFFSET :skip;

-- name: booksByOrderText :many
-- @param sort: String
SELECT id FROM books ORDER BY CASE :sort WHEN 'title' THEN title ELSE id END;
