-- name: event :one
-- @json payload: Payload
SELECT id, payload FROM events WHERE id = :id;

-- name: setPayload :exec
-- @json payload: Payload
UPDATE events SET payload = :payload WHERE id = :id;

-- name: payloads :many
-- @json payload!: Payload
SELECT payload FROM events WHERE payload IS NOT NULL ORDER BY id;

-- name: authorsWithBooks :many
-- @json books: [BookTitle]
SELECT
    a.name,
    json_group_array(json_object('id', b.id, 'title', b.title)) FILTER (WHERE b.id IS NOT NULL) AS books
FROM authors AS a
LEFT JOIN books AS b ON b.author_id = a.id
GROUP BY a.id
ORDER BY a.id;

-- name: shelves :many
-- What the JSON holds is known from the arguments.
SELECT
    a.id,
    json_object(
        'full_name', a.name,
        'born', a.born,
        'books', (
            SELECT json_group_array(json_object('id', b.id, 'title', b.title, 'note', b.note, 'isCheap', b.price < 4.0))
            FROM books AS b
            WHERE b.author_id = a.id
        )
    ) AS shelf
FROM authors AS a
ORDER BY a.id;

-- name: priceList :one
SELECT json_group_array(json_object('title', title, 'price', price)) AS "books!" FROM (SELECT * FROM books ORDER BY id);

-- name: pricesByTitle :one
SELECT json_group_object(title, price) AS prices FROM books WHERE price < 4.0;

-- name: firstBook :optional
SELECT json_object('id', id, 'class', title) AS book FROM books ORDER BY id LIMIT 1;

-- name: firstBookText :one
-- @column book: String
SELECT json_object('id', id) AS book FROM books ORDER BY id LIMIT 1;

-- name: titles :many
-- @row Titled
SELECT id, json_object('title', title) AS data FROM books ORDER BY id;

-- name: titlesOf :many
-- @row Titled
SELECT id, json_object('title', title) AS data FROM books WHERE author_id = :author ORDER BY id;
