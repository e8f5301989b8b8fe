def log = new File(basedir, "build.log").text
assert log =~ /(?m)^\[WARNING\] warning\[swallowed-interrupt\]: /
assert log =~ /(?m)^\[WARNING\]  9 \|\s+orders.take\(\).run\(\);$/
assert log.contains("'take' delivers the interrupt")
assert !log.contains('Run the same with -Dheed.verbose')
