def log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[ERROR\] src\/main\/java\/shop\/Jobs.java:11:/
assert log.contains('Heed: 0 findings in 1 file.')
assert log =~ /wrong.yaml:5.*singal/
assert log.contains('MojoExecutionException')
