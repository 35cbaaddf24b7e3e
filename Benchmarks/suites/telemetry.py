"""What recording costs when it is on, and that it costs nothing when it is off."""

import collections
import os
import re
import shutil
import statistics
import subprocess

from harness import floors
from harness.timing import interleaved, median, once


def run(bench):
    folder = bench.project()
    time_and_memory(bench, folder)
    version(bench)
    if shutil.which("valgrind"):
        plain = instructions(bench, [bench.xtraq, "snapshot"], folder)
        recorded = instructions(bench, [bench.xtraq, "snapshot", "--telemetry"], folder)
        bench.bars.measured(
            "telemetry-instructions", 100 * (recorded / plain - 1), f"{plain / 1e6:.0f} M and {recorded / 1e6:.0f} M")
    else:
        bench.bars.skipped("telemetry-instructions", "valgrind is not installed")
    off(bench, folder)


def cold(bench, folder):
    """Takes the folder back to what it was before the first run."""
    bench.discard(os.path.join(folder, ".xtraq"))


def time_and_memory(bench, folder):
    def first(*options):
        cold(bench, folder)
        return once([bench.xtraq, "snapshot", *options], folder)

    plain, recorded = interleaved(bench.runs(31), lambda: first(), lambda: first("--telemetry"))
    added = statistics.median(b.seconds / a.seconds for a, b in zip(plain, recorded)) - 1
    bench.bars.measured("telemetry-time", 100 * added, f"{median(plain):.3f} s and {median(recorded):.3f} s")
    memory = (median(recorded, "peak_bytes") - median(plain, "peak_bytes")) / 1e6
    bench.bars.measured("telemetry-memory", memory, f"peak {median(recorded, 'peak_bytes') / 1e6:.1f} MB")


def version(bench):
    """On a file system in memory, where a sync costs nothing."""
    folder = os.path.join(bench.memory_folder, "version")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, ".xtraqconfig"), "w") as out:
        out.write("{}\n")
    once([bench.xtraq, "version", "--telemetry"], folder)
    plain, recorded = interleaved(
        bench.runs(100), lambda: once([bench.xtraq, "version"], folder),
        lambda: once([bench.xtraq, "version", "--telemetry"], folder))
    bench.bars.measured(
        "telemetry-version", 1000 * (median(recorded) - median(plain)),
        f"{median(plain) * 1000:.2f} ms and {median(recorded) * 1000:.2f} ms")


def off(bench, folder):
    """The tool as it is, against a build in which switches and recorder do not exist."""
    if not bench.without:
        for bar in ("off-calls", "off-instructions"):
            bench.bars.skipped(bar, "no build without telemetry was named (--without)")
        return
    if shutil.which("strace"):
        off_calls(bench, folder)
    else:
        bench.bars.skipped("off-calls", "strace is not installed")
    if shutil.which("valgrind"):
        ours = instructions(bench, [bench.xtraq, "snapshot"], folder)
        theirs = instructions(bench, [bench.without, "snapshot"], folder)
        bench.bars.measured(
            "off-instructions", 100 * (ours / theirs - 1), f"{ours / 1e6:.1f} M and {theirs / 1e6:.1f} M")
    else:
        bench.bars.skipped("off-instructions", "valgrind is not installed")


def off_calls(bench, folder):
    """How often a heap grows and threads wait differs from run to run of one binary: a call counts as one more, or one
    less, by what lies between the most and the least of several runs of each."""
    ours, theirs = [], []
    for _ in range(bench.runs(7)):
        ours.append(calls(bench, bench.xtraq, folder))
        theirs.append(calls(bench, bench.without, folder))
    more, scatter = {}, []
    for name in sorted(set().union(*ours, *theirs)):
        a, b = [run[name] for run in ours], [run[name] for run in theirs]
        apart = max(min(a) - max(b), min(b) - max(a), 0)
        if apart:
            more[name] = apart if min(a) > max(b) else -apart
        if min(a + b) != max(a + b):
            scatter.append(f"{name} {min(a)} to {max(a)} and {min(b)} to {max(b)}")
    detail = ", ".join(f"{name} {value:+d}" for name, value in more.items()) or "the same calls"
    if scatter:
        detail += "; differ from run to run: " + ", ".join(scatter)
    bench.bars.measured("off-calls", sum(abs(value) for value in more.values()), detail)


def instructions(bench, command, folder):
    """How many instructions a first run executes: the least of three, since threads that wait for each other add some."""
    counts = []
    for _ in range(bench.runs(3)):
        cold(bench, folder)
        counts.append(floors.instructions(command, folder, bench.folder))
    return min(counts)


def calls(bench, program, folder):
    """How often a first run makes each system call."""
    cold(bench, folder)
    path = os.path.join(bench.folder, "calls")
    # On one processor, so that what threads wait for each other does not depend on chance.
    subprocess.run(["taskset", "-c", "0", "strace", "-f", "-c", "-o", path, program, "snapshot"], cwd=folder, capture_output=True, check=True)
    counts = collections.Counter()
    with open(path) as file:
        for line in file:
            found = re.match(r"\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?(\w+)$", line)
            if found and found[2] != "total":
                counts[found[2]] = int(found[1])
    return counts
