#!/bin/sh
# Scores Heed on real bug fixes: does it flag the bug, and is it silent on the fix?
#
#   bench/quality/bugs.sh --bugs DIR --clones DIR [score.py options]
#
# DIR of --bugs holds bugs.tsv, handlers.tsv, extract.py and score.py; DIR of --clones the git repositories named there, as
# OWNER+NAME. The extracted sources belong to their projects: they are written below bench/quality/target, never committed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bugs= clones=
while [ $# -gt 0 ]; do
  case $1 in
    --bugs) bugs=$2; shift 2 ;;
    --clones) clones=$2; shift 2 ;;
    *) break ;;
  esac
done
if [ -z "$bugs" ] || [ -z "$clones" ]; then
  echo "bugs.sh: usage: bench/quality/bugs.sh --bugs DIR --clones DIR [score.py options]" >&2
  exit 2
fi
out=$here/target/bugs
mkdir -p "$out/src"
python3 "$bugs/extract.py" --clones "$clones" --out "$out/src"
cd "$out/src"
code=0
"$root/heed" scan . --no-cache --quiet --no-gitignore --format sarif --output "$out/bugs.sarif" || code=$?
if [ "$code" -gt 1 ] && [ "$code" -ne 3 ]; then
  echo "bugs.sh: heed failed (exit $code)" >&2
  exit 2
fi
python3 "$bugs/score.py" --sarif "$out/bugs.sarif" --class-rules "$here/class-rules.json" "$@"
python3 "$bugs/score.py" --handlers "$out/bugs.sarif"
