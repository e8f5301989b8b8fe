def log = new File(basedir, "build.log").text
assert log.count('[swallowed-interrupt]') == 2
assert log.count('Heed: 1 finding in 1 file.') == 1
assert log.count('Heed: 1 finding in 1 file; nothing has changed since the last scan.') == 1
assert new File(basedir, 'target/cache/results').list().any { it.endsWith('.scan') }
