package dev.heed.engine.source;

/** A source language that Heed reads. */
public enum Language {
    JAVA,
    PYTHON
}
