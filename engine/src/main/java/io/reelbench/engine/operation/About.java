package io.reelbench.engine.operation;

import io.reelbench.engine.problem.Translations;
import java.util.List;

/**
 * What every face says of an operation.
 *
 * @param id       as it is typed and stored, kebab-case
 * @param title    for people
 * @param summary  one sentence
 * @param group    where it stands in a palette
 * @param role     what it does in a recipe
 * @param keywords other words that people search for
 * @param example  a command line after {@code reelbench}, which the tests run
 */
public record About(String id, String title, String summary, Group group, Role role, List<String> keywords, String example) {

    /** Sections of the palette, in order. */
    public enum Group {
        CONVERT, CUT, PICTURE, SOUND, STILLS, REPORTS
    }

    /** What it does in a recipe. */
    public enum Role {
        /** Changes the clip for the steps below it. */
        STEP,
        /** Makes one clip of several; stands at most once. */
        JOIN,
        /** Writes files; stands at the end. */
        SINK,
        /** Writes findings; stands at the end. */
        REPORT;

        /** Whether it makes something of its own out of what the steps above it did. */
        public boolean writes() {
            return this == SINK || this == REPORT;
        }
    }

    /** Its title in the language of this program. */
    public String called() {
        return Translations.of("operation." + id + ".title", title);
    }

    /** What it does, in the language of this program. */
    public String told() {
        return Translations.of("operation." + id + ".summary", summary);
    }
}
