-- case: window-numbers
-- expect: row=notnull rank=notnull dense=notnull tile=notnull share=notnull
SELECT row_number() OVER (ORDER BY id) AS row, rank() OVER (ORDER BY name) AS rank, dense_rank() OVER () AS dense,
       ntile(2) OVER (ORDER BY id) AS tile, percent_rank() OVER (ORDER BY id) AS share
FROM author;

-- case: window-lag
-- expect: before=nullable after=nullable
SELECT lag(name) OVER (ORDER BY id) AS before, lead(id) OVER (ORDER BY id) AS after FROM author;

-- case: window-lag-default
-- expect: before=notnull
SELECT lag(name, 1, '-') OVER (ORDER BY id) AS before FROM author;

-- case: window-lag-nullable-default
-- expect: before=nullable
SELECT lag(born, 1, 0) OVER (ORDER BY id) AS before FROM author;

-- case: window-first-value
-- The frame ends with the row itself, so it has a first.
-- expect: first=notnull last=notnull
SELECT first_value(name) OVER (ORDER BY id) AS first, last_value(name) OVER (ORDER BY id) AS last FROM author;

-- case: window-first-value-nullable
-- expect: first=nullable
SELECT first_value(born) OVER (PARTITION BY id) AS first FROM author;

-- case: window-nth-value
-- expect: second=nullable
SELECT nth_value(name, 2) OVER (ORDER BY id) AS second FROM author;

-- case: window-sum-default-frame
-- expect: running=notnull n=notnull
SELECT sum(copies) OVER (ORDER BY id) AS running, count(*) OVER (ORDER BY id) AS n FROM sale;

-- case: window-sum-empty-frame
-- The frame of the first row lies before it.
-- expect: before=nullable n=notnull
SELECT sum(copies) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) AS before,
       count(*) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) AS n
FROM sale;

-- case: window-following-frame
-- expect: after=nullable
SELECT max(sold_on) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS after FROM sale;

-- case: window-exclude-current
-- expect: others=nullable
SELECT sum(copies) OVER (PARTITION BY book_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS others
FROM sale;

-- case: window-filter
-- expect: large=nullable
SELECT sum(copies) FILTER (WHERE copies > 3) OVER (ORDER BY id) AS large FROM sale;

-- case: window-nullable-argument
-- expect: refunds=nullable last=nullable
SELECT sum(refund) OVER (ORDER BY id) AS refunds, max(buyer) OVER (PARTITION BY id) AS last FROM sale;

-- case: window-over-group
-- expect: book_id=notnull copies=notnull place=notnull all_copies=notnull
SELECT book_id, sum(copies) AS copies, rank() OVER (ORDER BY sum(copies) DESC) AS place, sum(sum(copies)) OVER () AS all_copies
FROM sale GROUP BY book_id;

-- case: window-difference
-- expect: change=nullable
SELECT cents - lag(cents) OVER (ORDER BY id) AS change FROM sale;

-- case: window-cume-dist
-- expect: share=notnull name=notnull born=nullable
SELECT cume_dist() OVER (ORDER BY id) AS share, name, born FROM author;

-- case: window-range-frame
-- expect: near=notnull
SELECT sum(copies) OVER (ORDER BY cents RANGE BETWEEN 100 PRECEDING AND CURRENT ROW) AS near FROM sale;

-- case: window-groups-frame
-- expect: near=nullable
SELECT sum(copies) OVER (ORDER BY cents GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS near FROM sale;
