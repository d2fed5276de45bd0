package io.reelbench.engine.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One option of an operation, asked once: a record component with this becomes a form field, a command-line flag, a JSON key and a line
 * of the reference page. Its name is the component's name in kebab-case, its widget and grammar come from its type, its default from the
 * record's constructor without arguments. Numbers are in {@link #unit()}; a value type says how it becomes a number.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Ask {

    /** The label of the form field. */
    String value();

    /** One sentence for a tool-tip and the reference page. */
    String help();

    /** For people: {@code s}, {@code px}, {@code bit/s}, {@code LUFS}. */
    String unit() default "";

    /** The smallest value that is accepted. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value that is accepted. */
    double max() default Double.POSITIVE_INFINITY;

    /** Where a slider starts: the useful range is smaller than the possible one. */
    double from() default Double.NaN;

    /** Where a slider ends. */
    double to() default Double.NaN;

    /** Folded away in the form until asked for. */
    boolean advanced() default false;

    /** Whether a length may be nothing at all. */
    boolean zero() default false;
}
