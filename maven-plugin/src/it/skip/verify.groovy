def log = new File(basedir, "build.log").text
assert log.count('Heed is skipped.') == 3
assert !new File(basedir, 'target').exists()
