-- case: recursive-counter
-- expect: n=notnull
WITH RECURSIVE c (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c;

-- case: recursive-tree
-- expect: id=notnull name=notnull depth=notnull path=notnull
WITH RECURSIVE t (id, name, depth, path) AS (
    SELECT id, name, 0, name FROM node WHERE parent_id IS NULL
    UNION ALL
    SELECT n.id, n.name, t.depth + 1, t.path || '/' || n.name FROM node n JOIN t ON n.parent_id = t.id
)
SELECT id, name, depth, path FROM t;

-- case: recursive-nullable-in-step
-- Only the recursive part brings a NULL.
-- expect: id=notnull remark=nullable
WITH RECURSIVE t (id, remark) AS (
    SELECT id, 'top' FROM node WHERE parent_id IS NULL
    UNION ALL
    SELECT n.id, n.remark FROM node n JOIN t ON n.parent_id = t.id
)
SELECT id, remark FROM t;

-- case: recursive-nullable-at-start
-- expect: id=notnull parent=nullable
WITH RECURSIVE t (id, parent) AS (
    SELECT id, parent_id FROM node WHERE parent_id IS NULL
    UNION ALL
    SELECT n.id, n.parent_id FROM node n JOIN t ON n.parent_id = t.id
)
SELECT id, parent FROM t;

-- case: recursive-null-spreads
-- What the step makes of a NULL is NULL: it takes two rounds to see it.
-- expect: id=notnull text=nullable
WITH RECURSIVE t (id, text) AS (
    SELECT id, name FROM node WHERE id = 1
    UNION ALL
    SELECT n.id, t.text || n.remark FROM node n JOIN t ON n.parent_id = t.id
)
SELECT id, text FROM t;

-- case: recursive-swap
-- The NULL of one column reaches the other in the next round.
-- expect: n=notnull a=nullable b=nullable
WITH RECURSIVE t (n, a, b) AS (
    VALUES (1, 'a', NULL)
    UNION ALL
    SELECT n + 1, b, a FROM t WHERE n < 4
)
SELECT n, a, b FROM t;

-- case: recursive-left-join
-- expect: id=notnull child=nullable
WITH RECURSIVE t (id, child) AS (
    SELECT 1, 2
    UNION
    SELECT t.id + 1, n.id FROM t LEFT JOIN node n ON n.parent_id = t.id WHERE t.id < 4
)
SELECT id, child FROM t;

-- case: recursive-left-joined
-- expect: name=notnull depth=nullable
WITH RECURSIVE t (id, depth) AS (
    SELECT id, 0 FROM node WHERE id = 2
    UNION ALL
    SELECT n.id, t.depth + 1 FROM node n JOIN t ON n.parent_id = t.id
)
SELECT n.name, t.depth FROM node n LEFT JOIN t ON t.id = n.id;

-- case: recursive-aggregate
-- expect: deepest=nullable n=notnull
WITH RECURSIVE t (id, depth) AS (
    SELECT id, 0 FROM node WHERE id = 77
    UNION ALL
    SELECT n.id, t.depth + 1 FROM node n JOIN t ON n.parent_id = t.id
)
SELECT max(depth) AS deepest, count(*) AS n FROM t;
