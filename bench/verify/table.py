"""Prints what `heed verify` came to on libraries: python3 table.py DIRECTORY COORDINATE..."""

import collections
import json
import pathlib
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


def main():
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
