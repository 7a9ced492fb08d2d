#!/usr/bin/env bash
# Conventions that no analyzer checks. Each finding is a line "file:line: what is wrong"; ends with status 1 if there is any.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

findings=0
report() { # WHAT, then "file:line:text" lines on standard input
  while IFS= read -r line; do
    findings=$((findings + 1))
    printf '%s  <- %s\n' "$(cut -c1-160 <<< "$line")" "$1"
  done
}

tracked() { git ls-files --cached --others --exclude-standard -- "$@" 2> /dev/null | while IFS= read -r file; do [ -f "$file" ] && echo "$file"; done; }
mapfile -t source < <(tracked 'src/*.cs')
mapfile -t code < <(tracked '*.cs' '*.fs')
mapfile -t text < <(tracked '*.cs' '*.fs' '*.md' '*.sh' '*.props' '*.targets' '*.csproj' '*.fsproj' '*.config' '.ci/*' '.editorconfig' '*.txt' |
  grep -vxF eng/conventions.sh)
mapfile -t results < <(tracked 'benchmarks/results/*.md')

# grep with no files would wait for standard input.
find_in() { # PATTERN FILE...
  local pattern=$1
  shift
  [ $# -eq 0 ] || grep -nHP -- "$pattern" "$@"
}

for file in "${source[@]}"; do
  lines=$(wc -l < "$file")
  [ "$lines" -le 300 ] || report "at most 300 lines: split by concern" <<< "$file:$lines:"
done

report "name it after what it is for" < <(
  find_in '\b(class|struct|record|interface|enum|type|module)\s+\w*(Helpers?|Utils?|Utility|Utilities|Managers?)\b' "${code[@]}"
  printf '%s\n' "${code[@]}" | grep -P '(Helpers?|Utils?|Utility|Utilities|Managers?)(\.\w+)?\.(cs|fs)$|/(Helpers?|Utils?|Common|Misc|Services|Models)/' |
    grep -vP '^(src/StoreOps.Recommend|tests/StoreOps.Recommend.Tests)/Models/' | sed 's/$/:1:/')

report "a TODO names its issue, as in TODO(#12)" < <(find_in '\b(TODO|FIXME|HACK)\b(?!\(#\d+\))' "${code[@]}")

report "a suppression says why: // reason on the same line" < <(find_in '#pragma warning disable(?!.*//\s*\S{3,})' "${code[@]}")
report "nullable stays on" < <(find_in '#nullable\s+disable' "${code[@]}")
report "a suppression says why: Justification" < <(find_in '\[(assembly: ?)?(Unconditional)?SuppressMessage\((?!.*Justification)' "${code[@]}")

report 'messages say "was", not "got"' < <(find_in '"[^"]*\b[Gg]ot\b[^"]*"' "${source[@]}")

mapfile -t neutral < <(printf '%s\n' "${source[@]}" | grep -v '/Localization/')
report "text for people stands in Localization/ or a data file" < <(find_in '[\x{3000}-\x{303f}\x{3400}-\x{9fff}\x{ff00}-\x{ffef}]' "${neutral[@]}")

report "absolute path of some machine" < <(find_in '(?<![\w.])/(work|home|root|Users|mnt|opt)/\w|(?<![\w/.])/tmp/\w|\b[A-Z]:\\\\?(Users|src|dev)\b' "${text[@]}")
report "speak about the code, not about how it came to be" < <(
  find_in '(?i)\b(this|the (last|previous|next)|earlier|another) (session|machine|workplace|sandbox)\b|\bworkplace\b|\bfield.notes\b|\bmy brief\b|\bas an ai\b' "${text[@]}")

for file in "${results[@]}"; do
  for line in Machine Commit; do
    grep -qE "^(- )?$line: \S" "$file" || report "a result names where it was measured" <<< "$file:1:no $line line"
  done
done

if [ $findings -gt 0 ]; then
  echo "$findings findings"
  exit 1
fi
