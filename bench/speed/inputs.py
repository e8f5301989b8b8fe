"""Sources and class files of libraries, fetched by Maven into the work directory."""
import pathlib
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from measure import HERE, Failure, say

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"


@dataclass(frozen=True)
class Library:
    group: str
    artifact: str
    version: str
    base: pathlib.Path  # all that belongs to it is below this directory

    @property
    def coordinate(self):
        return f"{self.group}:{self.artifact}:{self.version}"

    @property
    def sources(self):
        return self.base / "src"

    @property
    def jar(self):
        return self.base / "classes.jar"

    def files(self):
        return sorted(self.sources.rglob("*.java"))

    def classpath(self):
        """What the sources need to compile; the library's own jar comes last, for classes that its build generates."""
        return (self.base / "classpath").read_text(encoding="utf-8").splitlines()


def library(coordinate, work):
    parts = coordinate.split(":")
    if len(parts) != 3 or not all(re.fullmatch(r"[\w.\-]+", part) for part in parts):
        raise Failure(f"'{coordinate}' is no GROUP:ARTIFACT:VERSION")
    return Library(*parts, work / "inputs" / coordinate.replace(":", "_"))


def maven(work, what, *arguments, offline=False):
    """Runs Maven; a failure is told in its own first words."""
    (work / "logs").mkdir(parents=True, exist_ok=True)
    command = ["mvn", "-B", "-q", *(["-o"] if offline else []), *arguments]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=work)
    except FileNotFoundError as e:
        raise Failure("Maven is needed to fetch the libraries and the peers; install it") from e
    (work / "logs" / "maven.log").write_text(" ".join(command) + "\n" + done.stdout + done.stderr, encoding="utf-8")
    if done.returncode != 0:
        plain = re.sub(r"\x1b\[[\d;]*m", "", done.stdout)
        told = [line.split("[ERROR]", 1)[1].strip() for line in plain.splitlines() if "[ERROR]" in line]
        raise Failure(f"Maven could not fetch {what}: {told[0][:300] if told else 'see logs/maven.log in the work directory'}")


def pom(work, name, dependencies=(), copies=()):
    """Writes a POM with these dependencies, and (coordinate, classifier, directory, file name) for dependency:copy."""

    def element(coordinate):
        group, artifact, version = coordinate.split(":")
        names = ("groupId", group), ("artifactId", artifact), ("version", version)
        return "".join(f"<{tag}>{escape(value)}</{tag}>" for tag, value in names)

    wanted = "".join(f"<dependency>{element(c)}</dependency>" for c in dependencies)
    items = "".join(
        f"<artifactItem>{element(c)}<classifier>{classifier}</classifier>"
        f"<outputDirectory>{escape(str(directory))}</outputDirectory><destFileName>{file}</destFileName></artifactItem>"
        for c, classifier, directory, file in copies
    )
    plugin = ""
    if items:
        group, artifact, version = PLUGIN.split(":")
        plugin = (
            f"<build><plugins><plugin>{element(':'.join((group, artifact, version)))}"
            f"<configuration><artifactItems>{items}</artifactItems></configuration></plugin></plugins></build>"
        )
    path = work / "poms" / name / "pom.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        f"<groupId>dev.heed.bench</groupId><artifactId>{name}</artifactId><version>1</version><packaging>pom</packaging>"
        f"<dependencies>{wanted}</dependencies>{plugin}</project>\n",
        encoding="utf-8",
    )
    return path


def classpath_of(work, pom_file, what, scopes=("compile", "runtime"), offline=False):
    """Jars of a POM's dependencies, in Maven's order."""
    found = {}
    out = work / "logs" / "classpath"
    for scope in scopes:
        out.unlink(missing_ok=True)
        maven(
            work, what, "-f", str(pom_file), f"{PLUGIN}:build-classpath", f"-DincludeScope={scope}",
            f"-Dmdep.outputFile={out}", offline=offline,
        )
        text = out.read_text(encoding="utf-8") if out.exists() else ""
        found.update(dict.fromkeys(filter(None, text.strip().split(":"))))
    return list(found)


def fetch_sources(libraries, work, offline=False):
    """Unpacks the .java files of all libraries, those fetched before excepted."""
    missing = [lib for lib in libraries if not (lib.base / "unpacked").exists()]
    if missing:
        say(f"fetching the sources of {len(missing)} libraries ...")
        copies = [(lib.coordinate, "sources", lib.base, "sources.jar") for lib in missing]
        file = pom(work, "sources", copies=copies)
        maven(work, "sources", "-f", str(file), f"{PLUGIN}:copy", offline=offline)
    for lib in missing:
        shutil.rmtree(lib.sources, ignore_errors=True)
        unpack(lib.base / "sources.jar", lib.sources)
        (lib.base / "unpacked").touch()
    for lib in libraries:
        if not lib.files():
            raise Failure(f"the sources jar of {lib.coordinate} holds no .java file")


def unpack(jar, target):
    """The .java files of a jar. Left out: module declarations, which would make javac see modules, and what stands in
    META-INF, such as other versions of the same classes."""
    with zipfile.ZipFile(jar) as archive:
        for entry in archive.infolist():
            parts = entry.filename.split("/")
            if not entry.filename.endswith(".java") or parts[-1] == "module-info.java" or parts[0] == "META-INF":
                continue
            if ".." in parts or "" in parts:
                raise Failure(f"{jar} has an entry outside of itself: {entry.filename}")
            path = target.joinpath(*parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(entry))


def fetch_classes(libraries, work, offline=False):
    """Class files of all libraries, and class paths that their sources compile with."""
    extra = extra_dependencies()
    for lib in libraries:
        if (lib.base / "classpath").exists():
            continue
        say(f"resolving what {lib.coordinate} compiles with ...")
        copies = [(lib.coordinate, "", lib.base, "classes.jar")]
        maven(work, lib.coordinate, "-f", str(pom(work, "classes", copies=copies)), f"{PLUGIN}:copy", offline=offline)
        jars = own_classpath(lib, work, offline)
        if lib.coordinate in extra:
            file = pom(work, "extra", dependencies=extra[lib.coordinate])
            jars += classpath_of(work, file, f"what {lib.coordinate} compiles with", ("compile",), offline)
        jars.append(str(lib.jar))
        (lib.base / "classpath").write_text("\n".join(dict.fromkeys(jars)) + "\n", encoding="utf-8")


def own_classpath(lib, work, offline):
    """By the library's own POM, which also names what is optional or provided; else by what a user of it gets."""
    try:
        maven(
            work, f"the POM of {lib.coordinate}", f"{PLUGIN}:copy", f"-Dartifact={lib.coordinate}:pom",
            f"-DoutputDirectory={lib.base}", offline=offline,
        )
        file = lib.base / f"{lib.artifact}-{lib.version}.pom"
        return classpath_of(work, file, f"what {lib.coordinate} compiles with", offline=offline)
    except Failure as e:
        say(f"note: {e}; taking the dependencies of its users.")
        file = pom(work, "user", dependencies=[lib.coordinate])
        return classpath_of(work, file, f"what {lib.coordinate} compiles with", offline=offline)


def extra_dependencies():
    """Coordinates by library, from compile-with.tsv: what sources need and a published POM does not name."""
    extra = {}
    for line in (HERE / "compile-with.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, needed = line.split("\t")
            extra.setdefault(name, []).append(needed)
    return extra


def size(files):
    """Lines and bytes."""
    lines = total = 0
    for file in files:
        text = file.read_bytes()
        lines += text.count(b"\n") + (not text.endswith(b"\n") and bool(text))
        total += len(text)
    return lines, total
