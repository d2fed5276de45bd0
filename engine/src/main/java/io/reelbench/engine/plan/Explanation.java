package io.reelbench.engine.plan;

import io.reelbench.engine.problem.Text;
import java.util.List;

/**
 * A plan in words.
 *
 * @param line    one line, for example "Picture encoded (H.264), sound copied, 4:12"
 * @param reasons for each track what happens to it and why
 * @param notes   what else a person should know before it runs
 */
public record Explanation(Text line, List<Reason> reasons, List<Text> notes) {

    /**
     * What happens to one thing and why.
     *
     * @param subject "picture", "sound 1"
     * @param verdict "copied", "encoded with x264"
     * @param because "nothing changes it"
     */
    public record Reason(Text subject, Text verdict, Text because) {
    }
}
