"""Generating the Swift for 10,000 queries against copying what is read and what is written."""

import os
import shutil

from harness import floors
from harness.timing import interleaved, median, once, ratio


def run(bench):
    folder = bench.project()
    once([bench.xtraq, "snapshot"], folder)
    once([bench.xtraq, "build"], folder)
    output = os.path.join(folder, "Generated")
    count, total = floors.sizes(folder, [".xtraq/snapshots", "Generated"], os.path.join(bench.folder, "build-sizes"))
    source = os.path.join(bench.folder, "copied-from")
    shutil.copytree(os.path.join(folder, ".xtraq", "snapshots"), os.path.join(source, "snapshots"))
    shutil.copytree(output, os.path.join(source, "Generated"))
    target = os.path.join(bench.folder, "copied-to")
    copy = shutil.which("cp")

    def first():
        bench.discard(output)
        return once([bench.xtraq, "build"], folder)

    def floor():
        bench.discard(target)
        return once([copy, "-r", source, target])

    snapshot = [os.path.join(place, name) for place, _, names in os.walk(os.path.join(source, "snapshots"))
                for name in names if name.endswith(".json")]
    parse = floors.build("parse", bench.folder, ["-lyajl"]) if os.path.exists("/usr/include/yajl") else None

    def reading():
        return once([parse, *snapshot])

    if parse:
        ours, theirs, read = interleaved(bench.runs(15), first, floor, reading)
        bench.bars.measured(
            "build-floor", 1 + median(read) / median(theirs), f"{median(read):.3f} s beside {median(theirs):.3f} s")
    else:
        ours, theirs = interleaved(bench.runs(15), first, floor)
        bench.bars.skipped("build-floor", "libyajl-dev is not installed")
    bench.bars.measured(
        "build-first", ratio(ours, theirs),
        f"{median(ours):.3f} s and {median(theirs):.3f} s, {count} files, {total / 1e6:.1f} MB")
    warm, = interleaved(bench.runs(30), lambda: once([bench.xtraq, "build"], folder))
    bench.bars.measured("build-warm", median(warm) / median(theirs), f"{median(warm) * 1000:.1f} ms")
