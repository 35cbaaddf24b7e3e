"""Export and verification of 20,000 documents, beside `zip -r -6` and `unzip -t` of the same."""

import json
import os
import random
import re
import shutil
import statistics
import subprocess

from harness.timing import interleaved, median, once

RUNS = 5_000


def run(bench):
    for program in ("zip", "unzip"):
        if not shutil.which(program):
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
        return once(["zip", "-q", "-r", "-6", archive, "."], documents)

    packed, exported = interleaved(bench.runs(5), pack, export)
    ratio = statistics.median(b.seconds / a.seconds for a, b in zip(packed, exported))
    bench.bars.measured(
        "sharing-export", ratio, f"{median(exported):.2f} s beside {median(packed):.2f} s of zip -r -6")
    peak = median(exported, "peak_bytes") / 1e6
    bench.bars.measured("sharing-memory", peak, f"a bundle of {os.path.getsize(bundle) / 1e6:.1f} MB")

    tested, verified = interleaved(
        bench.runs(5), lambda: once(["unzip", "-tqq", bundle], folder),
        lambda: once([bench.xtraq, "telemetry", "verify", bundle], folder))
    ratio = statistics.median(b.seconds / a.seconds for a, b in zip(tested, verified))
    bench.bars.measured(
        "sharing-verify", ratio, f"{median(verified):.2f} s beside {median(tested):.2f} s of unzip -t")


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
