"""What one recorded event costs, off and on, in instructions: those are the same in every run, which times of a few
nanoseconds on a shared machine are not. The times are printed beside them."""

import os
import shutil
import subprocess

from harness import floors
from harness.timing import interleaved, median, once

# What costs about the same, and the bar that holds for it.
OFF = ("span", "begin-end", "nested", "operation", "add", "counter", "observe", "item")
SPANS = ("span", "begin-end", "nested")
OTHERS = ("operation", "add", "observe", "item")
NANOSECONDS = "event-span-time"
WAITING = ("async-span", "async-begin-end")
FEW, MANY = 10_000, 30_000
BARS = ("event-off", "event-waiting-off", "event-span", "event-counter", "event-other", "event-allocations",
        NANOSECONDS)


def run(bench):
    package = os.path.join(bench.root, "Benchmarks", "Events")
    scratch = os.path.join(bench.root, ".build", "events")
    subprocess.run(["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch],
                   check=True, capture_output=True)
    program = os.path.join(scratch, "release", "Events")
    if not shutil.which("valgrind"):
        for bar in BARS:
            bench.bars.skipped(bar, "valgrind is not installed")
        return
    cost(bench, program, "event-off", OFF, "off", 20_000_000)
    cost(bench, program, "event-waiting-off", WAITING, "off", 5_000_000, "async-nothing")
    cost(bench, program, "event-span", SPANS, "runs", 500_000)
    processor_time(bench, program)
    cost(bench, program, "event-counter", ("counter",), "on", 5_000_000)
    cost(bench, program, "event-other", OTHERS, "on", 500_000)
    allocations(bench, program)


def cost(bench, program, bar, kinds, state, count, nothing="nothing"):
    """The dearest of some kinds, beside the same loop without it."""
    base = instructions(program, nothing, state)
    costs = {kind: instructions(program, kind, state) - base for kind in kinds}
    detail = ", ".join(
        f"{kind} {cost:.0f} ({nanoseconds(bench, program, kind, state, count, nothing):.1f} ns)"
        for kind, cost in costs.items())
    bench.bars.measured(bar, max(costs.values()), detail)


def instructions(program, kind, state):
    """Per event: two runs of different length, so that starting and stopping fall out."""
    few, many = (floors.instructions([program, kind, state, str(count)]) for count in (FEW, MANY))
    return (many - few) / (MANY - FEW)


def processor_time(bench, program):
    """What a recorded span takes of the processor, the system's part included: informs, since it depends on the machine."""
    count = 500_000
    uses = {kind: interleaved(
        bench.runs(9), lambda kind=kind: once([program, kind, "runs", str(count)]),
        lambda: once([program, "nothing", "runs", str(count)])) for kind in SPANS}
    costs = {
        kind: (min(use.user + use.system for use in events) - min(use.user + use.system for use in base)) / count * 1e9
        for kind, (events, base) in uses.items()}
    bench.bars.measured(NANOSECONDS, max(costs.values()), ", ".join(f"{kind} {cost:.0f}" for kind, cost in costs.items()))


def nanoseconds(bench, program, kind, state, count, nothing):
    """Per event, beside a loop that records nothing."""
    events, base = interleaved(
        bench.runs(5), lambda: once([program, kind, state, str(count)]),
        lambda: once([program, nothing, state, str(count)]))
    return max(0, median(events) - median(base)) / count * 1e9


def allocations(bench, program):
    """Per event, by a preloaded malloc that counts: the growth of the recorder's own storage is all there is."""
    preload, out = os.path.join(bench.folder, "allocations.so"), os.path.join(bench.folder, "allocations")
    source = os.path.join(bench.root, "Benchmarks", "Floors", "allocations.c")
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", preload, source], check=True)

    def count(kind, state, number):
        once([program, kind, state, str(number)],
             environment={**os.environ, "LD_PRELOAD": preload, "ALLOCATIONS": out})
        with open(out) as file:
            return int(file.read())

    per_event = {}
    for state in ("off", "on"):
        for kind in OFF + WAITING:
            nothing = "async-nothing" if kind in WAITING else "nothing"
            more = [count(kind, state, number) - count(nothing, state, number) for number in (FEW, MANY)]
            per_event[f"{kind} {state}"] = (more[1] - more[0]) / (MANY - FEW)
    dearest = max(per_event, key=per_event.get)
    bench.bars.measured("event-allocations", per_event[dearest], f"the most is {dearest}")
