-- case: generated-virtual
-- expect: area=nullable stored=nullable
SELECT area, stored FROM box;

-- case: generated-not-null
-- expect: label=notnull firm=notnull
SELECT label, firm FROM box;

-- case: generated-from-firm-parts
-- Not declared NOT NULL; its expression cannot be NULL.
-- expect: title=notnull
SELECT title FROM box;

-- case: generated-all
-- expect: id=notnull width=notnull height=nullable area=nullable stored=nullable label=notnull firm=notnull title=notnull
SELECT * FROM box;

-- case: generated-left-joined
-- expect: name=notnull label=nullable
SELECT a.name, b.label FROM author a LEFT JOIN box b ON b.id = a.id;

-- case: generated-in-expression
-- expect: filled=notnull text=notnull twice=nullable
SELECT coalesce(area, 0) AS filled, label || firm AS text, area * 2 AS twice FROM box;

-- case: generated-filtered
-- expect: area=notnull
SELECT area FROM box WHERE area IS NOT NULL;

-- case: generated-aggregated
-- expect: area=nullable label=notnull
SELECT max(area) AS area, max(label) AS label FROM box GROUP BY id;
