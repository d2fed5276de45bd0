package io.reelbench.engine.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a form names an either/or (on its sealed interface) or one side of it (on the record). Without it a side is called after its only
 * option, else after its record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Called {

    /** A few words at most: {@code Aim for}. */
    String value();

    /** What it is called when none of the sides is chosen, for an either/or that may be left out. */
    String none() default "Automatic";

    /** Whether one of the sides must be chosen, so that {@link #none} is a request and no choice. */
    boolean must() default false;
}
