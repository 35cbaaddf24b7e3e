-- case: rtree-columns
-- What a module stores, no declaration says.
-- expect: id=unprovable min_x=unprovable max_x=unprovable label=nullable
SELECT id, min_x, max_x, label FROM region;

-- case: json-each
-- expect: title=notnull value=nullable key=nullable
SELECT b.title, e.value, e.key FROM book b, json_each(coalesce(b.details -> '$.tags', 'null')) e;

-- case: json-each-words
-- expect: type=unprovable path=unprovable id=unprovable
SELECT e.type, e.path, e.id FROM book b, json_each(b.details) e;

-- case: json-each-left-joined
-- expect: title=notnull type=nullable
SELECT b.title, e.type FROM book b LEFT JOIN json_each(b.details) e;

-- case: json-tree
-- expect: parent=nullable atom=nullable type=unprovable
SELECT t.parent, t.atom, t.type FROM book b, json_tree(b.details) t;

-- case: json-each-counted
-- expect: title=notnull n=notnull
SELECT b.title, (SELECT count(*) FROM json_each(b.details)) AS n FROM book b;

-- case: pragma-function
-- expect: name=unprovable dflt_value=nullable
SELECT name, dflt_value FROM pragma_table_info('counter');

-- case: schema-table
-- expect: name=unprovable sql=nullable
SELECT name, sql FROM sqlite_schema;

-- case: rtree-left-joined
-- expect: name=notnull region=nullable
SELECT a.name, r.id AS region FROM author a LEFT JOIN region r ON r.id = a.id;
