#!/usr/bin/env python3
"""Hold the findings on public source jars against the verdicts of people who read them.

  verdicts.py [--update] [--local] [COORDINATE...]   default: every list in bench/quality/verdicts

A list is bench/quality/verdicts/GROUP_ARTIFACT_VERSION.tsv with the columns
  fingerprint  heed/v1 of the finding: it survives moved lines
  rule, place  for the reader (path inside the jar, line)
  verdict      true | debatable | false | unread
  reason       in a few words, from the source
Findings without a verdict and verdicts without a finding are listed; with --update the list is rewritten, new findings as
"unread"; with --local only libraries are scanned of which the sources lie in the local Maven repository. Exit code: 0 all findings have a verdict, 1 some are unread, 2 the scan failed.
"""
import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COLUMNS = ["fingerprint", "rule", "place", "verdict", "reason"]


def scan(coordinate):
    """Findings of one library as (fingerprint, rule, place), in the order of the report."""
    out = HERE / "target" / (coordinate.replace(":", "_") + ".sarif")
    out.parent.mkdir(exist_ok=True)
    command = [str(ROOT / "heed"), "scan", "maven:" + coordinate, "--no-cache", "--quiet", "--format", "sarif", "--output", str(out)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"verdicts.py: heed failed on {coordinate} (exit {done.returncode})")
    run = json.loads(out.read_text(encoding="utf-8"))["runs"][0]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"].split("!/")[-1]
        prints = result.get("partialFingerprints", {})
        yield prints.get("heed/v1", "?"), result["ruleId"], f"{uri}:{place['region']['startLine']}"


def read(path):
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as f:
        return {row["fingerprint"]: row for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)}


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write("\t".join(COLUMNS) + "\n")
        for row in rows:
            f.write("\t".join(row[c] for c in COLUMNS) + "\n")


def is_local(coordinate):
    group, artifact, version = coordinate.split(":")
    place = pathlib.Path.home() / ".m2" / "repository" / group.replace(".", "/") / artifact / version
    return (place / f"{artifact}-{version}-sources.jar").exists()


def check(coordinate, update):
    path = HERE / "verdicts" / (coordinate.replace(":", "_") + ".tsv")
    known = read(path)
    counts = collections.Counter()
    rows, unread = [], []
    for fingerprint, rule, place in scan(coordinate):
        row = known.pop(fingerprint, None)
        verdict, reason = (row["verdict"], row["reason"]) if row else ("unread", "")
        counts[verdict] += 1
        rows.append(dict(zip(COLUMNS, [fingerprint, rule, place, verdict, reason])))
        if verdict == "unread":
            unread.append(f"{rule} {place}")
    judged = counts["true"] + counts["debatable"] + counts["false"]
    strict = 100 * counts["true"] / judged if judged else 0
    firm = counts["true"] + counts["false"]
    loose = 100 * counts["true"] / firm if firm else 0
    print(
        f"{coordinate}: {len(rows)} findings = {counts['true']} true + {counts['debatable']} debatable + "
        f"{counts['false']} false + {counts['unread']} unread; precision {strict:.0f}%, without the debatable {loose:.0f}%"
    )
    for line in unread:
        print("  unread:", line)
    for row in known.values():
        print("  gone:", row["rule"], row["place"], row["verdict"])
    if update:
        write(path, rows)
    return not unread


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--local", action="store_true")
    parser.add_argument("coordinates", nargs="*")
    args = parser.parse_args()
    listed = sorted(p.stem.replace("_", ":") for p in (HERE / "verdicts").glob("*.tsv"))
    wanted = [c for c in (args.coordinates or listed) if not args.local or is_local(c)]
    done = [check(c, args.update) for c in wanted]
    sys.exit(0 if all(done) else 1)


if __name__ == "__main__":
    main()
