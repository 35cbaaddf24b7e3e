-- name: tagCounts :many
-- How many books carry each tag, the commonest first.
SELECT tag.value AS "tag!: String", count(*) AS book_count
FROM books AS b, json_each(b.details, '$.tags') AS tag
WHERE b.withdrawn = 0
GROUP BY tag.value
ORDER BY count(*) DESC, tag.value;

-- name: booksWithTag :many
-- The books that carry a tag.
-- @param tag: String
SELECT b.id, b.title, b.language
FROM books AS b
WHERE EXISTS (SELECT 1 FROM json_each(b.details, '$.tags') AS tag WHERE tag.value = :tag)
ORDER BY b.title;

-- name: setDetail :execrows
-- Sets one of a book's details: `setDetail(name: "binding", value: "hardcover", id: 7)`.
-- @param value: String
UPDATE books SET details = json_set(details, '$.' || :name, :value) WHERE id = :id;

-- name: exportCatalogue :one
-- The catalogue as one JSON text: a list of objects with `isbn`, `title`, `priceCents` and `authors`.
SELECT
    json_group_array(
        json_object(
            'isbn', b.isbn,
            'title', b.title,
            'priceCents', b.price_cents,
            'authors', (
                SELECT json_group_array(a.name)
                FROM book_authors AS ba
                JOIN authors AS a ON a.id = ba.author_id
                WHERE ba.book_id = b.id
            )
        )
    ) AS json
FROM (SELECT * FROM books WHERE withdrawn = 0 ORDER BY isbn) AS b;

-- name: detailsOfBook :one
-- What else is known of a book.
-- @json details: BookDetails
SELECT details FROM books WHERE id = :id;

-- name: setDetails :execrows
-- Replaces all that else is known of a book.
-- @json details: BookDetails
UPDATE books SET details = :details WHERE id = :id;
