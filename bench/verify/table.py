"""Prints what `heed verify` came to on libraries: python3 table.py [--why] DIRECTORY COORDINATE..."""

import collections
import json
import pathlib
import re
import sys

COLUMNS = ["findings", "can be shown", "reached", "confirmed", "not reproduced", "seconds"]


def count(findings):
    """How many of the findings are what each column says."""
    shown = [f for f in findings if f.get("obstacle") != "not-shown-by-running"]
    verdicts = collections.Counter(f["verdict"] for f in shown)
    return {
        "findings": len(findings),
        "can be shown": len(shown),
        "reached": verdicts["confirmed"] + verdicts["not-reproduced"],
        "confirmed": verdicts["confirmed"],
        "not reproduced": verdicts["not-reproduced"],
    }


def kind(reason):
    """A reason without what it says of one place: names, numbers and messages."""
    text = re.sub(r"Called with made-up values, \S+(\([^)]*\))? does not", "The method does not", reason)
    text = re.sub(r"throws ([\w.]+).*", r"throws \1", text)
    return re.sub(r"[\w$]+(\.[\w$]+){2,}(\([^)]*\))?", lambda m: m[0] if "xception" in m[0] else "...", text)


def why(out, coordinates):
    """For each library what was in the way, most frequent first."""
    for coordinate in coordinates:
        artifact = coordinate.split(":")[1]
        file = out / (artifact + ".json")
        if not file.exists():
            continue
        reasons = collections.Counter()
        for finding in json.loads(file.read_text())["findings"]:
            if finding["verdict"] == "unconfirmed" and finding["obstacle"] != "not-shown-by-running":
                reasons[finding["obstacle"] + ": " + kind(finding["reason"])] += 1
        print(f"{coordinate}: {sum(reasons.values())} not reached")
        for reason, n in reasons.most_common():
            print(f"  {n:3} {reason}")


def main():
    if sys.argv[1] == "--why":
        why(pathlib.Path(sys.argv[2]), sys.argv[3:])
        return
    out = pathlib.Path(sys.argv[1])
    total = collections.Counter()
    obstacles = collections.Counter()
    synthetic = 0
    print("| library | " + " | ".join(COLUMNS) + " |")
    print("|---|" + "---:|" * len(COLUMNS))
    for coordinate in sys.argv[2:]:
        artifact = coordinate.split(":")[1]
        file = out / (artifact + ".json")
        if not file.exists():
            print(f"| {coordinate} | failed, see {artifact}.log |")
            continue
        findings = json.loads(file.read_text())["findings"]
        row = count(findings)
        row["seconds"] = int((out / (artifact + ".time")).read_text().split()[1])
        total.update(row)
        obstacles.update(f["obstacle"] for f in findings if "obstacle" in f)
        synthetic += sum(1 for f in findings if f.get("synthetic"))
        print(f"| {coordinate} | " + " | ".join(str(row[c]) for c in COLUMNS) + " |")
    print("| all | " + " | ".join(str(total[c]) for c in COLUMNS) + " |")
    if total["can be shown"]:
        print(f"\nreached: {100 * total['reached'] / total['can be shown']:.1f} % of what can be shown; "
              f"{synthetic} of them with an object that no constructor has made")
    print("in the way: " + ", ".join(f"{n} {o}" for o, n in obstacles.most_common()))


main()
