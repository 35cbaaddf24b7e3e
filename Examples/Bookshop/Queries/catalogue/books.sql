-- name: book :one
-- One book by its number.
--
-- Throws where there is none: use `findBook` for what a customer types.
SELECT * FROM books WHERE id = :id;

-- name: findBook :optional
-- The book with an ISBN, written without hyphens.
SELECT * FROM books WHERE isbn = :isbn;

-- name: listBooks :many
-- Books for sale in the order of their titles, a page at a time.
--
-- Give the title and number of the last book of the page before; leave both out for the first page. Unlike `OFFSET`
-- this costs the same for every page, and no book is shown twice when one is added meanwhile.
-- @param afterID: Int64?
SELECT id, isbn, title, subtitle, price_cents
FROM books
WHERE withdrawn = 0
  AND (:afterTitle IS NULL OR (title, id) > (:afterTitle, :afterID))
ORDER BY title, id
LIMIT :pageSize;

-- name: booksOfAuthor :many
-- What an author has written, edited, translated or drawn, newest first; books without a date come last.
SELECT b.id, b.title, b.published, ba.role
FROM book_authors AS ba
JOIN books AS b ON b.id = ba.book_id
WHERE ba.author_id = :author
ORDER BY b.published IS NULL, b.published DESC, b.id;

-- name: bookPage :optional
-- All that the page of a book shows: publisher, stock, and how customers like it.
--
-- `stars` is their mean, and missing where nobody has written a review.
SELECT
    b.id,
    b.title,
    b.subtitle,
    b.published,
    b.price_cents,
    p.name AS publisher,
    p.website,
    s.on_hand,
    avg(r.stars) AS stars,
    count(r.stars) AS review_count
FROM books AS b
JOIN publishers AS p ON p.id = b.publisher_id
LEFT JOIN stock AS s ON s.book_id = b.id
LEFT JOIN reviews AS r ON r.book_id = b.id
WHERE b.id = :id
GROUP BY b.id;

-- name: booksForSale :many
-- What can be bought in a range of prices, cheapest first. `inStock` leaves out what is not on the shelves.
SELECT id, isbn, title, price_cents, publisher, on_hand
FROM books_for_sale
WHERE price_cents BETWEEN :from AND :upTo AND (NOT :inStock OR on_hand > 0)
ORDER BY price_cents, title;

-- name: addBook :execlastid
-- Adds a book and says its number.
INSERT INTO books (isbn, title, subtitle, publisher_id, published, pages, price_cents, details)
VALUES (:isbn, :title, :subtitle, :publisher, :published, :pages, :priceCents, :details);

-- name: setPrice :one
-- Changes a book's price, and gives the book back as it stands then.
UPDATE books SET price_cents = :priceCents WHERE id = :id RETURNING id, title, price_cents;

-- name: withdrawBook :execrows
-- Takes a book out of the shop. It stays in the orders that name it. Gives 0 where it was withdrawn before.
UPDATE books SET withdrawn = 1 WHERE id = :id AND NOT withdrawn;

-- name: booksByISBN :many
-- The books of a list of ISBNs, as a scanner at the till or a wish list has them; those that there are not are left out.
SELECT id, isbn, title, price_cents FROM books
WHERE isbn IN (SELECT value FROM json_each(:isbns)) AND NOT withdrawn
ORDER BY title, id;

-- name: browse :many
-- Books for sale in the order that the customer chose, a page at a time.
SELECT id, title, price_cents, published
FROM books
WHERE withdrawn = 0
ORDER BY
    CASE :order WHEN 'title' THEN title WHEN 'cheapest' THEN price_cents WHEN 'newest' THEN NULL END,
    CASE WHEN :order = 'newest' THEN published END DESC,
    title,
    id
LIMIT :pageSize OFFSET :skip;
