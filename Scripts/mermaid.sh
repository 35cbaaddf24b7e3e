#!/bin/bash
# Has Mermaid's own parser read what `telemetry schema --diagram mermaid` prints: every class, field and line must come out
# of it as the text says. Usage: mermaid.sh TOOL…
#
# The parser is Mermaid's, bundled for Node.js in a package of PyPI that is kept below .build; without Node.js, or where it
# cannot be fetched, nothing is checked, and that is said.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.0.4
folder=$PWD/.build/mermaid-$version
bundle=$folder/mermaid_parser/js/parser.bundle.js
skip() { echo "mermaid: not checked: $1"; exit 0; }

command -v node > /dev/null || skip "there is no Node.js"
if [ ! -f "$bundle" ]; then
    mkdir -p "$folder"
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$folder" \
        "mermaid-parser-py==$version" > /dev/null 2>&1 || skip "mermaid-parser-py $version cannot be fetched from PyPI"
    python3 -m zipfile -e "$folder"/*.whl "$folder"
fi

program=$(mktemp --suffix .js)
trap 'rm -f "$program"' EXIT
cat > "$program" << 'JAVASCRIPT'
const { parse, text } = { parse: require(process.argv[2]), text: require("fs").readFileSync(0, "utf8") };

// What the text says, counted by line.
const said = { classes: {}, relations: 0, notes: 0 };
let open;
for (const line of text.split("\n")) {
  const begin = line.match(/^class (\w+)\[.*?\]( \{)?$/);
  if (begin) { said.classes[begin[1]] = []; open = begin[2] && begin[1]; }
  else if (line === "}") open = undefined;
  else if (open) said.classes[open].push(line.trim());
  else if (/ (\*--|<\|--) /.test(line)) said.relations += 1;
  else if (line.startsWith("note for ")) said.notes += 1;
}

async function refuses(broken) {
  try { await parse(broken); } catch { return true; }
  return false;
}

(async () => {
  const { graph_type: type, graph_data: data } = JSON.parse(await parse(text));
  const expect = (holds, what) => { if (!holds) throw new Error(what); };
  expect(type.startsWith("class"), `it is no class diagram but ${type}`);
  const names = Object.keys(said.classes);
  expect(names.length > 3, "there are no classes");
  expect(names.length === Object.keys(data.classes).length, "other classes were read than stand there");
  for (const name of names) {
    const read = data.classes[name].members.map((member) => (member.visibility ?? "") + member.id);
    expect(read.join() === said.classes[name].join(), `${name} was read as ${read}`);
  }
  expect(data.relations.length === said.relations, `${data.relations.length} lines were read`);
  expect(Object.keys(data.notes).length === said.notes, `${Object.keys(data.notes).length} notes were read`);
  // The check itself: what is broken is refused.
  expect(await refuses(text.replace("}", "")), "a class that is not closed was read");
  expect(await refuses(text.replace("*--", "*-*")), "a line of no kind was read");
  console.log(`mermaid: ${names.length} classes, ${said.relations} lines`);
})().catch((error) => { console.error(`mermaid: ${error.message}`); process.exit(1); });
JAVASCRIPT

for tool in "$@"; do "$tool" telemetry schema --diagram mermaid | node "$program" "$bundle"; done
