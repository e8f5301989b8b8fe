"""Compares two runs of `heed verify` on the same libraries: python3 twice.py DIRECTORY COORDINATE..."""

import json
import pathlib
import sys


def findings(file):
    """By what names a finding in both runs: several of a kind in one place are told apart by their order."""
    named = {}
    for finding in json.loads(file.read_text())["findings"]:
        place = (finding["file"], finding["line"], finding["column"], finding["rule"])
        named.setdefault(place, []).append(finding)
    return {place + (i,): one for place, several in named.items() for i, one in enumerate(several)}


def came_to(finding):
    return finding["verdict"] + (" (" + finding["obstacle"] + ")" if "obstacle" in finding else "")


def main():
    out = pathlib.Path(sys.argv[1])
    differ = 0
    for coordinate in sys.argv[2:]:
        artifact = coordinate.split(":")[1]
        files = [out / (artifact + suffix) for suffix in (".json", ".again.json")]
        if not all(file.exists() for file in files):
            print(f"{coordinate}: failed, see {artifact}.log")
            differ += 1
            continue
        first, second = map(findings, files)
        timed_out = 0
        others = 0
        for place in sorted(first.keys() | second.keys()):
            one, two = first.get(place), second.get(place)
            if one is None or two is None:
                print(f"{place[0]}:{place[1]}: {place[3]}: only in one run")
                others += 1
            elif one["verdict"] != two["verdict"]:
                is_time = "timed-out" in (one.get("obstacle"), two.get("obstacle"))
                timed_out += is_time
                others += not is_time
                print(f"{place[0]}:{place[1]}: {place[3]}: {came_to(one)}, then {came_to(two)}")
        print(f"{coordinate}: {len(first)} findings, {timed_out + others} with another verdict, "
              f"{timed_out} of them for want of time")
        differ += others
    sys.exit(1 if differ else 0)


main()
