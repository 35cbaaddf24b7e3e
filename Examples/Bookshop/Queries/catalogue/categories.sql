-- name: addCategory :execlastid
-- Adds a category below another, or at the top.
INSERT INTO categories (parent_id, name) VALUES (:parent, :name);

-- name: fileBook :exec
-- Files a book under a category; once is enough.
INSERT INTO book_categories (book_id, category_id) VALUES (:book, :category) ON CONFLICT DO NOTHING;

-- name: categoryTree :many
-- The whole tree from the top, children behind their parent. `path` reads "Fiction / Science fiction".
WITH RECURSIVE tree (id, name, depth, path) AS (
    SELECT id, name, 0, name FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, c.name, t.depth + 1, t.path || ' / ' || c.name
    FROM categories AS c
    JOIN tree AS t ON c.parent_id = t.id
)
SELECT
    t.id,
    t.name,
    t.depth,
    t.path,
    (SELECT count(*) FROM book_categories AS bc WHERE bc.category_id = t.id) AS book_count
FROM tree AS t
ORDER BY t.path;

-- name: booksBelow :many
-- The books of a category and of all below it.
WITH RECURSIVE below (id) AS (
    SELECT id FROM categories WHERE id = :category
    UNION
    SELECT c.id FROM categories AS c JOIN below ON c.parent_id = below.id
)
SELECT id, title, price_cents
FROM books
WHERE id IN (SELECT book_id FROM book_categories WHERE category_id IN (SELECT id FROM below)) AND withdrawn = 0
ORDER BY title;
