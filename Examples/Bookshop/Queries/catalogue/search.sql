-- name: search :many
-- Books that hold all the words, best match first; `excerpt` marks them with `[` and `]`.
--
-- The words are in FTS5's query syntax: `night*`, `"left hand"`, `title : dark`.
SELECT
    b.id,
    b.title,
    snippet(book_search, -1, '[', ']', '…', 8) AS "excerpt!",
    bm25(book_search, 4.0, 2.0, 1.0) AS rank
FROM book_search
JOIN books AS b ON b.id = book_search.rowid
WHERE book_search MATCH :words AND b.withdrawn = 0
ORDER BY bm25(book_search, 4.0, 2.0, 1.0), b.id
LIMIT :limit;

-- name: setCover :exec
-- Gives a book a cover, in place of the one it has.
INSERT INTO covers (book_id, media_type, image) VALUES (:book, :mediaType, :image)
ON CONFLICT (book_id) DO UPDATE SET media_type = excluded.media_type, image = excluded.image;

-- name: cover :optional
-- A book's cover.
SELECT media_type, image FROM covers WHERE book_id = :book;
