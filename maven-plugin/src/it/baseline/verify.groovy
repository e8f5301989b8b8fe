def log = new File(basedir, "build.log").text
def known = new groovy.json.JsonSlurper().parse(new File(basedir, "known.json"))
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/heed/heed-aggregate.sarif"))
assert log =~ /heed.baseline: there is no file .*known.json; "mvn heed:baseline" writes one./
assert known.findings*.file == ['app/src/main/java/shop/App.java', 'web/src/main/java/shop/Web.java']
assert log.contains('Heed: wrote known.json: 1 finding of web put in, 0 taken out; 2 known.')
assert log.contains('Heed: wrote known.json: 0 findings of app put in, 0 taken out; 2 known.')
assert log.contains('Heed: 0 findings in 1 file, 1 in the baseline')
// Code scanning services are told of them all the same.
assert sarif.runs[0].results*.suppressions*.kind == [['external'], ['external']]
// And people what has become of the baseline of the whole build, with all modules counted.
def page = new File(basedir, "target/heed/heed-aggregate.md").text
assert page.contains('Against the baseline: **0 new**, 2 known, 0 no longer found.')
assert new File(basedir, 'target/heed/heed-aggregate-gitlab.json').exists()
assert new File(basedir, 'web/target/heed/heed-gitlab.json').exists()
