-- case: bare-count
-- expect: n=notnull firm=notnull
SELECT count(*) AS n, count(name) AS firm FROM vacant;

-- case: bare-max-of-firm
-- No row, no maximum: NOT NULL of the column does not help.
-- expect: last=nullable first=nullable
SELECT max(name) AS last, min(id) AS first FROM vacant;

-- case: bare-sum
-- expect: sum=nullable mean=nullable
SELECT sum(count) AS sum, avg(count) AS mean FROM vacant;

-- case: bare-total
-- expect: total=notnull
SELECT total(count) AS total FROM vacant;

-- case: bare-total-of-infinities
-- expect: total=nullable
SELECT total(low) AS total FROM reading WHERE id IN (2, 3);

-- case: bare-group-concat
-- expect: names=nullable
SELECT group_concat(name, ', ') AS names FROM vacant;

-- case: bare-coalesced
-- expect: sum=notnull last=notnull
SELECT coalesce(sum(count), 0) AS sum, ifnull(max(name), '') AS last FROM vacant;

-- case: bare-column-beside
-- A column beside an aggregate is NULL where there was no row.
-- expect: n=notnull name=nullable id=nullable
SELECT count(*) AS n, name, id FROM vacant;

-- case: bare-literal-beside
-- expect: n=notnull one=notnull
SELECT count(*) AS n, 'one' AS one FROM vacant;

-- case: bare-expression
-- expect: percent=nullable twice=notnull
SELECT 100.0 * sum(count) / count(*) AS percent, count(*) * 2 AS twice FROM vacant;

-- case: bare-filter
-- expect: n=notnull sum=nullable
SELECT count(*) FILTER (WHERE copies > 100) AS n, sum(copies) FILTER (WHERE copies > 100) AS sum FROM sale;

-- case: bare-having
-- HAVING without GROUP BY is one group, the empty one too.
-- expect: last=nullable
SELECT max(id) AS last FROM vacant HAVING count(*) = 0;

-- case: bare-json
-- expect: names=notnull pairs=notnull
SELECT json_group_array(name) AS names, json_group_object(name, count) AS pairs FROM vacant;
