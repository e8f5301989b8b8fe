def log = new File(basedir, "build.log").text
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/scan.sarif"))
assert log =~ /(?m)^\[WARNING\] src\/main\/java\/shop\/Lost.java:10:/
assert log.contains('BUILD SUCCESS')
assert sarif.runs[0].results.size() == 1
def names = new File(basedir, 'target/heed').list().sort()
assert names == ['heed-concise.txt', 'heed.json', 'heed.txt']
assert new File(basedir, 'target/heed/heed.txt').text.contains('delivers the interrupt')
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/heed/heed.json'))
assert json.findings.size() == 1
