-- name: addEvent :execlastid
-- @param atEpoch: Date
-- @param atJulian: Date
INSERT INTO events (at_text, at_epoch, at_julian) VALUES (:atText, :atEpoch, :atJulian);

-- name: eventDates :one
-- @column at_epoch: Date
-- @column at_julian: Date
SELECT at_text, at_epoch, at_julian FROM events WHERE id = :id;

-- name: storedAs :one
SELECT typeof(at_text) AS text, typeof(at_epoch) AS epoch, typeof(at_julian) AS julian FROM events WHERE id = :id;

-- name: eventsBefore :many
-- @param until: Date
SELECT id FROM events WHERE at_epoch < :until ORDER BY id;

-- name: eventsFrom :many
-- @param from: Date?
SELECT id FROM events WHERE :from IS NULL OR at_julian >= :from ORDER BY id;
