-- case: text-key
-- A primary key of a table with row ids may hold NULL: a bug that SQLite keeps.
-- expect: name=nullable color=nullable
SELECT name, color FROM tag;

-- case: text-key-not-null
-- expect: name=notnull color=nullable
SELECT name, color FROM firm_tag;

-- case: composite-key
-- expect: a=nullable b=nullable value=notnull
SELECT a, b, value FROM pair;

-- case: int-key
-- INT is not INTEGER: no alias of the row id.
-- expect: id=nullable value=notnull
SELECT id, value FROM small_key;

-- case: descending-key
-- INTEGER PRIMARY KEY DESC is no alias of the row id either.
-- expect: id=nullable value=notnull
SELECT id, value FROM descending_key;

-- case: integer-key
-- expect: id=notnull rowid=notnull
SELECT id, rowid AS "rowid" FROM author;

-- case: row-id
-- expect: number=notnull name=nullable
SELECT rowid AS number, name FROM tag;

-- case: text-key-by-index
-- expect: name=nullable
SELECT name FROM tag ORDER BY name;

-- case: text-key-looked-up
-- expect: name=notnull color=nullable
SELECT name, color FROM tag WHERE name > '';

-- case: row-id-left-joined
-- expect: name=notnull number=nullable
SELECT a.name, t.rowid AS number FROM author a LEFT JOIN tag t ON t.name = a.country;
