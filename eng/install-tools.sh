#!/usr/bin/env bash
# Installs what the slower checks need beyond the .NET SDK; does nothing where it is already there.
set -euo pipefail

missing=()

# mono-runtime alone lacks the netstandard facade that netstandard2.0 assemblies refer to; mono-devel has it.
command -v mono > /dev/null && [ -e /usr/lib/mono/4.5/Facades/netstandard.dll ] || missing+=(mono-devel)

# Native AOT links with clang or gcc, strips with objcopy and may link zlib.
command -v clang > /dev/null || command -v gcc > /dev/null || missing+=(gcc libc6-dev)
command -v objcopy > /dev/null || missing+=(binutils)
[ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)

command -v unzip > /dev/null || missing+=(unzip)

if [ ${#missing[@]} -eq 0 ]; then
  echo "nothing to install"
  exit 0
fi

echo "installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
