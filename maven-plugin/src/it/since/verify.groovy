def log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Lost.java:10:\d+: .* \[swallowed-interrupt\]$/
// Nobody has touched the other one.
assert !log.contains('Wrapped.java')
assert log.contains('Heed: 1 finding in since fails the build')
assert log.contains('heed.since: a baseline holds all findings; leave it out.')
assert log.contains('no-such-branch') && log =~ /\[ERROR\] .*(revision|git)/
