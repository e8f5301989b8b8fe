// Nothing in the try can be interrupted.
class PlainReturn {
    @SuppressWarnings("finally")
    int parse(String text) {
        int value = 0;
        try {
            value = Integer.parseInt(text);
        } finally {
            return value;
        }
    }
}
