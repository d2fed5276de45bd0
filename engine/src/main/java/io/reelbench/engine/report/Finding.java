package io.reelbench.engine.report;

import io.reelbench.engine.media.Rect;
import io.reelbench.engine.plan.Report;
import io.reelbench.engine.plan.Step;
import java.util.Locale;

/**
 * What was found, with what it was found in.
 *
 * @param name of the clip; untrusted
 */
record Finding(String name, Report.Events wanted, Step.Subject subject, Found found) {

    static String word(Report.Event kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a crop would leave the picture whole. */
    boolean cropsNothing(Rect rect) {
        return subject.size().filter(s -> s.width() - rect.width() < 2 && s.height() - rect.height() < 2).isPresent();
    }
}
