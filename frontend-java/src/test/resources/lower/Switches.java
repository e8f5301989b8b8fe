class Switches {
    enum Color { RED, GREEN, BLUE }

    record Point(int x, Object y) {}

    int old(int n) {
        switch (n) {
            case 1:
            case 2:
                n = 5;
            case 3:
                break;
            default:
                return 7;
        }
        return n;
    }

    void arrows(Color color, String s) {
        switch (color) {
            case RED -> s.length();
            case GREEN, BLUE -> {
                break;
            }
        }
        switch (s) {
            case "a" -> throw new IllegalStateException();
            default -> { }
        }
    }

    int expression(Color color, int n) {
        int twice = switch (color) {
            case RED -> 1;
            case GREEN -> {
                try {
                    yield n;
                } finally {
                    n++;
                }
            }
            case BLUE -> throw new IllegalArgumentException();
        };
        return twice + switch (n) {
            case 1:
                yield 2;
            default:
                yield 3;
        };
    }

    String patterns(Object o) {
        return switch (o) {
            case null -> "null";
            case String s when s.length() > 3 -> s;
            case Integer i -> "int" + i;
            case Point(int x, String y) when x > 0 -> y;
            case Point(var x, var y) -> "p";
            case String s -> "short";
            default -> o.toString();
        };
    }

    void sealed(Object o) {
        switch (o) {
            case String _ -> o.hashCode();
            case Object _ -> { }
        }
    }
}
