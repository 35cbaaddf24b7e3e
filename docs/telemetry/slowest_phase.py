import json, pathlib, sys

runs = {}
for path in pathlib.Path(sys.argv[1]).glob("*.json"):
    document = json.loads(path.read_text())
    run = runs.setdefault(document["runId"], (document["timestampUtc"], document["command"], []))
    run[2].extend((document["kind"], phase) for phase in document.get("phases", []))

for identifier, (start, command, phases) in sorted(runs.items(), key=lambda run: run[1][0]):
    # The phases of the other documents are parts of those of cli-command.
    parts = [part for part in phases if part[0] != "cli-command"] or phases
    for kind, phase in sorted(parts, key=lambda part: part[1]["durationMs"])[-1:]:
        print(start, identifier[:8], command, kind, phase["name"], phase["durationMs"], "ms")
