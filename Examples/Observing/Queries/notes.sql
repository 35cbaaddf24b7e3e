-- name: notes :many
SELECT id, text FROM notes ORDER BY id;

-- name: addNote :execlastid
INSERT INTO notes (text) VALUES (:text);
