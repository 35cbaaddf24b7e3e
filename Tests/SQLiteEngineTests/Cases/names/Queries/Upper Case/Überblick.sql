-- name: all_of_it :many
SELECT "a b" AS "x y", "select" AS "z!" FROM "Ünï/ço de" ORDER BY "z!";
