def log = new File(basedir, "build.log").text
def runs = log.split(/BUILD SUCCESS/)
assert runs.size() == 7
// Without unsafe one; nothing is written by the first two, or the fifth would find less.
assert runs[0] =~ /Heed: 1 of 2 findings can be fixed in 1 file; 1 more with -Dheed.unsafe\./
assert runs[0] =~ /Lost.java:10: swallowed-interrupt: only with -Dheed.unsafe: /
assert runs[0] =~ /nothing is changed yet. Look at target\/heed\/heed.patch, then "git apply target\/heed\/heed.patch" in /
assert runs[1].contains('Heed: 2 of 2 findings can be fixed in 2 files.')
// What the baseline knows stays.
assert runs[3].contains('Heed: there is nothing to fix. 2 findings are in the baseline.')
assert runs[4].contains('Heed: 2 of 2 findings fixed in 2 files.')
assert runs[5].contains('Heed: 0 findings in 2 files.')
assert !new File(basedir, 'target/none.patch').exists()
// The patch of the second run is what the fifth has done.
def git = new ProcessBuilder('git', 'apply', '-R', '--check', '--verbose', 'target/heed/heed.patch')
git.directory(basedir).redirectErrorStream(true)
git.environment().put('GIT_CEILING_DIRECTORIES', basedir.parentFile.canonicalPath)
def process = git.start()
def said = process.inputStream.text
assert process.waitFor() == 0 : said
assert said.contains('src/main/java/shop/Lost.java') && said.contains('src/main/java/shop/Wrapped.java')
