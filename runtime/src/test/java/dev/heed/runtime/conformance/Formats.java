package dev.heed.runtime.conformance;

import dev.heed.runtime.CancelledException;
import dev.heed.runtime.ExceptionGroup;
import dev.heed.runtime.FailureException;
import dev.heed.runtime.LoopInterruptedException;
import dev.heed.runtime.MisuseException;
import dev.heed.runtime.Outcome;
import dev.heed.runtime.PromiseStateException;
import dev.heed.runtime.TimedOutException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Values, exceptions and times as the oracle prints them. */
final class Formats {
    private static final int DIGITS = 6;

    private Formats() {}

    static String value(Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Throwable thrown) {
            return describe(thrown);
        }
        if (value instanceof Outcome<?> outcome) {
            return outcome.failure() == null ? value(outcome.value()) : describe(outcome.failure());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Formats::value).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Double number) {
            return general(number);
        }
        return value.toString();
    }

    static String describe(Throwable thrown) {
        if (thrown == null) {
            return "NoneType";
        }
        if (thrown instanceof ExceptionGroup group) {
            return group.failures().stream()
                    .map(Formats::describe)
                    .sorted()
                    .collect(Collectors.joining(",", "group[", "]"));
        }
        if (thrown instanceof CancelledException) {
            String message = thrown.getMessage();
            return "cancelled" + (message == null || message.isEmpty() ? "" : "(" + message + ")");
        }
        if (thrown instanceof TimedOutException) {
            return "timeout";
        }
        if (thrown instanceof UserError error) {
            return error.kind + (error.getMessage().isEmpty() ? "" : "(" + error.getMessage() + ")");
        }
        if (thrown instanceof PromiseStateException) {
            return "invalidstate";
        }
        if (thrown instanceof MisuseException) {
            return "runtimeerror";
        }
        if (thrown instanceof LoopInterruptedException) {
            return "interrupt";
        }
        if (thrown instanceof PythonError) {
            return thrown.getMessage();
        }
        return thrown instanceof FailureException
                ? describe(thrown.getCause())
                : thrown.getClass().getSimpleName();
    }

    static boolean matches(String kind, Throwable thrown) {
        return switch (kind) {
            case "any" -> true;
            case "cancelled" -> thrown instanceof CancelledException;
            case "group" -> thrown instanceof ExceptionGroup;
            case "timeout" -> thrown instanceof TimedOutException;
            case "error" ->
                !(thrown instanceof CancelledException)
                        && !(thrown instanceof LoopInterruptedException)
                        && !holdsCancel(thrown);
            default -> thrown instanceof UserError error && error.kind.equals(kind);
        };
    }

    /** A group with a cancellation in it is a BaseExceptionGroup in Python, which no {@code except Exception} takes. */
    private static boolean holdsCancel(Throwable thrown) {
        return thrown instanceof ExceptionGroup group
                && group.failures().stream()
                        .anyMatch(failure -> failure instanceof CancelledException || holdsCancel(failure));
    }

    static boolean isTrue(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value != null && !value.toString().isEmpty();
    }

    /** Seconds, rounded to milliseconds, as {@code "%g" % round(t, 3)}. */
    static String time(Duration time) {
        BigDecimal seconds = new BigDecimal(time.toNanos() / 1e9).setScale(3, RoundingMode.HALF_EVEN);
        return general(seconds.doubleValue());
    }

    /** Python's {@code %g}. */
    static String general(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        String digits =
                rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
