#!/usr/bin/env bash
# Writes the scripts in `assets` anew. Needs npm, and zopfli from Debian or PyPI. Try the pages in a browser afterwards:
# `.ci/browser/run`.
set -euo pipefail
cd "$(dirname "$0")/assets"
redoc=2.5.4
scalar=1.46.4
folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent "redoc@$redoc" "@scalar/api-reference@$scalar" >&2)
mkdir "$folder/redoc" "$folder/scalar"
tar xzf "$folder/redoc-$redoc.tgz" -C "$folder/redoc" --strip-components=1
tar xzf "$folder/scalar-api-reference-$scalar.tgz" -C "$folder/scalar" --strip-components=1
empty='data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E'
sed "s#https://cdn.redoc.ly/redoc/logo-mini.svg#$empty#" "$folder/redoc/bundles/redoc.standalone.js" |
    grep --invert-match '^//# sourceMappingURL' >redoc.standalone.js
cp "$folder/redoc/bundles/redoc.standalone.js.LICENSE.txt" .
cp "$folder/redoc/LICENSE" LICENSE-redoc
cp "$folder/scalar/dist/browser/standalone.js" scalar.standalone.js
zopfli --i5 redoc.standalone.js scalar.standalone.js
rm redoc.standalone.js scalar.standalone.js
