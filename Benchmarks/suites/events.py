"""What one recorded event costs, off and on, in instructions: those are the same in every run, which times of a few
nanoseconds on a shared machine are not. The times are printed beside them."""

import os
import shutil
import subprocess

from harness import floors
from harness.timing import interleaved, median, once

KINDS = ("span", "operation", "add", "counter", "item")
FEW, MANY = 10_000, 30_000


def run(bench):
    package = os.path.join(bench.root, "Benchmarks", "Events")
    scratch = os.path.join(bench.root, ".build", "events")
    subprocess.run(["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch],
                   check=True, capture_output=True)
    program = os.path.join(scratch, "release", "Events")
    if not shutil.which("valgrind"):
        bench.bars.skipped("event-off", "valgrind is not installed")
        bench.bars.skipped("event-on", "valgrind is not installed")
        return
    base = instructions(program, "nothing", "off")
    for state, count in (("off", 20_000_000), ("on", 500_000)):
        costs = {kind: instructions(program, kind, state) - base for kind in KINDS}
        detail = ", ".join(
            f"{kind} {cost:.0f} ({nanoseconds(bench, program, kind, state, count):.1f} ns)"
            for kind, cost in costs.items())
        bench.bars.measured(f"event-{state}", max(costs.values()), detail)


def instructions(program, kind, state):
    """Per event: two runs of different length, so that starting and stopping fall out."""
    few, many = (floors.instructions([program, kind, state, str(count)]) for count in (FEW, MANY))
    return (many - few) / (MANY - FEW)


def nanoseconds(bench, program, kind, state, count):
    """Per event, beside a loop that records nothing."""
    events, nothing = interleaved(
        bench.runs(5), lambda: once([program, kind, state, str(count)]),
        lambda: once([program, "nothing", state, str(count)]))
    return max(0, median(events) - median(nothing)) / count * 1e9
