def log = new File(basedir, "build.log").text
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/heed/heed-aggregate.sarif"))
assert sarif.runs.size() == 1
def results = sarif.runs[0].results
assert results.collect { it.locations[0].physicalLocation.artifactLocation.uri } ==
        ['app/src/main/java/shop/App.java', 'web/src/main/java/shop/Web.java']
// That awaitClose may be interrupted is known from the module's compiled classes only.
assert results*.ruleId == ['swallowed-by-broad-catch', 'swallowed-interrupt']
assert results.every { sarif.runs[0].tool.driver.rules[it.ruleIndex].id == it.ruleId }
assert log.contains('1 finding in app fails the build')
assert log.contains('The report is app/target/heed/heed.sarif, app/target/heed/heed.md.')
assert log.contains('1 finding in web fails the build')
assert new File(basedir, 'lib/target/heed/heed.sarif').exists()
// Where a service checked the sources out, people get there from the report.
assert new File(basedir, 'target/heed/heed-aggregate.md').text =~
        'https://github.com/acme/shop/blob/0123456789abcdef0123456789abcdef01234567/.*app/src/main/java/shop/App.java#L'
