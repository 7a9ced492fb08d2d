#!/usr/bin/env bash
# Restores the packed packages from a folder, as a vendor's program would, on four runtimes, runs each program and compares what they
# print, byte for byte, with the net10.0 program. With --packed, takes artifacts/packages as it is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "${1:-}" != --packed ]; then
  eng/pack.sh || exit 1
fi

consumers=tests/consumers
pack=samples/Reception/Shop/rulepack.jsonc
out=artifacts/consumers
# Extracted package files carry the time of the commit, so an incremental copy could keep an older assembly of the same size.
rm -rf "$out"/bin "$out"/obj "$out"/publish "$out"/output "$out"/packages/storeops.*
mkdir -p "$out/output"

status=0
# Runs a built program and compares what it prints.
same() { # WHAT NAME RUN...
  local what=$1 name=$2
  shift 2
  local printed=$out/output/$name.$what.txt log=$out/output/$name.$what.log
  if ! "$@" > "$printed" 2> "$log"; then
    echo "not ok - $name fails when it runs: $what"
    head -20 "$log"
    status=1
  elif [ ! -s "$printed" ]; then
    echo "not ok - $name prints nothing: $what"
    status=1
  elif ! cmp -s "$out/output/Net10Console.$what.txt" "$printed"; then
    echo "not ok - $name prints something else than Net10Console: $what"
    diff "$out/output/Net10Console.$what.txt" "$printed" | head -10 | cut -c1-300
    status=1
  else
    echo "ok - $name prints the same $(wc -c < "$printed") bytes: $what"
  fi
}

consumer() { # NAME BUILD-VERB RUN...
  local name=$1 verb=$2
  shift 2
  local log=$out/output/$name.log
  if ! dotnet "$verb" "$consumers/$name" -c Release --nologo > "$log" 2>&1; then
    echo "not ok - $name does not build"
    grep -E 'error|warning' "$log" | sort -u | head -10
    status=1
    return
  fi
  same reception "$name" "$@"
  # The F# program receives a car only. The others also learn a model and rank by it, told as the bits of every number, and plan by every
  # embedded schedule: statuses, visits, fleets, odometers and misread VINs.
  if [ "$name" != FSharpConsole ]; then
    same parts "$name" "$@" --parts
    same maintenance "$name" "$@" --maintenance
  fi
}

consumer Net10Console build dotnet "$out/bin/Net10Console/release/Net10Console.dll" "$pack"
consumer Net472Console build mono "$out/bin/Net472Console/release/Net472Console.exe" "$pack"
consumer NativeAot publish "$out/publish/NativeAot/release/NativeAot" "$pack"
consumer FSharpConsole build dotnet "$out/bin/FSharpConsole/release/FSharpConsole.dll" "$pack"
exit $status
