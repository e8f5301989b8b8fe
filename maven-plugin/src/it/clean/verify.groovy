def log = new File(basedir, "build.log").text
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/heed/heed.sarif"))
assert log.contains('[INFO] Heed: 0 findings in 2 files, 1 suppressed.')
assert sarif.runs.size() == 1
assert sarif.runs[0].results*.suppressions*.kind == [['inSource']]
assert sarif.runs[0].tool.driver.rules.size() > 10
