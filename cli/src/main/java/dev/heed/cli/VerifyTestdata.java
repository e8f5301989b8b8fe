package dev.heed.cli;

/** {@code heed verify --testdata}. */
final class VerifyTestdata {
    VerifyTestdata(Console console, VerifyCommand command) {}

    int run() throws UserException {
        throw new UserException("not yet");
    }
}
