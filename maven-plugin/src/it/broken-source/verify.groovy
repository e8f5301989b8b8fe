def log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[WARNING\] src\/main\/java\/shop\/Broken.java:\d+:\d+: /
assert log =~ /(?m)^\[WARNING\] src\/main\/java\/shop\/Binary.java: The file is binary, not source text/
assert log.contains('Heed: 0 findings in 3 files; the scan is incomplete.')
assert log.contains('The scan of broken-source is incomplete, and heed.failOnIncomplete is set')
assert log.contains('MojoExecutionException')
