package p;

import java.util.List;

class Loops {
    int whiles(boolean b, int n) {
        while (b && n-- > 0) {
            if (n == 3) {
                continue;
            }
            b = !b;
        }
        return n;
    }

    void forever() {
        while (true) {
            step();
        }
    }

    void dos(int n) {
        do {
            if (n == 1) continue;
            step();
        } while (--n > 0);
    }

    int fors(int n) {
        int sum = 0;
        outer:
        for (int i = 0, j = 9; i < n; i++, j--) {
            for (;;) {
                if (step()) {
                    continue outer;
                } else if (j == i) {
                    break outer;
                }
                sum += i;
                break;
            }
        }
        return sum;
    }

    void each(List<String> list, int[] numbers) {
        for (String s : list) {
            s.length();
        }
        for (var n : numbers) {
            if (n > 1) break;
        }
    }

    boolean step() {
        block:
        {
            if (hashCode() == 1) break block;
            return true;
        }
        return false;
    }
}
