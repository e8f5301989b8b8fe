"""How Heed and its peers are run over the same sources."""
import random
import re
import shutil
import subprocess
from dataclasses import dataclass, field, replace

from inputs import classpath_of, pom
from measure import HEED, HERE, Failure, execute, heed_flags, say

PMD_VERSION = "7.20.0"
ERROR_PRONE_VERSION = "2.42.0"
SPOTBUGS_VERSION = "4.9.8"

# Every peer must find this; one that does not is called wrongly, and its figures would mean nothing.
CANARY = """class Canary {
    void run() {
        try {
            Thread.sleep(1);
        } catch (Exception e) {
        }
    }

    synchronized void hold() throws InterruptedException {
        Thread.sleep(1);
    }
}
"""

# What Error Prone's installation page asks of the compiler's JVM.
EXPORTS = [
    f"-J--add-exports=jdk.compiler/com.sun.tools.javac.{name}=ALL-UNNAMED"
    for name in ("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util")
]
OPENS = [f"-J--add-opens=jdk.compiler/com.sun.tools.javac.{name}=ALL-UNNAMED" for name in ("code", "comp")]

# The detectors nearest to lost interrupts and skipped cleanup in SpotBugs' list of bug descriptions: DE, REC, STI, SWL, UL.
DETECTORS = (
    "DroppedException", "RuntimeExceptionCapture", "SuspiciousThreadInterrupted", "FindSleepWithLockHeld", "FindUnreleasedLock",
)


@dataclass(frozen=True)
class Input:
    """What is analyzed in one go."""

    sources: list  # directories
    files: list  # the .java files below them
    jars: list  # the class files of the same libraries
    classpath: list  # jars that the sources compile with; empty if nobody asked for them


@dataclass
class Context:
    work: object
    home: object  # of the JDK
    env: dict
    offline: bool = False
    give_classpath: bool = False
    heed_options: list = field(default_factory=list)
    java_options: dict = field(default_factory=dict)  # by tool, on top of what it recommends


class Tool:
    """One way to analyze. `parts` splits the input where it cannot be taken in one go."""

    name = ""
    label = ""
    clean_codes = (0,)

    def __init__(self, context):
        self.context = context
        self.env = dict(context.env)
        self.out = context.work / "out"
        self.out.mkdir(parents=True, exist_ok=True)

    def prepare(self, parts):
        """Fetches the tool, and decides how it takes the input; not measured."""

    def parts(self, parts):
        return [joined(parts)]

    def command(self, part, report):
        raise NotImplementedError

    def settings(self):
        """JVM options and what else differs from calling it bare."""
        return "JVM defaults" + self.added()

    def version(self):
        raise NotImplementedError

    def findings(self, report, log):
        """How many, and a note on what went wrong or None."""
        raise NotImplementedError

    def added(self):
        options = self.context.java_options.get(self.name, [])
        return ", " + " ".join(options) if options else ""

    def java(self, *options):
        return [self.context.home / "bin" / "java", *options, *self.context.java_options.get(self.name, [])]

    def run(self, parts, timeout):
        """One measured run over the whole input: (sample, findings, notes)."""
        total, found, notes = None, 0, []
        for number, part in enumerate(self.parts(parts)):
            report, log = self.out / f"{self.name}-{number}.txt", self.out / f"{self.name}-{number}.log"
            report.unlink(missing_ok=True)
            sample = execute(self.command(part, report), log, self.env, timeout)
            total = total.plus(sample) if total else sample
            if sample.timed_out:
                notes.append(f"killed after {timeout:g} s")
            elif sample.code not in self.clean_codes:
                notes.append(self.failure(sample.code, log))
            count, note = self.findings(report, log)
            found += count
            if note:
                notes.append(note)
        return total, found, notes

    def did_its_work(self, sample):
        return not sample.timed_out and sample.code in self.clean_codes

    def failure(self, code, log):
        if "OutOfMemoryError" in text(log):
            return "out of memory"
        return f"exit code {code} (see {log.relative_to(self.context.work)})"

    def check(self, canary):
        """Fails unless the tool finds what it must find."""
        _, found, notes = self.run([canary], timeout=300)
        if found == 0:
            raise Failure(f"{self.label} finds nothing in the canary program: {'; '.join(notes) or 'no reason told'}")


class Heed(Tool):
    name = "heed"
    label = "Heed"
    clean_codes = (0, 1, 3)
    cache = ()

    def prepare(self, parts):
        if self.context.java_options.get("heed"):
            self.env["HEED_JAVA_OPTS"] = " ".join(self.context.java_options["heed"])
        done = subprocess.run(
            [str(HEED), "scan", "--help"], env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        self.help = done.stdout
        if "--no-cache" in self.help:
            self.cache = ("--no-cache",)

    def command(self, part, report):
        command = [HEED, "scan", *part.sources, "--no-gitignore", "--quiet", "--format", "concise", "--output", report]
        if "--isolated" in self.help:
            command.append("--isolated")
        if self.context.give_classpath:
            command += ["--classpath", ":".join(part.classpath)]
        return [*command, *self.cache, *self.context.heed_options]

    def settings(self):
        flags = [f for f in heed_flags(self.env, self.context.work) if not f.startswith("-Dheed.terminal")]
        # The directory of the cache is this machine's affair.
        cache = ["a cache of its own"] if "--cache-dir" in self.cache else [f"`{' '.join(self.cache)}`"]
        given = [f"`{' '.join(self.context.heed_options)}`"] if self.context.heed_options else []
        archive = " and its class archive" if list((self.context.work / "cache" / "heed").glob("*.jsa")) else ""
        return "`" + " ".join(flags) + f"`{archive} (its launcher's), " + ", ".join(cache + given)

    def version(self):
        done = subprocess.run([str(HEED), "--version"], env=self.env, capture_output=True, text=True)
        words = done.stdout.split()
        return words[1] if len(words) > 1 else "of unknown version"

    def findings(self, report, log):
        found = sum(1 for line in text(report).splitlines() if re.search(r":\d+:\d+: ", line))
        unread = [line for line in text(log).splitlines() if "could not" in line or "not analyzed" in line]
        return found, f"{len(unread)} notices of unread input" if unread else None


class WarmHeed(Heed):
    """A second scan of the same input, with the cache that the first one left."""

    name = "heed-warm"
    label = "Heed, warm"

    def prepare(self, parts):
        super().prepare(parts)
        if "--cache-dir" not in self.help:
            raise Failure(f"this Heed has no cache (no --cache-dir in its help): leave out {self.name}")
        directory = self.context.work / f"{self.name}-cache"
        shutil.rmtree(directory, ignore_errors=True)
        self.cache = ("--cache-dir", str(directory))
        self.run(parts, timeout=900)


class EditedHeed(WarmHeed):
    """A scan after a statement was written into one more file, with the cache that the scan before left."""

    name = "heed-edited"
    label = "Heed, one body edited"
    # What stands so deep is in a body, but for members of nested types.
    behind = re.compile(r";\n(?= {8})")
    statement = "        System.nanoTime();\n"

    def prepare(self, parts):
        self.given, self.copies, self.files = parts, [], []
        copies = self.context.work / "edited"
        shutil.rmtree(copies, ignore_errors=True)
        for number, part in enumerate(parts):
            sources = []
            for source in part.sources:
                sources.append(copies / str(number) / source.name)
                shutil.copytree(source, sources[-1])
                self.files += sorted(sources[-1].rglob("*.java"))
            self.copies.append(replace(part, sources=sources))
        random.Random(1).shuffle(self.files)
        super().prepare(self.copies)

    def run(self, parts, timeout):
        if parts is not self.given:
            return super().run(parts, timeout)
        self.edit()
        return super().run(self.copies, timeout)

    def edit(self):
        while True:
            file = self.files.pop()
            content = text(file)
            places = [match.end() for match in self.behind.finditer(content)]
            if places:
                place = places[len(places) // 2]
                file.write_text(content[:place] + self.statement + content[place:], encoding="utf-8")
                return


class Pmd(Tool):
    name = "pmd"
    label = "PMD"
    clean_codes = (0, 4, 5)
    rules = HERE / "pmd-rules.xml"

    def prepare(self, parts):
        wanted = [f"net.sourceforge.pmd:{artifact}:{PMD_VERSION}" for artifact in ("pmd-cli", "pmd-java")]
        self.jars = peer(self.context, self.name, wanted)

    def command(self, part, report):
        command = self.java("-cp", ":".join(self.jars), "net.sourceforge.pmd.cli.PmdCli", "check", "--no-cache", "--no-progress")
        command += ["--threads", "1C", "--rulesets", self.rules, "--format", "text", "--report-file", report]
        for directory in part.sources:
            command += ["--dir", directory]
        if self.context.give_classpath:
            command += ["--aux-classpath", ":".join(part.classpath)]
        return command

    def settings(self):
        names = re.findall(r'ref="[^"]*/(\w+)"', self.rules.read_text(encoding="utf-8"))
        return f"JVM defaults (its script sets none){self.added()}, a thread for each core, no cache, rules {', '.join(names)}"

    def version(self):
        return PMD_VERSION

    def findings(self, report, log):
        lines = text(report).splitlines()
        broken = sum(1 for line in lines if "\t-\t" in line)
        note = f"{broken} processing errors" if broken else None
        return len([line for line in lines if line.strip()]) - broken, note


class ErrorProne(Tool):
    name = "errorprone"
    label = "javac + Error Prone"

    def prepare(self, parts):
        self.jars = peer(self.context, self.name, [f"com.google.errorprone:error_prone_core:{ERROR_PRONE_VERSION}"])
        self.joined = True

    def decide(self, parts):
        """One javac over all is cheapest, if their class paths agree; else one javac for each, added up."""
        if len(parts) > 1:
            say("trying whether javac takes all libraries in one go ...")
            _, _, notes = self.run(parts, timeout=900)
            self.joined = not notes
            if notes:
                say("note: it does not (" + "; ".join(notes) + "); one javac for each library, added up.")

    def parts(self, parts):
        return [joined(parts)] if self.joined else parts

    def command(self, part, report):
        arguments = self.out / f"{report.stem}.args"
        arguments.write_text("".join(f'"{file}"\n' for file in part.files), encoding="utf-8")
        options = [f"-J{option}" for option in self.context.java_options.get(self.name, [])]
        return [
            self.context.home / "bin" / "javac", *EXPORTS, *OPENS, *options, "-encoding", "UTF-8", "-proc:none",
            "-Xmaxerrs", "1000000", "-Xmaxwarns", "1000000", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW",
            "--should-stop=ifNoError=FLOW", "-processorpath", ":".join(self.jars),
            "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:InterruptedExceptionSwallowed:WARN",
            "-classpath", ":".join(part.classpath), "-d", self.out / "classes", f"@{arguments}",
        ]  # fmt: skip

    def settings(self):
        how = "one javac for all libraries" if self.joined else "one javac for each library, added up"
        return (
            f"JVM defaults with the exports that it asks for{self.added()}, `-proc:none`, no class files written, only "
            f"InterruptedExceptionSwallowed, {how}"
        )

    def version(self):
        return ERROR_PRONE_VERSION

    def findings(self, report, log):
        told = text(log)
        errors = len(re.findall(r": error: ", told))
        # Error Prone says nothing of classes that do not compile.
        note = f"{errors} compile errors" if errors else None
        return told.count("warning: [InterruptedExceptionSwallowed]"), note

    def failure(self, code, log):
        return "out of memory" if "OutOfMemoryError" in text(log) else f"exit code {code}"


class SpotBugs(Tool):
    name = "spotbugs"
    label = "SpotBugs (class files)"

    def prepare(self, parts):
        self.jars = peer(self.context, self.name, [f"com.github.spotbugs:spotbugs:{SPOTBUGS_VERSION}"])

    def command(self, part, report):
        auxiliary = self.out / f"{report.stem}.aux"
        auxiliary.write_text("\n".join(part.classpath) + "\n", encoding="utf-8")
        return [
            *self.java("-Xmx768m"), "-cp", ":".join(self.jars), "edu.umd.cs.findbugs.FindBugs2", "-low",
            "-effort:default", "-visitors", ",".join(DETECTORS), "-auxclasspathFromFile", auxiliary, "-emacs",
            "-output", report, *part.jars,
        ]  # fmt: skip

    def settings(self):
        return f"`-Xmx768m` (its script's default){self.added()}, default effort, detectors {', '.join(DETECTORS)}"

    def version(self):
        return SPOTBUGS_VERSION

    def findings(self, report, log):
        found = len(re.findall(r"^\S.*:\d+:\d+ ", text(report), re.MULTILINE))
        missing = re.search(r"missing classes|OutOfMemory|Exception analyzing", text(log))
        return found, "not all of its classes were found" if missing and "missing" in missing[0] else None


ALL = {tool.name: tool for tool in (Heed, WarmHeed, EditedHeed, Pmd, ErrorProne, SpotBugs)}


def joined(parts):
    if len(parts) == 1:
        return parts[0]

    def together(lists):
        return list(dict.fromkeys(item for items in lists for item in items))

    return Input(
        together(p.sources for p in parts), together(p.files for p in parts), together(p.jars for p in parts),
        together(p.classpath for p in parts),
    )  # fmt: skip


def peer(context, name, coordinates):
    """The class path of a tool, resolved once for each version."""
    kept = context.work / "peers" / ("+".join(coordinates).replace(":", "_") + ".classpath")
    if not kept.exists():
        say(f"fetching {', '.join(coordinates)} ...")
        jars = classpath_of(context.work, pom(context.work, name, coordinates), name, ("runtime",), context.offline)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text("\n".join(jars), encoding="utf-8")
    return kept.read_text(encoding="utf-8").splitlines()


def canary(context):
    """The program that every tool must find something in, as sources and as a jar."""
    base = context.work / "canary"
    source, classes = base / "src" / "Canary.java", base / "classes"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(CANARY, encoding="utf-8")
    command = [str(context.home / "bin" / "javac"), "-proc:none", "-d", str(classes), str(source)]
    done = subprocess.run(command, env=context.env, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"javac does not work: {done.stderr.strip()}")
    return Input([source.parent], [source], [classes], [])


def text(path):
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
