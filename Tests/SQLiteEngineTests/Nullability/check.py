#!/usr/bin/env python3
"""Runs every case on data.sql and says where an expectation is not borne out: a column that is said to be nullable and
shows no NULL, one that is said to be never NULL and shows one, a case that returns no row. README.md has the format."""

import collections
import glob
import json
import os
import re
import sqlite3
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
WORDS = ("notnull", "nullable", "unprovable")


def cases():
    """(category, name, expectations in the order of the columns, bindings, statement) of every case."""
    for path in sorted(glob.glob(os.path.join(FOLDER, "cases", "*.sql"))):
        with open(path, encoding="utf-8") as file:
            parts = re.split(r"(?m)^-- case: ", file.read())
        for part in parts[1:]:
            lines = part.rstrip().splitlines()
            expected, bindings, statement = [], [], []
            for line in lines[1:]:
                if line.startswith("-- expect: "):
                    expected += [tuple(word.split("=")) for word in line[len("-- expect: "):].split()]
                elif line.startswith("-- bind: "):
                    bindings.append(json.loads(line[len("-- bind: "):]))
                elif not line.startswith("--"):
                    statement.append(line)
            yield os.path.basename(path)[:-4], lines[0], expected, bindings or [{}], "\n".join(statement).rstrip("; ")


def main():
    database = sqlite3.connect(":memory:", isolation_level=None)
    for name in ("schema.sql", "data.sql"):
        with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
            database.executescript(file.read())
    problems, queries, columns, names = [], collections.Counter(), collections.Counter(), set()
    for category, name, expected, bindings, statement in cases():
        queries[category] += 1
        if name in names:
            problems.append(f"{name}: named twice")
        names.add(name)
        seen, rows, found = collections.Counter(), 0, []
        for binding in bindings:
            database.execute("SAVEPOINT one")
            try:
                cursor = database.execute(statement, binding)
                found = [column[0] for column in cursor.description]
                for row in cursor.fetchall():
                    rows += 1
                    seen.update(column for column, value in zip(found, row) if value is None)
            except sqlite3.Error as error:
                problems.append(f"{name}: {error}")
            database.execute("ROLLBACK TO one")
            database.execute("RELEASE one")
        if found != [column for column, _ in expected]:
            problems.append(f"{name}: has the columns {' '.join(found)}")
        if not rows:
            problems.append(f"{name}: returns no row")
        for column, word in expected:
            columns[word] += 1
            if word not in WORDS:
                problems.append(f"{name}: {column} is said to be {word}")
            elif (word == "nullable") != bool(seen[column]):
                problems.append(f"{name}: {column} is said to be {word}; it is NULL in {seen[column]} of {rows} rows")
    for category, count in queries.items():
        if count < 3:
            problems.append(f"{category}: has {count} cases, and needs three")
    print("\n".join(problems))
    words = ", ".join(f"{columns[word]} {word}" for word in WORDS)
    print(f"{sum(queries.values())} cases in {len(queries)} categories; columns: {words}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
