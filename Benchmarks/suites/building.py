"""Generating the Swift for 10,000 queries against copying what is read and what is written, on a disk and in memory."""

import os
import shutil

from harness import floors
from harness.timing import interleaved, median, once, ratio


def run(bench):
    parse = floors.build("parse", bench.folder, ["-lyajl"]) if os.path.exists("/usr/include/yajl") else None
    # How long `cp` takes to make files differs threefold from one file system to another, and from minute to minute.
    measure(bench, bench.folder, bench.project(), parse, "")
    in_memory = os.path.join(bench.memory_folder, "building")
    shutil.copytree(bench.project(), os.path.join(in_memory, "load"))
    measure(bench, in_memory, os.path.join(in_memory, "load"), parse, "-memory")
    shutil.rmtree(in_memory)


def measure(bench, place, project, parse, suffix):
    """Builds and copies in turns, both within one folder."""
    once([bench.xtraq, "snapshot"], project)
    once([bench.xtraq, "build"], project)
    output = os.path.join(project, "Generated")
    count, total = floors.sizes(project, [".xtraq/snapshots", "Generated"], os.path.join(bench.folder, "build-sizes"))
    source, target = os.path.join(place, "copied-from"), os.path.join(place, "copied-to")
    shutil.copytree(os.path.join(project, ".xtraq", "snapshots"), os.path.join(source, "snapshots"))
    shutil.copytree(output, os.path.join(source, "Generated"))
    copy = shutil.which("cp")

    def first():
        bench.discard(output)
        return once([bench.xtraq, "build"], project)

    def floor():
        bench.discard(target)
        return once([copy, "-r", source, target])

    snapshot = [os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(source, "snapshots"))
                for name in names if name.endswith(".json")]

    def reading():
        return once([parse, *snapshot])

    if parse:
        ours, theirs, read = interleaved(bench.runs(15), first, floor, reading)
        bench.bars.measured(
            "build-floor" + suffix, 1 + median(read) / median(theirs),
            f"{median(read):.3f} s beside {median(theirs):.3f} s")
    else:
        ours, theirs = interleaved(bench.runs(15), first, floor)
        bench.bars.skipped("build-floor" + suffix, "libyajl-dev is not installed")
    bench.bars.measured(
        "build-first" + suffix, ratio(ours, theirs),
        f"{median(ours):.3f} s and {median(theirs):.3f} s, {count} files, {total / 1e6:.1f} MB")
    warm, theirs = interleaved(bench.runs(30), lambda: once([bench.xtraq, "build"], project), floor)
    bench.bars.measured(
        "build-warm" + suffix, ratio(warm, theirs),
        f"{median(warm) * 1000:.1f} ms and {median(theirs) * 1000:.1f} ms")
