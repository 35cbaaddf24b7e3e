-- case: case-else-firm
-- expect: kind=notnull
SELECT CASE WHEN born IS NULL THEN 'unknown' ELSE 'known' END AS kind FROM author;

-- case: case-without-else
-- expect: kind=nullable
SELECT CASE WHEN born < 1900 THEN 'old' END AS kind FROM author;

-- case: case-nullable-branch
-- expect: value=nullable
SELECT CASE WHEN id > 1 THEN country ELSE 'first' END AS value FROM author;

-- case: case-nullable-else
-- expect: value=nullable
SELECT CASE WHEN id = 1 THEN 'first' ELSE country END AS value FROM author;

-- case: case-base
-- expect: kind=notnull
SELECT CASE country WHEN 'gb' THEN 'island' WHEN 'fr' THEN 'land' ELSE 'elsewhere' END AS kind FROM author;

-- case: case-base-without-else
-- expect: kind=nullable
SELECT CASE country WHEN 'gb' THEN 'island' WHEN 'fr' THEN 'land' END AS kind FROM author;

-- case: case-guarded
-- The branch is taken only where its value is known.
-- expect: born=unprovable
SELECT CASE WHEN born IS NOT NULL THEN born ELSE 0 END AS born FROM author;

-- case: case-constant
-- expect: value=notnull
SELECT CASE WHEN 1 THEN title ELSE title || '!' END AS value FROM book;

-- case: case-null-literal
-- expect: value=nullable
SELECT CASE WHEN id = 1 THEN NULL ELSE name END AS value FROM author;

-- case: case-nested
-- expect: value=notnull
SELECT CASE WHEN pages IS NULL THEN CASE WHEN note IS NULL THEN 'nothing' ELSE 'note' END ELSE title END AS value FROM book;

-- case: case-in-aggregate
-- expect: old=nullable n=notnull
SELECT sum(CASE WHEN born < 1000 THEN 1 END) AS old, count(CASE WHEN born < 1900 THEN 1 END) AS n FROM author;

-- case: case-exhaustive
-- Every row meets one of the conditions; that takes more than the declarations.
-- expect: side=unprovable
SELECT CASE WHEN id <= 2 THEN 'low' WHEN id > 2 THEN 'high' END AS side FROM author;
