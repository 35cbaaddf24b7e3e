-- name: moveBooks :exec
-- Gives an author's books to another, and forgets the author.
UPDATE books SET author_id = :to WHERE author_id = :from;
UPDATE books SET note = :note WHERE author_id = :to;
DELETE FROM authors WHERE id = :from;

-- name: addPair :exec
INSERT INTO authors (id, name) VALUES (?1, ?2);
INSERT INTO books (author_id, title, price) VALUES (?1, ?3, 2.5); -- the end
