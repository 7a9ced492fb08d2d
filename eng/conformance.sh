#!/usr/bin/env bash
# Runs the cases that nobody here wrote. The program itself says which kinds it can check ("kinds" prints one a line), so that a kind
# added there and forgotten here is found.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=tests/StoreOps.Conformance
data=${STOREOPS_SHARED_DATA:-../shared/data}
if [ ! -e "$project" ]; then
  echo "no conformance program yet"
  exit 0
elif [ ! -d "$data" ]; then
  echo "skipped: no case files; STOREOPS_SHARED_DATA names their folder"
  exit 0
fi

files() {
  case $1 in
    pricing) echo "$data"/pricing-cases.json ;;
    commission) echo "$data"/commission-cases.json ;;
    vin) echo "$data"/vins.json ;;
    schedule) echo "$data"/schedules/*.json ;;
    btyd) echo "$data"/btyd-vectors.json ;;
    cel) echo "$data"/cel-cases.json ;;
    kpi) echo "$data"/kpi-cases.json ;;
    leaderboard) echo "$data"/leaderboard-cases.json ;;
    attribution) echo "$data"/attribution-cases.json ;;
    inventory) echo "$data"/inventory-cases.json ;;
    identity) echo "$data"/febrl/*.csv ;;
    nextbasket) echo "$data"/next-basket/published-and-measured.json ;;
    odometer) echo "$data"/odometer_shippable.csv ;;
    *) return 1 ;;
  esac
}

log=artifacts/conformance
mkdir -p "$log"
dotnet build -c Release --nologo -v quiet "$project" || exit 1
program=artifacts/bin/StoreOps.Conformance/release/StoreOps.Conformance.dll
kinds=$(dotnet "$program" kinds) && [ -n "$kinds" ] || { echo "not ok - the conformance program names no kinds"; exit 1; }

status=0
for kind in $kinds; do
  # File names of the case files hold no spaces.
  if ! chosen=$(files "$kind"); then
    echo "not ok - conformance $kind: eng/conformance.sh knows no files for it"
    status=1
  elif dotnet "$program" "$kind" $chosen > "$log/$kind.txt" 2>&1; then
    echo "ok - conformance $kind: $(tail -1 "$log/$kind.txt")"
  else
    echo "not ok - conformance $kind: $(tail -1 "$log/$kind.txt")"
    head -20 "$log/$kind.txt" | sed 's/^/    /'
    status=1
  fi
done
exit $status
