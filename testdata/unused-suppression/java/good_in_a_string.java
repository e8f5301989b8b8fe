// Text that looks like one, and is none.
class InAString {
    static String help() {
        return "write // heed: ignore[swallowed-interrupt] and the reason behind it";
    }
}
