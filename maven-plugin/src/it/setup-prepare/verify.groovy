def log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[INFO\] argLine is now "-javaagent:.*heed-verify.*\.jar" -XX:-EnableDynamicAgentLoading$/
assert log.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
// Without the goal the same tests cannot get their agent.
assert log.count('BUILD FAILURE') == 1
