"""The programs in C that do the least that must be done."""

import os
import re
import subprocess

SOURCES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Floors")


def build(name, folder, libraries=()):
    """Compiles Floors/NAME.c; the path of the program."""
    program = os.path.join(folder, name)
    subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-o", program, os.path.join(SOURCES, name + ".c"), *libraries],
                   check=True)
    return program


def sizes(root, folders, path):
    """Writes the sizes of all files below some folders of a root, as `prepare` reads them; their number and sum."""
    count = total = 0
    with open(path, "w") as out:
        for folder in folders:
            for place, inner, files in os.walk(os.path.join(root, folder)):
                inner.sort()
                for name in sorted(files):
                    full = os.path.join(place, name)
                    size = os.path.getsize(full)
                    out.write(f"{size} {os.path.relpath(full, root)}\n")
                    count += 1
                    total += size
    return count, total


def instructions(command, folder=None, temporary=None):
    """How many instructions a program executes, as callgrind counts them.

    Without its debugging information, which valgrind reads first and may not understand."""
    program = os.path.join(temporary or "/tmp", f"counted-{os.getpid()}")
    subprocess.run(["strip", "--strip-debug", "-o", program, command[0]], check=True)
    try:
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *command[1:]], cwd=folder,
            capture_output=True, text=True, check=True)
    finally:
        os.remove(program)
    return int(re.search(r"Collected : (\d+)", result.stderr)[1])
