"""Writes by hand, so to speak, what the tool generates: for each query a row of `public let`s and a function on GRDB.

Nothing is shared or clever: what a careful person writes who copies the statement into Swift."""

import glob
import os
import re

# By the ends of a column's name; what is in none of them is text.
TYPES = (("id", "Int64"), ("cents", "Int64"), ("rows", "Int64"), ("rate", "Double"), ("active", "Bool"),
         ("created_at", "Date"), ("first", "String"), ("last", "String"))
OPTIONAL = {"rate", "note", "parent_code", "parent_title"}


def camel(name):
    """`amountCents` for `amount_cents`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def swift_type(column):
    """The Swift type of a column, a question mark included."""
    name, type = column
    if type is None:
        type = next((swift for end, swift in TYPES if name == end or name.endswith("_" + end)), "String")
        if name in OPTIONAL:
            type += "?"
    return type


def columns(sql):
    """The names of a statement's columns, and their types where the statement says them."""
    text = re.search(r"(?s)RETURNING (.*)$", sql) or re.search(r"(?s)SELECT (.*?)\s+FROM", sql)
    found = []
    for part in re.split(r",\s+(?![^()]*\))", text[1].strip().rstrip(";")):
        alias = re.search(r'AS "(\w+)([!?]?)(?:: (\w+))?"', part)
        if alias:
            found.append((alias[1], alias[3] + ("?" if alias[2] == "?" else "") if alias[3] else None))
        else:
            found.append((part.split(".")[-1].strip(), None))
    return found


def function(name, kind, documentation, parameters, sql):
    """The Swift for one query."""
    given = [(n, t) for n, t in parameters]
    signature = "".join(f", {n}: {t}" for n, t in given)
    arguments = "[" + ", ".join(f'"{n}": {n}' for n, _ in given) + "]" if given else "[:]"
    clean = re.sub(r'AS "(\w+)[!?]?(?:: \w+)?"', r"AS \1", sql).rstrip().rstrip(";")
    text = "\n".join("            " + line for line in clean.splitlines())
    comment = "\n".join(f"    /// {line}" for line in documentation)
    statement = f'"""\n{text}\n            """'
    if kind in ("exec", "execrows", "execlastid"):
        result = {"exec": "", "execrows": " -> Int", "execlastid": " -> Int64"}[kind]
        last = {"exec": "", "execrows": "\n        return db.changesCount",
                "execlastid": "\n        return db.lastInsertedRowID"}[kind]
        return f"""{comment}
    public static func {name}(_ db: Database{signature}) throws{result} {{
        let statement = try db.cachedStatement(
            sql: {statement})
        try statement.execute(arguments: {arguments}){last}
    }}
"""
    row = name[0].upper() + name[1:] + "Row"
    fields = [(camel(column[0]), swift_type(column)) for column in columns(sql)]
    properties = "\n".join(f"        public let {n}: {t}" for n, t in fields)
    reads = "\n".join(f"            {n} = row[{place}]" for place, (n, _) in enumerate(fields))
    result, fetch = {
        "many": (f"[{row}]", "fetchAll(statement)"), "optional": (f"{row}?", "fetchOne(statement)"),
        "one": (f"{row}?", "fetchOne(statement)"),
    }[kind]
    call = {"fetchAll(statement)": "Row.fetchAll(statement, arguments: arguments).map(%s.init)" % row,
            "fetchOne(statement)": "Row.fetchOne(statement, arguments: arguments).map(%s.init)" % row}[fetch]
    return f"""    public struct {row}: Sendable {{
{properties}

        init(_ row: Row) {{
{reads}
        }}
    }}

{comment}
    public static func {name}(_ db: Database{signature}) throws -> {result} {{
        let statement = try db.cachedStatement(
            sql: {statement})
        let arguments: StatementArguments = {arguments}
        return try {call}
    }}
"""


def write(project, folder):
    """Writes a file for each query file of the project."""
    for path in sorted(glob.glob(os.path.join(project, "Queries", "*", "*.sql"))):
        with open(path) as file:
            parts = re.split(r"(?m)^-- name: ", file.read())[1:]
        functions = []
        for part in parts:
            lines = part.splitlines()
            name, kind = lines[0].split(" :")
            comments = [line[3:] for line in lines[1:] if line.startswith("-- ")]
            parameters = [re.match(r"@param (\w+): (\S+)", line).groups() for line in comments
                          if line.startswith("@param")]
            documentation = [line for line in comments if not line.startswith("@")]
            sql = "\n".join(line for line in lines[1:] if not line.startswith("--"))
            functions.append(function(name, kind, documentation, parameters, sql))
        name = os.path.basename(path)[:-4]
        space = os.path.basename(os.path.dirname(path)).capitalize()
        with open(os.path.join(folder, f"{space}{name}.swift"), "w") as out:
            out.write(f"public import Foundation\npublic import GRDB\n\nextension {space} {{\n")
            out.write("\n".join(functions))
            out.write("}\n")
    spaces = sorted({os.path.basename(os.path.dirname(path)).capitalize()
                     for path in glob.glob(os.path.join(project, "Queries", "*", "*.sql"))})
    with open(os.path.join(folder, "Namespaces.swift"), "w") as out:
        out.write("".join(f"public enum {space} {{}}\n" for space in spaces))
