def log = new File(basedir, "build.log").text
def runs = log.split(/(?m)BUILD (?:SUCCESS|FAILURE)/)
assert runs[0].contains('Nothing is run without -Dheed.runCode.')
assert runs[1].contains('There is no sandbox. Say -Dheed.runCode if it may.') || runs[2].contains('There is no sandbox. Say -Dheed.runCode if it may.')
assert !runs[0].contains('confirmed') && !runs[1].contains('confirmed')
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/depot\/Orders.java:\d+:\d+: confirmed\[swallowed-interrupt\] /
assert log =~ /(?m)^\[INFO\] src\/main\/java\/depot\/Courier.java:\d+:\d+: unconfirmed\[swallowed-interrupt\] /
assert log.contains('Heed: running the code of verify-goal for 2 findings. There is no sandbox.')
assert log.contains('Heed: ran the code of 2 findings: 1 confirmed, 0 not reproduced, 1 unconfirmed.')
assert log.contains('Heed: running the code of verify-goal has confirmed 1 finding (heed.failOn=note). The report is target/heed/heed-verify.')
assert log.contains('heed.heap must be from 1 to 1048576.')
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/heed/heed-verify.sarif'))
def results = sarif.runs[0].results
assert results*.properties*.verify*.verdict == ['unconfirmed', 'confirmed']
// The path that the analysis tells, and the one that was seen.
assert results[1].codeFlows.size() == 2
assert results[1].codeFlows[1].message.text.startsWith('Seen when it was run: ')
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/heed/heed-verify.json'))
assert json.summary.confirmed == 1 && json.summary.exitCode == 1
assert runs[4].contains('Heed: 2 of 2 findings can be fixed in 2 files.')
assert runs[5].contains('Heed: running the code of verify-goal for each finding that has a fix. There is no sandbox.')
assert runs[5].contains('Heed: 1 of 2 findings can be fixed in 1 file')
assert runs[5] =~ /Courier.java:\d+: swallowed-interrupt: ".*" was taken back: no run shows the finding before the fix/
def patch = new File(basedir, 'target/heed/heed.patch').text
assert patch.contains('Orders.java') && !patch.contains('Courier.java')
assert log.contains('heed.forks must be from 1 to 256.')
