// What is awaited is the reply of a named party, in another thread.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Rates {
    static final class RatesException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RatesException(String message) {
            super(message);
        }
    }

    interface ExchangeBank {
        Future<Double> rate(String currency);
    }

    static double rate(ExchangeBank bank, String currency) {
        Future<Double> answer = bank.rate(currency);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RatesException("No answer of the bank for " + currency); // heed: innermost-catch-blames-callee "'Rates.RatesException' made here blames 'answer.get'"
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
