def log = new File(basedir, "build.log").text
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/heed/heed.sarif"))
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Lost.java:10:\d+: .* \[swallowed-interrupt\]$/
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Wrapped.java:\d+:\d+: .* \[wrapped-without-restore\]$/
assert log.contains('Heed: 2 findings in findings fail the build (heed.failOn=note). The report is target/heed/heed.sarif.')
assert log.contains('-Dheed.verbose')
assert log.contains('MojoFailureException')
def results = sarif.runs[0].results
assert results*.ruleId == ['swallowed-interrupt', 'wrapped-without-restore']
assert results[0].locations[0].physicalLocation.artifactLocation.uri == 'src/main/java/shop/Lost.java'
