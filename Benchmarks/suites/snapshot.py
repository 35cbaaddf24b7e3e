"""Snapshot of 10,000 queries against the least that has to be done for it."""

import glob
import os

from harness import floors
from harness.timing import interleaved, median, once, ratio


def run(bench):
    folder = bench.project()
    schema = sorted(glob.glob(folder + "/Schema/*.sql"), key=lambda path: int(os.path.basename(path)[:-4]))
    queries = sorted(glob.glob(folder + "/Queries/*/*.sql"))
    state = os.path.join(folder, ".xtraq")

    def first():
        bench.discard(state)
        return once([bench.xtraq, "snapshot"], folder)

    first()
    prepare = floors.build("prepare", bench.folder, ["-lsqlite3"])
    sizes = os.path.join(bench.folder, "sizes")
    count, total = floors.sizes(folder, [".xtraq"], sizes)
    output = os.path.join(bench.folder, "floor")

    def floor(*options):
        bench.discard(output)
        return once([prepare, *options, sizes, output, *schema, "--", *queries])

    ours, theirs, explaining = interleaved(bench.runs(15), first, floor, lambda: floor("-e"))
    written = f"{count} files, {total / 1e6:.1f} MB"
    bench.bars.measured(
        "snapshot-first", ratio(ours, theirs), f"{median(ours):.3f} s and {median(theirs):.3f} s, {written}")
    bench.bars.measured(
        "snapshot-explain", ratio(ours, explaining), f"{median(ours):.3f} s and {median(explaining):.3f} s")

    # Against the first runs above: where a first run is taken in turns with a warm one, the warm one has what was just
    # written still to be flushed.
    first()
    warm, = interleaved(bench.runs(30), lambda: once([bench.xtraq, "snapshot"], folder))
    bench.bars.measured("snapshot-warm", median(warm) / median(ours), f"{median(warm) * 1000:.1f} ms")
