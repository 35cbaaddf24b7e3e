-- case: division
-- Division by zero is NULL.
-- expect: ratio=nullable remainder=nullable
SELECT copies / cents AS ratio, copies % cents AS remainder FROM sale;

-- case: division-by-literal
-- expect: half=unprovable
SELECT copies / 2 AS half FROM sale;

-- case: division-by-zero
-- expect: none=nullable
SELECT 1 / 0 AS none;

-- case: infinite-difference
-- The difference of two infinities is no number: NULL, though both columns are NOT NULL.
-- expect: spread=nullable sum=nullable
SELECT high - low AS spread, low + high AS sum FROM reading;

-- case: infinite-product
-- expect: product=nullable
SELECT ticks * high AS product FROM reading WHERE id IN (2, 4) UNION ALL SELECT low * high FROM (SELECT 0 AS low, 9e999 AS high);

-- case: integer-column-not-strict
-- An INTEGER column of a table that is not STRICT takes an infinity too.
-- expect: none=nullable
SELECT ticks - ticks AS none FROM reading;

-- case: nullable-operand
-- expect: sum=nullable negated=nullable
SELECT copies + refund AS sum, -refund AS negated FROM sale;

-- case: comparison-firm
-- expect: more=notnull same=notnull within=notnull either=notnull
SELECT copies > cents AS more, copies = cents AS same, copies BETWEEN 1 AND 3 AS within, copies = 1 OR cents = 1 AS either
FROM sale;

-- case: comparison-nullable
-- expect: more=nullable known=notnull same=notnull
SELECT refund > 1 AS more, refund IS NULL AS known, refund IS copies AS same FROM sale;

-- case: logic-nullable
-- expect: both=nullable either=nullable not_it=nullable
SELECT refund > 1 AND copies > 0 AS both, refund > 1 OR copies > 99 AS either, NOT refund AS not_it FROM sale;

-- case: like-firm
-- expect: found=notnull globbed=notnull
SELECT name LIKE 'A%' AS found, name GLOB 'A*' AS globbed FROM author;

-- case: like-nullable
-- expect: found=nullable
SELECT country LIKE 'g%' AS found FROM author;

-- case: in-list
-- expect: firm=notnull with_null=nullable of_nullable=nullable
SELECT id IN (1, 2) AS firm, id IN (1, NULL) AS with_null, country IN ('gb', 'fr') AS of_nullable FROM author;

-- case: bits
-- expect: both=notnull shifted=notnull inverted=notnull of_nullable=nullable
SELECT copies & cents AS both, copies << 2 AS shifted, ~copies AS inverted, refund | 1 AS of_nullable FROM sale;

-- case: concatenation
-- expect: firm=notnull loose=nullable
SELECT name || ' ' || id AS firm, name || country AS loose FROM author;
