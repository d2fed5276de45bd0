package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * One job as it will be sent, but for where the files are.
 *
 * @param title     of what it does, for people
 * @param path      below the account's address
 * @param query     what stands behind the path, in order; for jobs whose file goes along
 * @param body      what stands in the request otherwise
 * @param slots     the files
 * @param most      bytes that one file may have; empty when nobody says
 * @param yield     what comes back
 * @param extension of the result's name, without a dot; empty for a folder
 * @param expect    what the result must be
 * @param cost      what it is expected to cost; empty when nobody knows
 * @param notes     what a person should know
 */
public record Call(String title, String path, Map<String, String> query, ObjectNode body, Intake intake, Life life,
        List<Slot> slots, OptionalLong most, Yield yield, String extension, Expect expect, Optional<Cost> cost,
        List<Text> notes) {

    /** What bringing our files there costs, and then the job; empty when nobody knows. */
    public Optional<Cost> whole() {
        Optional<Cost> each = intake.each();
        return each.isEmpty()
                ? cost
                : cost.map(job -> slots.stream().filter(slot -> slot.file().isPresent()).map(_ -> each.get()).reduce(job,
                        Cost::plus));
    }
}
