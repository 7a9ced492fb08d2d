#!/usr/bin/env bash
# Installs the packed tool from artifacts/packages into a folder of its own, as a person would, and runs it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=artifacts/tool
version=$(sed -nE 's:.*<Version>([^<]+)</Version>.*:\1:p' Directory.Build.props | head -1)
rm -rf "$out"
mkdir -p "$out"
# A package cache of its own: a package packed again under the same version must not be shadowed by an older copy.
export NUGET_PACKAGES=$PWD/$out/packages

if ! dotnet tool install StoreOps.Cli --version "$version" --tool-path "$out/bin" --add-source "$PWD/artifacts/packages" > "$out/install.log" 2>&1; then
  echo "not ok - the tool does not install"
  tail -10 "$out/install.log"
  exit 1
fi

echo "ok - the tool installs"
status=0
run() { # STATUS TEXT ARGUMENT...
  local expected=$1 text=$2 actual=0
  shift 2
  "$out/bin/storeops" "$@" > "$out/printed.txt" 2>&1 || actual=$?
  if [ "$actual" -ne "$expected" ] || ! grep -qF -- "$text" "$out/printed.txt"; then
    echo "not ok - storeops $*: status $actual, not $expected, or no \"$text\""
    head -20 "$out/printed.txt"
    status=1
  else
    echo "ok - storeops $1 ends with $actual"
  fi
}

run 0 Tesla vin LRW3E1FA7PC872623
run 1 'should be 7' vin LRW3E1FA8PC872623
run 2 'position 17' vin LRW3E1FA7PC87262O
run 0 nissan-rogue receive --vin JN8BT3AB4SW412749 --model Rogue --registered 2024-11-15 --km 23450 --date 2026-11-23 --json
run 0 'no issues' pack check samples/Reception/Shop/rulepack.jsonc
run 0 '2 tests passed; no issues' pack check samples/VendorRulePack/Packs/huayuan-road.jsonc
run 0 '3 passed, 0 failed' pack test samples/VendorRulePack/Packs/zhengzhou-chain.jsonc
run 1 'constants/regularFrom' pack diff samples/VendorRulePack/Packs/auto-care.jsonc samples/VendorRulePack/Packs/huayuan-road.jsonc

# A hundred vehicles: oil each year, with a filter each other year.
{
  echo vehicle,family,in_service,date,km,part
  for vehicle in $(seq 100); do
    for year in 2022 2023 2024 2025; do
      echo "V$vehicle,A,2021-05-01,$year-06-$((10 + vehicle % 19)),$(((year - 2021) * 12000 + vehicle)),oil"
      [ $(((year + vehicle) % 2)) -eq 0 ] || echo "V$vehicle,A,2021-05-01,$year-06-$((10 + vehicle % 19)),,filter"
    done
  done
} > "$out/lines.csv"
run 0 '100 vehicles, 400 visits, 600 lines' train "$out/lines.csv" --out "$out/parts.model"
run 0 '依据：本车履历' recommend "$out/parts.model" --vehicle-lines "$out/lines.csv" --vehicle V7 --date 2026-06-23 --km 60000 --lang zh
run 0 'over global top' evaluate "$out/lines.csv" --split 2025-01-01 --html "$out/page.html"
exit $status
