def log = new File(basedir, "build.log").text
['heed-aggregate.json', 'heed-aggregate-concise.txt'].each {
    def one = new File(basedir, 'one/' + it).text
    assert one.contains('swallowed-interrupt')
    assert one.contains('swallowed-by-broad-catch')
    assert one == new File(basedir, 'two/' + it).text
}
assert !log.contains('not marked @threadSafe')
assert !log.contains('not marked as thread-safe')
