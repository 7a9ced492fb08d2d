#!/usr/bin/env bash
# Opens each package in artifacts/packages and checks that it holds what somebody who installs it expects.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

status=0
found=0
for package in artifacts/packages/*.nupkg; do
  [ -e "$package" ] || break
  found=$((found + 1))
  file=$(basename "$package" .nupkg)
  id=$(sed -E 's/\.[0-9]+\.[0-9]+\.[0-9]+.*$//' <<< "$file")
  entries=$(unzip -Z1 "$package")
  nuspec=$(unzip -p "$package" "$id.nuspec")
  wrong=()

  expect() { grep -qxF "$1" <<< "$entries" || wrong+=("no $1"); }
  declare_in_nuspec() { grep -qE "$1" <<< "$nuspec" || wrong+=("nuspec lacks $2"); }

  expect README.md
  expect icon.png
  declare_in_nuspec '<license type="expression">' 'a license expression'
  declare_in_nuspec '<readme>README.md</readme>' 'the readme'
  declare_in_nuspec '<icon>icon.png</icon>' 'the icon'
  declare_in_nuspec '<description>.{40,}</description>' 'a description of at least 40 characters'
  declare_in_nuspec '<tags>' 'tags'
  declare_in_nuspec '<repository [^>]*commit="[0-9a-f]{40}"' 'the commit it was built from'
  if grep -q 'packageType name="DotnetTool"' <<< "$nuspec"; then
    grep -qE '^tools/net10\.0/any/DotnetToolSettings\.xml$' <<< "$entries" || wrong+=("no tool settings for net10.0")
  else
    for framework in net10.0 netstandard2.0; do
      expect "lib/$framework/$id.dll"
      expect "lib/$framework/$id.xml"
    done
    symbols=${package%.nupkg}.snupkg
    if [ -e "$symbols" ]; then
      entries=$(unzip -Z1 "$symbols")
      for framework in net10.0 netstandard2.0; do expect "lib/$framework/$id.pdb"; done
    else
      wrong+=("no symbol package")
    fi
  fi

  # The domain carries makers' schedules and the table of VINs: a host ships all of it.
  if [ "$id" = StoreOps.Domain ]; then
    for framework in net10.0 netstandard2.0; do
      bytes=$(unzip -p "$package" "lib/$framework/$id.dll" | wc -c)
      [ "$bytes" -le 2097152 ] || wrong+=("lib/$framework/$id.dll has $bytes bytes; library and data are at most 2 MB")
    done
  fi

  if [ ${#wrong[@]} -eq 0 ]; then
    echo "ok - $file"
  else
    printf 'not ok - %s: %s\n' "$file" "$(IFS=';'; echo "${wrong[*]}")"
    status=1
  fi
done

if [ $found -eq 0 ]; then
  echo "not ok - artifacts/packages holds no package; run eng/pack.sh first"
  status=1
fi
exit $status
