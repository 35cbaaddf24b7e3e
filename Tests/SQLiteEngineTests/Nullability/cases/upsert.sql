-- case: upsert-returning
-- expect: name=notnull hits=notnull last=nullable
INSERT INTO counter (name, hits) VALUES ('home', 1), ('about', 1), ('fresh', 1)
ON CONFLICT (name) DO UPDATE SET hits = hits + excluded.hits
RETURNING name, hits, last;

-- case: upsert-sets-nullable
-- expect: name=notnull last=nullable
-- bind: {"last": null}
-- bind: {"last": "today"}
INSERT INTO counter (name, last) VALUES ('home', :last)
ON CONFLICT (name) DO UPDATE SET last = excluded.last
RETURNING name, last;

-- case: upsert-coalesced
-- expect: last=nullable filled=notnull
INSERT INTO counter (name, last) VALUES ('about', NULL)
ON CONFLICT (name) DO UPDATE SET last = coalesce(excluded.last, last)
RETURNING last, coalesce(last, '') AS filled;

-- case: upsert-do-nothing
-- Only what was inserted is returned.
-- expect: name=notnull last=nullable
INSERT INTO counter (name) VALUES ('home'), ('other') ON CONFLICT DO NOTHING RETURNING name, last;

-- case: upsert-where
-- expect: name=notnull state=notnull
INSERT INTO counter (name, state) VALUES ('home', 'x'), ('seldom', 'y')
ON CONFLICT (name) DO UPDATE SET state = excluded.state WHERE hits > 1
RETURNING name, state;

-- case: upsert-null-into-firm
-- The insertion puts the column's default in the place of NULL.
-- expect: name=notnull state=notnull
INSERT INTO counter (name, state) VALUES ('home', NULL), ('later', NULL)
ON CONFLICT (name) DO UPDATE SET state = excluded.state
RETURNING name, state;

-- case: upsert-text-key
-- NULLs never conflict: they are inserted, and returned.
-- expect: name=nullable color=nullable
INSERT INTO tag (name, color) VALUES (NULL, 'x'), ('red', NULL)
ON CONFLICT (name) DO UPDATE SET color = excluded.color
RETURNING name, color;

-- case: upsert-all-columns
-- expect: id=notnull value=nullable firm=notnull
INSERT INTO anything (id, value, firm) VALUES (1, NULL, 'again')
ON CONFLICT DO UPDATE SET value = excluded.value, firm = excluded.firm
RETURNING *;
