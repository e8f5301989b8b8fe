/**
 * Stands beside the classes of <a href="https://javaparser.org">JavaParser</a>, since they let nobody else hand them tokens.
 */
package com.github.javaparser;
