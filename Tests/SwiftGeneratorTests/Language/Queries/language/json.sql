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
