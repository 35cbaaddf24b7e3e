"""Export and verification of 20,000 documents, beside `zip -r -6` and `unzip -t` of the same."""

import json
import os
import random
import re
import shutil
import subprocess

from harness import floors
from harness.timing import interleaved, median, once, ratio

RUNS = 5_000
# What the export packs with: zlib's.
LEVEL = "5"


def run(bench):
    programs = {name: shutil.which(name) for name in ("zip", "unzip")}
    for program, path in programs.items():
        if not path:
            for bar in ("sharing-export", "sharing-verify", "sharing-memory"):
                bench.bars.skipped(bar, f"{program} is not installed")
            return
    folder = os.path.join(bench.folder, "sharing")
    documents = write(bench, folder)
    bundle, archive = os.path.join(bench.folder, "bundle.zip"), os.path.join(bench.folder, "archive.zip")

    def export():
        return once([bench.xtraq, "telemetry", "export", "--yes", "--force", "--output", bundle, documents], folder)

    def pack():
        if os.path.exists(archive):
            os.remove(archive)
        return once([programs["zip"], "-q", "-r", "-6", archive, "."], documents)

    program = floors.build("pack", bench.folder, ["-lz", "-lpthread"])
    floor_archive = os.path.join(bench.folder, "floor.zip")

    def floor(threads, *more):
        return once([program, documents, floor_archive, LEVEL, threads, *more], folder)

    packed, exported, single, double, parsed = interleaved(
        bench.runs(5), pack, export, lambda: floor("1"), lambda: floor("2"), lambda: floor("1", "parse"))
    processor = {name: median(uses, "user") + median(uses, "system")
                 for name, uses in (("export", exported), ("zip", packed))}
    bench.bars.measured(
        "sharing-export", ratio(exported, packed),
        f"{median(exported):.2f} s beside {median(packed):.2f} s of zip -r -6 (processor time "
        f"{processor['export']:.2f} and {processor['zip']:.2f} s); a program in C that reads, packs and writes and does no "
        f"more {ratio(single, packed):.2f} on one thread, {ratio(double, packed):.2f} on two, "
        f"{ratio(parsed, packed) - ratio(single, packed):.2f} more where it looks at each byte of JSON once")
    peak = median(exported, "peak_bytes") / 1e6
    bench.bars.measured("sharing-memory", peak, f"a bundle of {os.path.getsize(bundle) / 1e6:.1f} MB")

    tested, verified = interleaved(
        bench.runs(5), lambda: once([programs["unzip"], "-tqq", bundle], folder),
        lambda: once([bench.xtraq, "telemetry", "verify", bundle], folder))
    bench.bars.measured(
        "sharing-verify", ratio(verified, tested), f"{median(verified):.2f} s beside {median(tested):.2f} s of unzip -t")


def write(bench, folder):
    """A folder of documents as runs leave them: the tool's own examples with other runs, times and figures."""
    documents = os.path.join(folder, "documents")
    os.makedirs(documents)
    kinds = ("cli-command", "snapshot", "build", "summary")
    examples = {
        kind: subprocess.run(
            [bench.xtraq, "telemetry", "schema", kind, "--example"], capture_output=True, text=True, check=True).stdout
        for kind in kinds
    }
    run_id = json.loads(examples["summary"])["runId"]
    start = json.loads(examples["summary"])["timestampUtc"]
    draw = random.Random(8)
    for number in range(RUNS):
        own = f"{draw.getrandbits(128):032x}"
        minute, day = number % 1440, number // 1440
        time = f"2026-10-{day + 1:02}T{minute // 60:02}:{minute % 60:02}:00.000Z"
        stamp = re.sub(r"[-:]", "", time[:19]).replace("T", "-")
        factor = draw.uniform(0.5, 2)
        for kind in kinds:
            text = examples[kind].replace(run_id, own).replace(start, time)
            text = re.sub(
                r'("(?:durationMs|startMs|totalMs|maxMs)": )([0-9.]+)',
                lambda match: f"{match[1]}{float(match[2]) * factor:.3f}", text)
            with open(os.path.join(documents, f"{kind}-{stamp}-{own[:8]}.json"), "w") as out:
                out.write(text)
    return documents
