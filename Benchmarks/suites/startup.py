"""How long the tool takes to say its version, as a whole process."""

import shutil

from harness.timing import interleaved, median, once, ratio


def run(bench):
    git = shutil.which("git")
    ours, theirs = interleaved(
        bench.runs(200), lambda: once([bench.xtraq, "version"]), lambda: once([git, "--version"]))
    bench.bars.measured(
        "startup", ratio(ours, theirs), f"{median(ours) * 1000:.2f} ms and {median(theirs) * 1000:.2f} ms")
