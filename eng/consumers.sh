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
consumer() { # NAME BUILD-VERB RUN...
  local name=$1 verb=$2
  shift 2
  local log=$out/output/$name.log printed=$out/output/$name.txt
  if ! dotnet "$verb" "$consumers/$name" -c Release --nologo > "$log" 2>&1; then
    echo "not ok - $name does not build"
    grep -E 'error|warning' "$log" | sort -u | head -10
    status=1
  elif ! "$@" > "$printed" 2> "$log"; then
    echo "not ok - $name fails when it runs"
    head -20 "$log"
    status=1
  elif [ ! -s "$printed" ]; then
    echo "not ok - $name prints nothing"
    status=1
  elif ! cmp -s "$out/output/Net10Console.txt" "$printed"; then
    echo "not ok - $name prints something else than Net10Console"
    diff "$out/output/Net10Console.txt" "$printed" | head -10
    status=1
  else
    echo "ok - $name prints the same $(wc -c < "$printed") bytes"
  fi
}

consumer Net10Console build dotnet "$out/bin/Net10Console/release/Net10Console.dll" "$pack"
consumer Net472Console build mono "$out/bin/Net472Console/release/Net472Console.exe" "$pack"
consumer NativeAot publish "$out/publish/NativeAot/release/NativeAot" "$pack"
consumer FSharpConsole build dotnet "$out/bin/FSharpConsole/release/FSharpConsole.dll" "$pack"

# The same again for the ranking of parts: the model's bytes and the bits of every chance.
parts() { # NAME RUN...
  local name=$1 printed=$out/output/$1.parts.txt
  shift
  if ! "$@" > "$printed" 2> "$out/output/$name.parts.log" || [ ! -s "$printed" ]; then
    echo "not ok - $name ranks no parts"
    head -10 "$out/output/$name.parts.log"
    status=1
  elif ! cmp -s "$out/output/Net10Console.parts.txt" "$printed"; then
    echo "not ok - $name learns or ranks otherwise than Net10Console"
    diff "$out/output/Net10Console.parts.txt" "$printed" | head -4 | cut -c1-200
    status=1
  else
    echo "ok - $name learns and ranks parts alike, $(wc -c < "$printed") bytes"
  fi
}

parts Net10Console dotnet "$out/bin/Net10Console/release/Net10Console.dll" "$pack" --parts
parts Net472Console mono "$out/bin/Net472Console/release/Net472Console.exe" "$pack" --parts
parts NativeAot "$out/publish/NativeAot/release/NativeAot" "$pack" --parts
exit $status
