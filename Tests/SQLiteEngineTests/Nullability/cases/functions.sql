-- case: text-functions-firm
-- expect: length=notnull up=notnull low=notnull cut=notnull trimmed=notnull replaced=notnull place=notnull
SELECT length(name) AS length, upper(name) AS up, lower(name) AS low, substr(name, 2) AS cut, trim(name) AS trimmed,
       replace(name, 'a', 'b') AS replaced, instr(name, 'a') AS place
FROM author;

-- case: text-functions-nullable
-- expect: length=nullable up=nullable cut=nullable
SELECT length(country) AS length, upper(country) AS up, substr(country, 2) AS cut FROM author;

-- case: functions-that-take-null
-- expect: hex=notnull quoted=notnull type=notnull
SELECT hex(country) AS hex, quote(country) AS quoted, typeof(country) AS type FROM author;

-- case: printf
-- expect: text=notnull none=nullable
SELECT printf('%s in %s', name, country) AS text, printf(country) AS none FROM author;

-- case: unicode
-- Of an empty text there is no first letter.
-- expect: code=nullable letter=notnull
SELECT unicode(label) AS code, char(65, 66) AS letter FROM reading;

-- case: numbers
-- expect: absolute=notnull rounded=notnull least=notnull most=notnull
SELECT abs(copies) AS absolute, round(cents) AS rounded, min(copies, cents) AS least, max(copies, cents) AS most FROM sale;

-- case: numbers-nullable
-- expect: absolute=nullable least=nullable
SELECT abs(refund) AS absolute, min(copies, refund) AS least FROM sale;

-- case: mathematics
-- expect: root=nullable logarithm=nullable
SELECT sqrt(copies - 3) AS root, ln(cents) AS logarithm FROM sale;

-- case: sign-of-text
-- expect: sign=nullable
SELECT sign(label) AS sign FROM reading;

-- case: date-of-column
-- A text that is no date has none.
-- expect: day=nullable seconds=nullable julian=nullable month=nullable
SELECT date(sold_on) AS day, unixepoch(sold_on) AS seconds, julianday(sold_on) AS julian, strftime('%m', sold_on) AS month FROM sale;

-- case: now
-- expect: stamp=notnull day=unprovable seconds=unprovable
SELECT CURRENT_TIMESTAMP AS stamp, date('now') AS day, unixepoch() AS seconds;

-- case: cast
-- expect: firm=notnull loose=nullable none=nullable
SELECT CAST(name AS INTEGER) AS firm, CAST(country AS TEXT) AS loose, CAST(NULL AS INTEGER) AS none FROM author;

-- case: connection
-- expect: changed=notnull last=notnull version=notnull random=notnull
SELECT changes() AS changed, last_insert_rowid() AS last, sqlite_version() AS version, random() AS random;

-- case: blobs
-- expect: zeros=notnull bytes=notnull
SELECT zeroblob(3) AS zeros, randomblob(3) AS bytes;

-- case: likely
-- expect: firm=notnull loose=nullable
SELECT likely(name) AS firm, unlikely(country) AS loose FROM author;

-- case: literals
-- expect: number=notnull real=notnull text=notnull blob=notnull none=nullable truth=notnull
SELECT 1 AS number, 1.5 AS real, 'x' AS text, x'00' AS blob, NULL AS none, TRUE AS truth;

-- case: parameter
-- expect: x=nullable shown=notnull
-- bind: {"x": null}
-- bind: {"x": 5}
SELECT :x AS x, quote(:x) AS shown;

-- case: collated
-- expect: firm=notnull loose=nullable
SELECT name COLLATE NOCASE AS firm, country COLLATE NOCASE AS loose FROM author;
