#!/usr/bin/env bash
# Changes the code of StoreOps.Domain in thousands of small ways and tells which changes no test notices.
#   eng/mutation.sh                          the rooms Vehicles and Maintenance: hours
#   eng/mutation.sh Vehicles 'Vehicles/Vin*.cs'   one room's tests against some of its files: minutes
# Mutates a copy of the tree, so that the work in hand can go on. The report is artifacts/mutation/reports/mutation-report.json.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=$PWD/artifacts/mutation
copy=$out/tree
rm -rf "$copy"
mkdir -p "$copy"
# BenchmarkDotNet refuses to run beside a second project of the same name, so the copy has none.
git ls-files --cached --others --exclude-standard -z -- . ':!benchmarks' | while IFS= read -r -d '' file; do
  [ ! -f "$file" ] || printf '%s\0' "$file"
done | xargs -0 cp --parents -t "$copy"

# The copy is not a checkout and needs none; its lock files and outputs are its own.
config=$copy/eng/stryker.json
arguments=()
if [ $# -gt 0 ]; then
  sed -i "s/\"coverage-analysis\"/\"test-case-filter\": \"FullyQualifiedName~Tests.$1.\",\n    &/; /\"mutate\"/d" "$config"
  shift
  for files in "$@"; do arguments+=(--mutate "$files"); done
fi

dotnet tool restore > /dev/null
cd "$copy/src/StoreOps.Domain"
dotnet stryker --config-file "$config" --output "$out" --skip-version-check --concurrency "${MUTATION_JOBS:-1}" "${arguments[@]}" |
  tail -n +10
python3 - "$out/reports/mutation-report.json" << 'PY'
import collections, json, sys

files = json.load(open(sys.argv[1], encoding="utf-8"))["files"]
for path, file in sorted(files.items()):
    count = collections.Counter(mutant["status"] for mutant in file["mutants"])
    killed = count["Killed"] + count["Timeout"]
    lived = [mutant for mutant in file["mutants"] if mutant["status"] in ("Survived", "NoCoverage")]
    if killed + len(lived) == 0:
        continue
    name = path.split("/StoreOps.Domain/")[-1]
    print(f"{name}: {killed} of {killed + len(lived)} noticed, {100 * killed / (killed + len(lived)):.0f} %")
    for mutant in lived:
        line = mutant["location"]["start"]["line"]
        print(f"    {name}:{line}: {mutant['status']}: {mutant['mutatorName']}: {mutant.get('replacement', '')}")
PY
