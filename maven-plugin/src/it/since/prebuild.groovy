def git = { String... words ->
    def builder = new ProcessBuilder(['git', '-c', 'user.name=it', '-c', 'user.email=it@example.com', *words])
    def process = builder.directory(basedir).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0 : said
}
git('init', '-q')
git('add', 'src')
git('commit', '-q', '-m', 'Begin')
def lost = new File(basedir, 'src/main/java/shop/Lost.java')
lost.text = lost.text.replace('InterruptedException e', 'InterruptedException stop')
true
