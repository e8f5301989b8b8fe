package dev.heed.verify.drive;

/** Numbers and booleans of any type, also boxed. */
final class Primitives {
    private Primitives() {}

    static Object number(Class<?> type, long number) {
        return number(type, number, number != 0);
    }

    static Object number(Class<?> type, long number, boolean truth) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> truth;
            case "byte", "Byte" -> (byte) number;
            case "short", "Short" -> (short) number;
            case "char", "Character" -> 'x';
            case "int", "Integer" -> (int) number;
            case "long", "Long" -> number;
            case "float", "Float" -> (float) number;
            default -> (double) number;
        };
    }

    static boolean isBox(Class<?> type) {
        return type == Boolean.class
                || type == Character.class
                || (type.getPackageName().equals("java.lang")
                        && Number.class.isAssignableFrom(type)
                        && type != Number.class);
    }
}
