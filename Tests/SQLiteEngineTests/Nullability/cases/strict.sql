-- case: strict-key
-- Of STRICT tables each primary key is NOT NULL.
-- expect: key=notnull value=nullable level=notnull
SELECT key, value, level FROM setting;

-- case: strict-composite-key
-- expect: day=notnull hour=notnull who=nullable
SELECT day, hour, who FROM slot;

-- case: strict-any
-- expect: id=notnull value=nullable firm=notnull
SELECT id, value, firm FROM anything;

-- case: strict-left-joined
-- expect: name=notnull key=nullable level=nullable
SELECT a.name, s.key, s.level FROM author a LEFT JOIN setting s ON s.level = a.id;

-- case: strict-inserted
-- expect: key=notnull value=nullable level=notnull
INSERT INTO setting (key, level) VALUES ('size', 3) RETURNING key, value, level;

-- case: strict-arithmetic
-- Integers of STRICT tables are integers: sum, difference and product are numbers.
-- expect: sum=notnull difference=notnull product=notnull negated=notnull
SELECT copies + cents AS sum, copies - cents AS difference, copies * cents AS product, -copies AS negated FROM sale;
