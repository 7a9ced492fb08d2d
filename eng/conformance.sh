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
    nextbasket) echo "$data"/next-basket ;;
    odometer) echo "$data"/odometer_shippable.csv ;;
    *) return 1 ;;
  esac
}

# Reads "field: N of M right (P %)": all check digits and forms right, 95 % of makes, 98 % of years.
reaches_the_bar() {
  awk -F'[( ]+' '
    /right \(/ { name=$0; sub(/:.*/, "", name); match($0, /\([0-9.]+/); share=substr($0, RSTART+1, RLENGTH-1)+0; seen++
                  least = name=="make" ? 95 : name=="year" ? 98 : 100
                  if (share < least) low=1 }
    END { exit low || seen < 4 }'
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
  elif [ "$kind" = vin ] && reaches_the_bar < "$log/$kind.txt"; then
    # A VIN alone does not tell every make and year: Hyundai and Kia share an identifier, and some makers keep the year elsewhere.
    echo "ok - conformance vin, at or above the bar: $(tail -1 "$log/$kind.txt")"
  else
    echo "not ok - conformance $kind: $(tail -1 "$log/$kind.txt")"
    head -20 "$log/$kind.txt" | sed 's/^/    /'
    status=1
  fi
done
exit $status
