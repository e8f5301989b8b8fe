package dev.heed.engine.rule;

import dev.heed.engine.source.Language;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The metadata of a rule. Together with the class's Javadoc it is the only source of the rule's page, of
 * {@code heed explain}, and of the SARIF rule object.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleInfo {

    /** The bad pattern in kebab case: {@code swallowed-interrupt}. */
    String name();

    /** One line without a full stop: {@code An interrupt is caught and lost}. */
    String summary();

    Family family();

    /** Default level of its findings. */
    Level level() default Level.WARNING;

    Precision precision() default Precision.HIGH;

    /** Whether it runs where nothing is selected; else it runs only if it is selected by its name. */
    boolean enabled() default true;

    /** The version of Heed that first had it. */
    String since();

    /** CWE numbers, the best first. */
    int[] cwe();

    Language[] languages();

    /** Where the rule can find something: in functions with one of these in them. All others are not even read. */
    Trigger[] triggers() default {Trigger.ANYTHING};

    /** The same: functions with one of these words in them. */
    String[] words() default {};

    /** The same: functions that call a method of one of these names. */
    String[] calls() default {};
}
