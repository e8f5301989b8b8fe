def log = new File(basedir, "build.log").text
assert log.contains('1 finding in fresh fails the build')
