-- case: fts5-columns
-- expect: title=nullable body=nullable
SELECT title, body FROM page;

-- case: fts5-rowid
-- expect: id=notnull
SELECT rowid AS id FROM page;

-- case: fts5-rank-without-match
-- expect: rank=nullable
SELECT rank FROM page;

-- case: fts5-rank-with-match
-- Of a match the rank is known; that is FTS5's word, and no declaration's.
-- expect: rank=unprovable score=unprovable
SELECT rank, bm25(page) AS score FROM page WHERE page MATCH 'reason';

-- case: fts5-snippet
-- expect: excerpt=unprovable
SELECT snippet(page, -1, '[', ']', '…', 5) AS excerpt FROM page WHERE page MATCH 'reason';

-- case: fts5-highlight
-- Of a column that holds NULL nothing is highlighted.
-- expect: title=nullable
SELECT highlight(page, 0, '[', ']') AS title FROM page WHERE page MATCH 'reason';

-- case: fts5-joined
-- expect: id=notnull title=notnull body=nullable
SELECT b.id, b.title, p.body FROM page p JOIN book b ON b.id = p.rowid;

-- case: fts5-left-joined
-- expect: title=notnull found=nullable
SELECT b.title, p.rowid AS found FROM book b LEFT JOIN page p ON p.rowid = b.id;

-- case: fts5-coalesced
-- expect: body=notnull n=notnull
SELECT coalesce(body, '') AS body, (SELECT count(*) FROM page WHERE page MATCH 'reason') AS n FROM page;
