def log = new File(basedir, "build.log").text
assert log.count('[WARNING] src/main/java/shop/Lost.java') == 1
assert !log.contains('[wrapped-without-restore]')
assert log.contains('Heed: 0 findings in 2 files.')
assert log.contains('heed.select: there is no rule "swallowed-interupt"; did you mean swallowed-interrupt?')
