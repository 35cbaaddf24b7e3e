-- case: coalesce-literal
-- expect: country=notnull
SELECT coalesce(country, '?') AS country FROM author;

-- case: coalesce-firm-last
-- expect: text=notnull
SELECT coalesce(note, title) AS text FROM book;

-- case: coalesce-firm-first
-- expect: text=notnull
SELECT coalesce(title, note) AS text FROM book;

-- case: coalesce-all-nullable
-- expect: text=nullable
SELECT coalesce(note, details) AS text FROM book;

-- case: coalesce-three
-- expect: text=notnull
SELECT coalesce(note, details, pages, 'none') AS text FROM book;

-- case: coalesce-null-literal
-- expect: text=nullable
SELECT coalesce(note, NULL) AS text FROM book;

-- case: ifnull
-- expect: firm=notnull loose=nullable
SELECT ifnull(note, '') AS firm, ifnull(note, details) AS loose FROM book;

-- case: coalesce-of-parameter
-- expect: text=nullable firm=notnull
-- bind: {"x": null}
-- bind: {"x": "given"}
SELECT coalesce(:x, note) AS text, coalesce(:x, title) AS firm FROM book;

-- case: coalesce-nested
-- expect: text=notnull
SELECT coalesce(coalesce(note, details), coalesce(pages, 0)) AS text FROM book;

-- case: coalesce-within-expression
-- expect: text=notnull length=notnull
SELECT coalesce(note, '') || title AS text, length(coalesce(note, '')) AS length FROM book;
