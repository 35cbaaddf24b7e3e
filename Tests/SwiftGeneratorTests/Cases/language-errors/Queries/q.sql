-- name: listAsWrittenFirst :many
SELECT title FROM books WHERE id IN :ids;

-- name: listAsOneValue :many
SELECT title FROM books WHERE id IN (SELECT value FROM json_each(:ids)) OR author_id = :ids;

-- name: listWithoutName :many
SELECT title FROM books WHERE id IN (SELECT value FROM json_each(?));

-- name: listOfWhat :many
SELECT value AS "value: String" FROM json_each(:values);

-- name: sliceElsewhere :many
SELECT title FROM books WHERE id = sqlc.slice(ids);

-- name: unknownMacro :many
SELECT title FROM books WHERE id = sqlc.nargs(id);

-- name: macroOfNothing :many
SELECT title FROM books WHERE id = sqlc.arg();

-- name: macroOfExpression :many
SELECT title FROM books WHERE id = sqlc.arg('a b');

-- name: behindAMacro :many
SELECT titel FROM books WHERE id = sqlc.narg(id);

-- name: embedOfNothing :many
SELECT sqlc.embed(writers) FROM books;

-- name: embedOfSubquery :many
SELECT sqlc.embed(b) FROM (SELECT id, title FROM books) AS b;

-- name: embedOfUntypedView :many
SELECT sqlc.embed(loud) FROM loud;

-- name: severalRows :many
SELECT id FROM books; SELECT id FROM authors;

-- name: ownTransaction :exec
BEGIN;
UPDATE books SET title = :title;
COMMIT;

-- name: secondIsWrong :exec
UPDATE books SET title = :title;
UPDATE books SET titel = :title;

-- name: contradiction :exec
UPDATE books SET title = :value;
UPDATE books SET author_id = :value;

-- name: copies :copyfrom
INSERT INTO authors (name) VALUES (?);

-- name: batch :batchone
SELECT id FROM authors WHERE name = ?;

-- name: jsonOfNothing :many
-- @json payloads: Payload
SELECT payload FROM books;

-- name: jsonOfNoType :many
-- @json payload
SELECT payload FROM books;

-- name: choiceOfTwoMinds :many
SELECT id FROM books WHERE upper(:sort) = 'x' ORDER BY CASE :sort WHEN 'title' THEN title WHEN author_id THEN id END;
