import java.util.List;

class Expressions {
    private int count;
    static String name;
    int[] numbers = {1, 2};
    Expressions next;

    int arithmetic(int a, long b) {
        a = a + a++ * 2 - (a = 3);
        count += a;
        this.count++;
        next.next.count = --a;
        numbers[a] = a;
        numbers[a++] += 2;
        int[][] grid = new int[a][3];
        Integer boxed = a;
        return (int) b >> ~a + grid[0][a];
    }

    String texts(int a, Object o) {
        String s = 1 + 2 + "a" + a + 'c' + o;
        s += a;
        name = s + null;
        return "x" + "y" + (a + 1);
    }

    Object values(boolean b, List<? extends Number> list) {
        Object o = b ? list.get(0) : "none";
        Number n = list.get(1);
        Class<?> c = String.class;
        Expressions other = new Expressions();
        other.values(b, null);
        String cast = (String) o;
        return other == null ? this : cast;
    }

    void chain() {
        new StringBuilder().append(1).append("b").toString();
        System.out.println(Integer.MAX_VALUE + name.length());
    }
}
