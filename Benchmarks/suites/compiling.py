"""How long the Swift compiler takes for 1,000 generated queries with rows of six columns, against the same by hand."""

import os
import shutil
import statistics
import subprocess

from harness import handwritten, project
from harness.timing import interleaved, median, once, ratio

PACKAGE = """// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "Compile",
    dependencies: [
        .package(name: "xtraq", path: "{root}", traits: ["SQLite"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "Generated", dependencies: [
            .product(name: "XtraqSQLite", package: "xtraq"), .product(name: "GRDB", package: "GRDB.swift"),
        ]),
        .target(name: "ByHand", dependencies: [
            .product(name: "XtraqSQLite", package: "xtraq"), .product(name: "GRDB", package: "GRDB.swift"),
        ]),
    ]
)
"""


def run(bench):
    folder = os.path.join(bench.folder, "compile")
    sql = os.path.join(folder, "Project")
    project.write(sql, queries=1000, files=20, tables=20, verbs=project.READING)
    sources = os.path.join(folder, "Sources")
    os.makedirs(os.path.join(sources, "ByHand"))
    with open(os.path.join(folder, "Package.swift"), "w") as out:
        out.write(PACKAGE.format(root=bench.root))
    # The output lies within the project.
    subprocess.run([bench.xtraq, "--project-path", sql], check=True, capture_output=True)
    shutil.move(os.path.join(sql, "Generated"), os.path.join(sources, "Generated"))
    handwritten.write(sql, os.path.join(sources, "ByHand"))
    for target in ("Generated", "ByHand"):
        build(folder, target)

    ours, theirs = interleaved(
        bench.runs(5), lambda: rebuilt(folder, "Generated"), lambda: rebuilt(folder, "ByHand"))
    processor = statistics.median((a.user + a.system) / (b.user + b.system) for a, b in zip(ours, theirs))
    bench.bars.measured(
        "compile", ratio(ours, theirs),
        f"{median(ours):.1f} s and {median(theirs):.1f} s; {processor:.3g}x in processor time")


def build(folder, target):
    result = subprocess.run(["swift", "build", "--target", target], cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stdout[-4000:] + result.stderr[-4000:])


def rebuilt(folder, target):
    """Compiles all files of the one module anew; all that it depends on is there."""
    sources = os.path.join(folder, "Sources", target)
    for name in os.listdir(sources):
        os.utime(os.path.join(sources, name))
    return once([shutil.which("swift"), "build", "--target", target], folder)
