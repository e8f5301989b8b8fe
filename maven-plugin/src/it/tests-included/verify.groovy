def log = new File(basedir, "build.log").text
assert log.contains('Heed: 0 findings in 1 file.')
assert log.contains('Heed: 1 finding in 2 files.')
assert log.contains('[ERROR] src/test/java/shop/LostTest.java:10:')
