def log = new File(basedir, "build.log").text
// What heed.toml says counts, what the command line says counts more.
assert log =~ /(?m)^\[WARNING\] src\/main\/java\/shop\/Lost.java:10:\d+: .* \[swallowed-interrupt\]$/
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Lost.java:10:\d+: .* \[swallowed-interrupt\]$/
assert log.contains('1 finding in level fails the build (heed.failOn=warning)')
assert log.count('Heed: 1 finding in 2 files') == 2
assert log.count('Heed: 2 findings in 2 files') == 1
assert log.count('BUILD SUCCESS') == 2
assert log.count('BUILD FAILURE') == 1
