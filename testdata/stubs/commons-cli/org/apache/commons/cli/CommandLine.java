package org.apache.commons.cli;

/** Just enough for the examples to compile. */
public class CommandLine {
    protected CommandLine() {}

    public native boolean hasOption(String opt);

    public native String getOptionValue(String opt);
}
