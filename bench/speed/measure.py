"""Processes measured, figures summed up, tables written: what the commands of bench/speed share."""
import contextlib
import datetime
import os
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEED = ROOT / "heed"


class Failure(Exception):
    """What the user has to know in one sentence; the command ends with exit code 2."""


@dataclass(frozen=True)
class Sample:
    """One run of a process and of all that it started and waited for."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    rss: int  # bytes, the largest resident set of any one process
    code: int  # exit code; negative: ended by that signal
    timed_out: bool = False

    def plus(self, other):
        """This run and then the other one: times add up, the larger memory counts."""
        return Sample(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.rss, other.rss),
            self.code or other.code,
            self.timed_out or other.timed_out,
        )


def execute(command, log, env=None, timeout=900, cwd=None):
    """Runs a command to its end, both its streams into the file `log`, and says what it took.

    wait4 gives the kernel's own account of exactly this child and of the children that it waited for: no sampling, and no
    process in between. What outlives it (a background job) is not counted. The memory is never below that of this process, some 25 MB, of
    which a child begins as a copy.
    """
    command = [str(word) for word in command]
    late = threading.Event()
    with open(log, "wb") as out:
        start = time.perf_counter()
        try:
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env, cwd=cwd, start_new_session=True
            )
        except OSError as e:
            raise Failure(f"cannot run {command[0]}: {e.strerror}") from e

        def kill():
            late.set()
            end_group(child.pid)

        timer = threading.Timer(timeout, kill)
        timer.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
        except BaseException:
            end_group(child.pid)
            with contextlib.suppress(ChildProcessError):
                os.wait4(child.pid, 0)
            child.returncode = -signal.SIGKILL
            raise
        finally:
            timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait for it again.
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, child.returncode, late.is_set())


def end_group(pid):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def medians(samples):
    """Of each figure on its own; the exit code of the worst run."""
    return Sample(
        statistics.median(s.wall for s in samples),
        statistics.median(s.cpu for s in samples),
        int(statistics.median(s.rss for s in samples)),
        max((s.code for s in samples), key=abs),
        any(s.timed_out for s in samples),
    )


def java_home():
    """The JDK that everything here runs on: that of JAVA_HOME, else of the java in the PATH, as the launcher chooses."""
    home = os.environ.get("JAVA_HOME")
    if not home:
        found = subprocess.run(["sh", "-c", "command -v java"], capture_output=True, text=True).stdout.strip()
        if not found:
            raise Failure("no Java found; install a JDK, version 17 or later, or set JAVA_HOME")
        home = str(pathlib.Path(found).resolve().parent.parent)
    if not os.access(os.path.join(home, "bin", "javac"), os.X_OK):
        raise Failure(f"{home} has no compiler; set JAVA_HOME to a JDK, version 17 or later")
    return pathlib.Path(home)


def java_version(home):
    """As `17.0.15`, with the vendor's name where the JDK tells it."""
    release = home / "release"
    text = release.read_text(encoding="utf-8", errors="replace") if release.exists() else ""
    known = dict(re.findall(r'^(\w+)="(.*)"$', text, re.MULTILINE))
    return " ".join(filter(None, (known.get("JAVA_VERSION", "of unknown version"), known.get("IMPLEMENTOR"))))


def settled_environment(home, work):
    """The environment of all measured processes: nobody's own options, and caches in the work directory only."""
    env = {k: v for k, v in os.environ.items() if k not in ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")}
    env.update(JAVA_HOME=str(home), HEED_NO_BUILD="1", XDG_CACHE_HOME=str(work / "cache"), LC_ALL="C.UTF-8")
    env.pop("HEED_JAVA_OPTS", None)
    env.pop("HEED_NO_ARCHIVE", None)
    return env


def prepare_heed(env, work):
    """Builds Heed if its sources have changed, and lets the launcher make its class archive, if it has one."""
    building = {k: v for k, v in env.items() if k != "HEED_NO_BUILD"}
    done = subprocess.run([str(HEED), "--version"], env=building, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure("heed does not start:\n" + (done.stderr or done.stdout).strip())
    if "find_archive" in HEED.read_text(encoding="utf-8"):
        # It is made in the background, by a JVM of its own that must not run beside what is measured.
        until = time.monotonic() + 120
        cache = work / "cache" / "heed"
        while time.monotonic() < until and not (list(cache.glob("*.jsa")) and not list(cache.glob("*.lock"))):
            time.sleep(0.2)
        if not list(cache.glob("*.jsa")):
            say(f"note: no class archive came to be in {cache}; Heed starts without one.")
    return done.stdout.splitlines()[0].strip()


def heed_flags(env, work):
    """The options that the launcher gives the JVM for a scan, asked of the launcher itself."""
    fake = work / "fake-jdk"
    (fake / "bin").mkdir(parents=True, exist_ok=True)
    java = fake / "bin" / "java"
    java.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    java.chmod(0o755)
    (fake / "release").write_text('JAVA_VERSION="17.0.0"\n')
    asking = dict(env, JAVA_HOME=str(fake), HEED_NO_ARCHIVE="1")
    words = subprocess.run([str(HEED), "scan"], env=asking, capture_output=True, text=True).stdout.splitlines()
    if "-jar" not in words:
        raise Failure(f"cannot see with which options {HEED} runs java")
    return words[: words.index("-jar")]


def machine(home):
    """What a reader needs to know of the machine, as (name, value) rows."""
    model = "unknown"
    with contextlib.suppress(OSError):
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = " ".join(line.split(":", 1)[1].split())
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        ("date", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")),
        ("processor", f"{model}, {len(os.sched_getaffinity(0))} cores"),
        ("memory", f"{memory:.0f} GiB"),
        ("JDK", f"{java_version(home)}; by default {default_heap(home)}"),
        ("commit", commit()),
    ]


def default_heap(home):
    """What the JVM chooses where nobody tells it: the largest heap and the collector."""
    command = [str(home / "bin" / "java"), "-XX:+PrintFlagsFinal", "-version"]
    flags = subprocess.run(command, capture_output=True, text=True).stdout
    heap = re.search(r"\bMaxHeapSize\s*=\s*(\d+)", flags)
    collector = re.search(r"\bUse(\w+GC)\s*=\s*true", flags)
    size = f"-Xmx{int(heap[1]) >> 20}m" if heap else "an unknown heap"
    return f"{size}, {collector[1] if collector else 'an unknown collector'}"


def commit():
    done = subprocess.run(["git", "-C", str(ROOT), "describe", "--always", "--dirty"], capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def load():
    return os.getloadavg()[0]


def warn_of_load():
    if load() > 0.3 * len(os.sched_getaffinity(0)):
        say(f"note: the machine is busy (load {load():.1f}); compare figures within this run only.")


def markdown(header, rows):
    """A table; columns of numbers are aligned to the right."""
    numeric = [all(re.fullmatch(r"[-\d.,x%]*", row[i]) for row in rows) and i > 0 for i in range(len(header))]
    lines = [header, ["--:" if n else "---" for n in numeric], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def facts(rows):
    return "".join(f"- {name}: {value}\n" for name, value in rows)


def write_tsv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        for row in [header, *rows]:
            f.write("\t".join(str(v).replace("\t", " ") for v in row) + "\n")


def publish(report, path, page=None):
    """Prints a report and writes it to a file; and into a page, between the marks named like the file."""
    print(report)
    path.write_text(report, encoding="utf-8")
    say(f"written: {path}")
    if page is None:
        return
    begin, end = f"<!-- begin {path.stem} -->", f"<!-- end {path.stem} -->"
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        raise Failure(f"{page} has no place for the table: '{begin}' and then '{end}'")
    before, after = text[: text.index(begin)], text[text.index(end) :]
    page.write_text(f"{before}{begin}\n\n{report}\n{after}", encoding="utf-8")
    say(f"written: {page}")


def megabytes(rss):
    return f"{rss / 1e6:,.0f}"


def seconds(value):
    """Two digits after the point where they say something."""
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def ratio(value, base):
    if base <= 0:
        return ""
    found = value / base
    return f"{found:.1f}x" if found >= 0.1 else f"{found:.2f}x"


def say(text):
    print(text, file=sys.stderr, flush=True)


def interrupt(_signal, _frame):
    raise KeyboardInterrupt


def main(command):
    """Runs a command's body with one way to fail: a sentence on standard error and exit code 2."""
    name = pathlib.Path(sys.argv[0]).name
    # Whoever is told to end must end what it measures, too.
    signal.signal(signal.SIGTERM, interrupt)
    try:
        return command() or 0
    except Failure as e:
        say(f"{name}: {e}")
        return 2
    except KeyboardInterrupt:
        say(f"{name}: interrupted; what was measured so far is not reported.")
        return 130
    except BrokenPipeError:
        return 2
