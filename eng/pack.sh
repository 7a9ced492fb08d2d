#!/usr/bin/env bash
# Packs every library and tool into a folder (default artifacts/packages), the same bytes for the same commit.
# Package validation runs inside pack: both target frameworks must offer the same API, and eng/baseline/ID.nupkg, where present,
# must not be broken.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$PWD/artifacts/${1:-packages}
export CI=true SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --pretty=%ct)}"

rm -rf "$folder"
dotnet pack StoreOps.Sdk.sln -c Release -p:PackageOutputPath="$folder"
