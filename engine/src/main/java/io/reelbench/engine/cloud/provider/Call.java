package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One job as it will be sent, but for where the files are.
 *
 * @param path      below the account's address
 * @param query     what stands behind the path, in order; for jobs whose file goes along
 * @param body      what stands in the request otherwise
 * @param slots     the files
 * @param extension of the result's name, without a dot
 * @param expect    what the result must be
 * @param cost      what it is expected to cost; empty when nobody knows
 * @param notes     what a person should know
 */
public record Call(String path, Map<String, String> query, ObjectNode body, Intake intake, Life life, List<Slot> slots,
        String extension, Expect expect, Optional<Cost> cost, List<Text> notes) {
}
