-- case: json-extract
-- expect: year=nullable isbn=nullable
SELECT json_extract(details, '$.year') AS year, json_extract(details, '$.isbn') AS isbn FROM book;

-- case: json-arrows
-- expect: value=nullable text=nullable
SELECT details -> '$.year' AS value, details ->> '$.year' AS text FROM book;

-- case: json-extract-of-constant
-- What the text holds, no declaration says.
-- expect: here=unprovable gone=nullable
SELECT json_extract('{"a": 1}', '$.a') AS here, json_extract('{"a": 1}', '$.b') AS gone;

-- case: json-object
-- Its values may be NULL; it is not.
-- expect: document=notnull
SELECT json_object('title', title, 'note', note) AS document FROM book;

-- case: json-array
-- expect: list=notnull empty=notnull
SELECT json_array(title, note) AS list, json_array() AS empty FROM book;

-- case: json-group-array
-- expect: notes=notnull
SELECT json_group_array(note) AS notes FROM book GROUP BY author_id;

-- case: json-group-object
-- expect: notes=notnull
SELECT json_group_object(title, note) AS notes FROM book;

-- case: json-array-length
-- expect: count=nullable
SELECT json_array_length(details, '$.tags') AS count FROM book;

-- case: json-type
-- expect: type=nullable
SELECT json_type(details, '$.year') AS type FROM book;

-- case: json-valid
-- Up to SQLite 3.44 NULL is not valid JSON; later the answer is NULL.
-- expect: of_nullable=unprovable of_firm=notnull
SELECT json_valid(details) AS of_nullable, json_valid(title) AS of_firm FROM book;

-- case: json-set
-- expect: details=nullable
SELECT json_set(details, '$.seen', 1) AS details FROM book;

-- case: json-set-firm
-- expect: details=notnull
SELECT json_set(coalesce(details, '{}'), '$.seen', 1) AS details FROM book;

-- case: json-quote
-- expect: note=notnull title=notnull
SELECT json_quote(note) AS note, json_quote(title) AS title FROM book;

-- case: json-remove
-- Without the path that is everything, the text stays; with it nothing is left.
-- expect: gone=nullable
SELECT json_remove(coalesce(details, '{}'), '$') AS gone FROM book;

-- case: json-patch
-- expect: details=nullable
SELECT json_patch(details, '{"a": 1}') AS details FROM book;

-- case: json-of-nullable
-- expect: details=nullable
SELECT json(details) AS details FROM book;

-- case: json-coalesced
-- expect: year=notnull
SELECT coalesce(details ->> '$.year', 0) AS year FROM book;
