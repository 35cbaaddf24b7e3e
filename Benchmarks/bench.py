#!/usr/bin/env python3
"""Measures the tool against floors written in C, and says which bars are met.

    bench.py --xtraq .build/release/xtraq [--without .build/bench-without/release/xtraq] [SUITE…]

Each bar is a ratio to the least that must be done, measured in turns on this machine; README.md says how. Ends with 1
where a bar that gates (thresholds.json) is not met.
"""

import argparse
import importlib
import json
import os
import sys
import tempfile

from harness import machine, project
from harness.bars import Bars

SUITES = ("startup", "snapshot", "building", "telemetry", "events", "compiling", "sharing", "hostile")


class Bench:
    """What every suite is given."""

    def __init__(self, arguments, folder, memory_folder):
        self.xtraq = os.path.abspath(arguments.xtraq)
        self.without = arguments.without and os.path.abspath(arguments.without)
        self.root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        self.folder, self.memory_folder = folder, memory_folder
        self.bars = Bars()
        self._scale = arguments.scale
        self._discarded = 0

    def runs(self, usual):
        """How often to measure."""
        return max(3, round(usual * self._scale))

    def project(self):
        """The folder of the project of 10,000 queries, without a snapshot."""
        folder = os.path.join(self.folder, "load")
        if not os.path.exists(folder):
            project.write(folder)
        for made in (".xtraq", "Generated"):
            self.discard(os.path.join(folder, made))
        return folder

    def discard(self, path):
        """Takes a folder out of the way without deleting it before the end: for seconds after a deletion ext4 is slow to
        make files, as it steps over what was just deleted."""
        if os.path.exists(path):
            self._discarded += 1
            isInMemory = path.startswith(self.memory_folder)
            discarded = os.path.join(self.memory_folder if isInMemory else self.folder, "discarded")
            os.makedirs(discarded, exist_ok=True)
            os.rename(path, os.path.join(discarded, str(self._discarded)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--xtraq", required=True, help="the release binary")
    parser.add_argument("--without", help="a release binary built with --disable-default-traits --traits Tool")
    parser.add_argument("--scale", type=float, default=1, help="measure so many times as often as usual")
    parser.add_argument("--json", help="write what was measured to this file too")
    arguments = parser.parse_args()
    unknown = [suite for suite in arguments.suites if suite not in SUITES]
    if unknown:
        parser.error(f"no suite is called {unknown[0]}; there are {', '.join(SUITES)}")

    print("\n".join(machine.facts()), flush=True)
    with tempfile.TemporaryDirectory(prefix="xtraq-bench-") as folder, \
            tempfile.TemporaryDirectory(prefix="xtraq-bench-", dir="/dev/shm") as memory_folder:
        bench = Bench(arguments, folder, memory_folder)
        for suite in arguments.suites or SUITES:
            importlib.import_module(f"suites.{suite}").run(bench)
    if arguments.json:
        with open(arguments.json, "w") as out:
            json.dump({"machine": machine.facts(), "bars": bench.bars.results}, out, indent=2)
            out.write("\n")
    failed = bench.bars.failed()
    if failed:
        sys.exit("not met: " + ", ".join(failed))


if __name__ == "__main__":
    main()
