#!/usr/bin/env bash
# Runs every program under samples/ as a reader of the README would; each must end well and say something.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

status=0
mkdir -p artifacts/samples
for project in samples/*/*.*proj; do
  [ -e "$project" ] || { echo "no samples yet"; break; }
  name=$(basename "$(dirname "$project")")
  if dotnet run -c Release --project "$project" > "artifacts/samples/$name.txt" 2>&1 && [ -s "artifacts/samples/$name.txt" ]; then
    echo "ok - sample $name, $(wc -l < "artifacts/samples/$name.txt") lines"
  else
    echo "not ok - sample $name"
    tail -20 "artifacts/samples/$name.txt"
    status=1
  fi
done
exit $status
