#!/bin/bash
# Takes one rule after the other out of the inference and expects that its proofs turn red.
#
# A rule whose absence nobody notices is not proven. It works on a copy of the package in .build-mutants, where all rules
# depend on a variable, so that it is built once; of the tests the copy has the engine's alone.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$PWD/.build-mutants
package=$folder/package
rules=Sources/SQLiteEngine/Inference/Bytecode
rm -rf "$package"
mkdir -p "$package"
trap 'rm -rf "$package"' EXIT
git ls-files -z --cached --others --exclude-standard -- Package.swift Sources Tests/SQLiteEngineTests Tests/TestSupport \
    | xargs -0 tar cf - --ignore-failed-read | tar xf - -C "$package"

# The manifest without what the copy does not have.
awk '
    /^        \.(testT|executableT|t)arget\(/ { held = ""; holding = 1 }
    holding { held = held $0 "\n" }
    !holding { print }
    holding && /^        (\)|\..*\)),?$/ {
        holding = 0
        isElsewhere = held ~ /path: "Tests\// && held !~ /path: "Tests\/TestSupport"/
        if (!isElsewhere && (held !~ /testTarget/ || held ~ /name: "SQLiteEngineTests"/)) printf "%s", held
    }
' Package.swift > "$package/Package.swift"

cat > "$package/$rules/Mutant.swift" <<'SWIFT'
import Foundation

/// Whether a rule is to be left out.
func isWithout(_ rule: String) -> Bool { active == rule }

private let active = ProcessInfo.processInfo.environment["XTRAQ_MUTANT"] ?? ""
SWIFT

mutants=()
# mutant NAME FILE SEARCH REPLACEMENT: what stands in the place of a text where the rule is left out.
mutant() {
    mutants+=("$1")
    if ! grep -qF "$3" "$package/$rules/$2"; then
        echo "mutants: $rules/$2 does not hold \"$3\" any more" >&2
        exit 1
    fi
    SEARCH=$3 REPLACEMENT=${4//RULE/isWithout(\"$1\")} \
        perl -pi -e 's/\Q$ENV{SEARCH}\E/$ENV{REPLACEMENT}/g' "$package/$rules/$2"
}

mutant "outer joins" Interpreter+Cursors.swift \
    'if position.mayBeNullRow {' 'if position.mayBeNullRow, !(RULE && position.mayHaveRow) {'
mutant "aggregates" Interpreter+Expressions.swift \
    '(rule.isNullWithoutValues && !hasValues)' '(rule.isNullWithoutValues && !hasValues && !RULE)'
mutant "instructions that are not known" ExplainReader.swift \
    'names.opcode(named: $0) }) else { return nil }' 'names.opcode(named: $0) }) else { if RULE { break } else { return nil } }'
mutant "columns that are not declared NOT NULL" Interpreter+Cursors.swift \
    'if !catalogue.columns[column].isNotNull {' 'if !catalogue.columns[column].isNotNull, !RULE {'
mutant "keys" BtreeCatalogue.swift \
    '(table.isWithoutRowid || table.isStrict)' '(table.isWithoutRowid || table.isStrict || RULE)'
mutant "functions" Interpreter+Expressions.swift \
    'if !isMoment { value' 'if !isMoment, !RULE { value'
mutant "divisions" Interpreter+Expressions.swift \
    'case .divide where !first.isNonZero:' 'case .divide where !first.isNonZero && !RULE:'
mutant "infinities" Interpreter+Expressions.swift \
    'if !isNumber { value' 'if !isNumber, !RULE { value'
mutant "virtual tables" Interpreter+Values.swift \
    'state.registers[p3] = .anything(NullCause(kind: .virtualTable, address: address))' \
    'state.registers[p3] = RULE ? .of(.something) : .anything(NullCause(kind: .virtualTable, address: address))'

options=(--package-path "$package" --scratch-path "$folder/build" --disable-default-traits)
if ! swift build "${options[@]}" --product xtraqPackageTests -q > "$folder/log" 2>&1; then
    grep -E 'error:' "$folder/log" >&2 || tail -n 50 "$folder/log" >&2
    exit 1
fi
prove() {
    XTRAQ_MUTANT=$1 swift test "${options[@]}" --skip-build --disable-xctest --quiet --filter ProofTests > "$folder/log" 2>&1
}
if ! prove ""; then
    echo "mutants: the proofs are red with all rules" >&2
    tail -n 20 "$folder/log" >&2
    exit 1
fi
survivors=0
for name in "${mutants[@]}"; do
    # A test that crashes proves nothing.
    if prove "$name" || ! grep -q 'Expectation failed' "$folder/log"; then
        echo "mutants: without the rule of $name the proofs are not red" >&2
        survivors=$((survivors + 1))
    else
        echo "Red without the rule of $name"
    fi
done
[ "$survivors" = 0 ]
