-- name: event :one
-- @json payload: Payload
SELECT id, payload FROM events WHERE id = :id;

-- name: setPayload :exec
-- @json payload: Payload
UPDATE events SET payload = :payload WHERE id = :id;

-- name: payloads :many
-- @json payload!: Payload
SELECT payload FROM events WHERE payload IS NOT NULL ORDER BY id;
