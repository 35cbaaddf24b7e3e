-- case: nullif-firm
-- expect: name=nullable
SELECT nullif(name, 'Ada') AS name FROM author;

-- case: nullif-nullable
-- expect: country=nullable
SELECT nullif(country, 'gb') AS country FROM author;

-- case: nullif-coalesced
-- expect: name=notnull
SELECT coalesce(nullif(name, 'Ada'), 'somebody') AS name FROM author;

-- case: nullif-division
-- expect: share=nullable
SELECT 100 / nullif(cents, 0) AS share FROM sale;

-- case: nullif-different-literals
-- expect: one=unprovable
SELECT nullif(1, 2) AS one;
