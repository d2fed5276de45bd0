package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.account.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a task's way through another machine; written down before each step that cannot be taken back.
 *
 * @param task    id of ours
 * @param account id of the account
 * @param origin  where it was sent; a job is asked after nowhere else
 * @param stage   how far it is
 * @param files   how the files are named there, in order, as JSON texts
 * @param stamps  of the files when they went
 * @param key     that makes it one job; empty where there are no keys
 * @param job     id of theirs; empty as long as none is known
 * @param sentMs  when it was sent first, milliseconds since 1970
 * @param doubted whether its result was fetched and was not what it must be
 * @param again   a person said that it may be sent again though the answer was lost
 * @param cost    what it is expected to cost, once it is being sent; empty when nobody knows
 */
record Passage(String task, String account, Origin origin, Stage stage, List<String> files, List<String> stamps,
        Optional<String> key, Optional<String> job, long sentMs, boolean doubted, boolean again, Optional<BigDecimal> cost) {

    Passage {
        cost = cost == null ? Optional.empty() : cost; // written by an earlier version
    }

    /** How far it is. */
    enum Stage {
        NEW,
        /** All files are there. */
        UPLOADED,
        /** It was or is being sent, and no answer is known. */
        SENDING,
        /** Its id is known. */
        SENT
    }

    static Passage fresh(String task, String account, Origin origin) {
        return new Passage(task, account, origin, Stage.NEW, List.of(), List.of(), Optional.empty(), Optional.empty(), 0, false,
                false, Optional.empty());
    }

    Passage uploaded(List<String> names, List<String> files) {
        return new Passage(task, account, origin, Stage.UPLOADED, names, files, Optional.empty(), Optional.empty(), 0, false,
                again, Optional.empty());
    }

    Passage sending(Optional<String> by, long nowMs, Optional<BigDecimal> about) {
        return new Passage(task, account, origin, Stage.SENDING, files, stamps, by, Optional.empty(),
                sentMs == 0 ? nowMs : sentMs,
                false, false, about);
    }

    Passage sent(String id) {
        return new Passage(task, account, origin, Stage.SENT, files, stamps, key, Optional.of(id), sentMs, false, false, cost);
    }

    /** Not sent, as far as anybody is concerned. */
    Passage unsent() {
        return new Passage(task, account, origin, Stage.UPLOADED, files, stamps, Optional.empty(), Optional.empty(), 0, false,
                false, Optional.empty());
    }

    Passage permitted() {
        return new Passage(task, account, origin, stage, files, stamps, key, job, sentMs, doubted, true, cost);
    }

    /** Its result is to be fetched once more before the job is given up. */
    Passage doubtful() {
        return new Passage(task, account, origin, stage, files, stamps, key, job, sentMs, true, again, cost);
    }
}
