#!/usr/bin/env bash
# Packs a second time from nothing and compares every package with the first, byte for byte. Needs eng/pack.sh to have run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for project in src/*/; do
  name=$(basename "$project")
  rm -rf "artifacts/bin/$name" "artifacts/obj/$name"
done

eng/pack.sh packages-again > artifacts/pack-again.log 2>&1 || { tail -20 artifacts/pack-again.log; exit 1; }

status=0
for first in artifacts/packages/*.*nupkg; do
  name=$(basename "$first")
  if cmp -s "$first" "artifacts/packages-again/$name"; then
    echo "ok - $name $(sha256sum "$first" | cut -c1-16)"
  else
    echo "not ok - $name differs from a second build of the same commit"
    status=1
  fi
done
exit $status
