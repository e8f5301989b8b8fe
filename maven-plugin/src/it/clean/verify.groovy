def log = new File(basedir, "build.log").text
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, "target/heed/heed.sarif"))
assert log.contains('[INFO] Heed: 0 findings in 1 file.')
assert sarif.runs.size() == 1
assert sarif.runs[0].results == []
assert sarif.runs[0].tool.driver.rules.size() > 10
