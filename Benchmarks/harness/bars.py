"""The bars, their thresholds, and what was measured."""

import json
import os

THRESHOLDS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "thresholds.json")


class Bars:
    """Collects one line for each bar; knows which of them say no."""

    def __init__(self):
        with open(THRESHOLDS) as file:
            self.thresholds = json.load(file)
        self.results = []

    def measured(self, name, value, detail):
        """Notes a bar's value and how it came about, and prints both."""
        threshold = self.thresholds[name]
        passed = value <= threshold["atMost"]
        self.results.append({"bar": name, "value": round(value, 4), "atMost": threshold["atMost"], "passed": passed,
                             "gates": threshold["gates"], "detail": detail})
        word = "pass" if passed else "FAIL" if threshold["gates"] else "miss"
        unit = threshold.get("unit", "")
        print(f"{word}  {threshold['title']}: {value:.3g}{unit} (at most {threshold['atMost']:g}{unit}); {detail}",
              flush=True)

    def skipped(self, name, why):
        """Notes that a bar could not be measured here."""
        self.results.append({"bar": name, "skipped": why})
        print(f"skip  {self.thresholds[name]['title']}: {why}", flush=True)

    def failed(self):
        """The names of the bars that gate and were not met."""
        return [result["bar"] for result in self.results if not result.get("passed", True) and result["gates"]]
