import module java.base;

/// A compact source file.
void main() throws InterruptedException {
    List<String> names = List.of("a");
    helper(names);
}

int count = 1;

void helper(List<String> names) throws InterruptedException {
    Thread.sleep(count);
}
