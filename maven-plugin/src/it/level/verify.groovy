def log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[WARNING\] src\/main\/java\/shop\/Lost.java:10:\d+: .* \[swallowed-interrupt\]$/
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Lost.java:10:\d+: .* \[swallowed-interrupt\]$/
assert log.contains('1 finding in level fails the build (heed.failOn=warning)')
assert log.count('BUILD SUCCESS') == 1
assert log.count('BUILD FAILURE') == 1
