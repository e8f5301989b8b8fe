def runs = new File(basedir, "build.log").text.split(/BUILD (?:SUCCESS|FAILURE)/)
assert runs.size() == 9
assert runs[0] =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Wrapped.java:\d+:\d+: .* \[wrapped-without-restore\]$/
assert runs[1].contains('Heed: 0 findings in 1 file, 1 suppressed.')
assert runs[2].contains('Heed: wrote heed-baseline.json: 1 finding of walk put in, 0 taken out; 1 known.')
assert runs[3].contains('Heed: 0 findings in 1 file, 1 in the baseline')
assert runs[4].contains('Heed: 1 of 1 finding fixed in 1 file.')
assert runs[5].contains('Heed: 0 findings in 1 file.')
assert runs[7].contains('Heed: 0 findings in 1 file')
assert new File(basedir, 'target/heed/heed-aggregate.sarif').exists()
