// The interrupt that the poll consumed leaves as an exception.
import java.util.Iterator;

class Sum {
    static long of(Iterator<Long> numbers) throws InterruptedException {
        long sum = 0;
        while (numbers.hasNext()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("after " + sum);
            }
            sum += numbers.next();
        }
        return sum;
    }
}
