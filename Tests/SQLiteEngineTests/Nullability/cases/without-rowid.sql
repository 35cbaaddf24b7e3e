-- case: without-rowid-key
-- expect: code=notnull name=nullable
SELECT code, name FROM country;

-- case: without-rowid-composite-key
-- expect: author_id=notnull club=notnull since=nullable
SELECT author_id, club, since FROM membership;

-- case: without-rowid-left-joined
-- expect: author=notnull code=nullable
SELECT a.name AS author, c.code FROM author a LEFT JOIN country c ON c.code = a.country;

-- case: without-rowid-grouped
-- expect: club=notnull n=notnull since=nullable
SELECT club, count(*) AS n, min(since) AS since FROM membership GROUP BY club;

-- case: without-rowid-inserted
-- expect: code=notnull name=nullable
INSERT INTO country (code) VALUES ('de') RETURNING code, name;

-- case: without-rowid-all
-- expect: author_id=notnull club=notnull since=nullable
SELECT * FROM membership WHERE author_id = 1;
