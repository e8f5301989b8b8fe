def log = new File(basedir, "build.log").text
assert log.contains('2 findings in offline fail the build')
assert !log.contains('Downloading')
