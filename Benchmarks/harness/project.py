"""Writes the project that most bars are measured on. The same numbers give the same bytes."""

import os

VERBS = ("find", "list", "page", "count", "sum", "join", "add", "set", "save", "drop")
# Those that answer with rows of six columns.
READING = ("find", "list", "page", "count", "sum", "join", "save")


def table(number):
    """The DDL of a table; each but the first refers to the one before it."""
    parent = f"\n    parent_id INTEGER REFERENCES t{number - 1} (id)," if number else ""
    return f"""CREATE TABLE t{number} (
    id INTEGER PRIMARY KEY,{parent}
    code VARCHAR(20) NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    amount_cents INTEGER NOT NULL DEFAULT 0,
    rate REAL,
    note TEXT,
    active BOOLEAN NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX t{number}_title ON t{number} (title);
"""


def query(number, tables, verbs):
    """One query; the shapes in turn, each on another table and with a number of its own in its text."""
    verb = verbs[number % len(verbs)]
    at = (number * 7 + number // len(verbs)) % tables
    name = f"{verb}{number}"
    other = at - 1 if at else None
    if verb == "find":
        return f"""-- name: {name} :optional
-- The row of table {at} with a code.
-- @param code: String
SELECT id, code, title, amount_cents, rate, created_at FROM t{at} WHERE code = :code AND id <> {number};
"""
    if verb == "list":
        return f"""-- name: {name} :many
-- Active rows of table {at} since a day.
-- @param since: Date
SELECT id, code, title, amount_cents, note, created_at
FROM t{at}
WHERE active = 1 AND created_at >= :since AND id <> {number}
ORDER BY created_at DESC, id;
"""
    if verb == "page":
        return f"""-- name: {name} :many
-- A page of table {at} in the order of titles.
-- @param title: String?
-- @param limit: Int64
-- @param offset: Int64
SELECT id, code, title, rate, note, active
FROM t{at}
WHERE (:title IS NULL OR title LIKE :title || '%') AND id <> {number}
ORDER BY title
LIMIT :limit OFFSET :offset;
"""
    if verb == "count":
        return f"""-- name: {name} :one
-- How many rows of table {at} are active, and what they come to.
SELECT count(*) AS "rows!: Int64", coalesce(sum(amount_cents), 0) AS "cents!: Int64", avg(rate) AS "rate?: Double",
    min(created_at) AS "first?: Date", max(created_at) AS "last?: Date", max(title) AS "title?: String"
FROM t{at}
WHERE active = 1 AND id <> {number};
"""
    if verb == "sum":
        return f"""-- name: {name} :many
-- Table {at} by month.
-- @param active: Bool
SELECT strftime('%Y-%m', created_at) AS "month!: String", count(*) AS "rows!: Int64",
    sum(amount_cents) AS "cents!: Int64", avg(rate) AS "rate?: Double", min(title) AS "first!: String",
    max(title) AS "last!: String"
FROM t{at}
WHERE active = :active AND id <> {number}
GROUP BY 1
ORDER BY 1;
"""
    if verb == "join" and other is not None:
        return f"""-- name: {name} :many
-- Rows of table {at} with what they belong to.
-- @param atLeast: Int64
SELECT a.id, a.code, a.title, a.amount_cents, b.code AS "parent_code?", b.title AS "parent_title?"
FROM t{at} AS a
LEFT JOIN t{other} AS b ON b.id = a.parent_id
WHERE a.amount_cents >= :atLeast AND a.id <> {number}
ORDER BY a.id;
"""
    if verb == "join":
        return f"""-- name: {name} :many
-- All of table {at}.
SELECT id, code, title, amount_cents, rate, note FROM t{at} WHERE id <> {number} ORDER BY id;
"""
    if verb == "add":
        return f"""-- name: {name} :execlastid
-- Adds a row to table {at}.
-- @param code: String
-- @param title: String
-- @param amountCents: Int64
-- @param rate: Double?
-- @param note: String?
INSERT INTO t{at} (code, title, amount_cents, rate, note) VALUES (:code, :title, :amountCents + 0 * {number}, :rate, :note);
"""
    if verb == "set":
        return f"""-- name: {name} :execrows
-- Changes the amount of a row of table {at}.
-- @param amountCents: Int64
-- @param id: Int64
UPDATE t{at} SET amount_cents = :amountCents WHERE id = :id AND id <> {number};
"""
    if verb == "save":
        return f"""-- name: {name} :one
-- Adds or replaces the row of table {at} with a code.
-- @param code: String
-- @param title: String
-- @param note: String?
-- @column id!
-- @column code!
-- @column title!
-- @column amount_cents!
-- @column active!
INSERT INTO t{at} (code, title, note) VALUES (:code, :title, :note)
ON CONFLICT (code) DO UPDATE SET title = excluded.title, note = coalesce(excluded.note, note), rate = {number}
RETURNING id, code, title, amount_cents, note, active;
"""
    return f"""-- name: {name} :exec
-- Removes a row of table {at}.
-- @param id: Int64
DELETE FROM t{at} WHERE id = :id AND id <> {number};
"""


def write(folder, queries=10_000, files=200, tables=200, verbs=VERBS):
    """Writes the project into a folder that is new."""
    os.makedirs(os.path.join(folder, "Schema"))
    with open(os.path.join(folder, ".xtraqconfig"), "w") as out:
        out.write('{"module": "Load", "output": "Generated"}\n')
    for first in range(0, tables, 20):
        with open(os.path.join(folder, "Schema", f"{first // 20 + 1}.sql"), "w") as out:
            out.write("\n".join(table(number) for number in range(first, min(first + 20, tables))))
    # Ten folders, which are ten namespaces of the generated code.
    for file in range(files):
        path = os.path.join(folder, "Queries", f"part{file % 10}")
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, f"queries{file}.sql"), "w") as out:
            first, last = queries * file // files, queries * (file + 1) // files
            out.write("\n".join(query(number, tables, verbs) for number in range(first, last)))
