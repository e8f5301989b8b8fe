def log = new File(basedir, "build.log").text
assert log.contains('Heed: 1 finding in 2 files.')
assert log.contains('[WARNING] src/main/java/shop/out/deep/Sent.java:10:')
