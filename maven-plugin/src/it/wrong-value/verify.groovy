def log = new File(basedir, "build.log").text
assert log.contains('heed.failOn: there is no level "severe"; did you mean never?')
assert log.contains('MojoExecutionException')
