class Flexible {
    Flexible(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("negative");
        }
        int m = n + 1;
        super();
        enum Local { A, B(2); Local(int... n) {} int twice() { return ordinal() * 2; } }
        Local.A.twice();
        String text = """
            two
              lines \
            here""";
        for (var _ : new int[m]) {
            n++;
        }
        try {
            text.length();
        } catch (RuntimeException _) {
        }
    }
}
