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
 * @param leg     which of its jobs it is at, from 0; those before are done
 * @param before  address there of what the job before made; empty where that lies here, and for the first
 * @param failed  whether this job, which is not the first, failed already with what the one before had made
 * @param stage   how far its job is
 * @param files   how the files of its job are named there, in order, as JSON texts; the first of them where not all are there
 * @param stamps  of all files of ours when the first went
 * @param key     that makes it one job; empty where there are no keys
 * @param job     id of theirs; empty as long as none is known
 * @param sentMs  when it was sent first, milliseconds since 1970
 * @param doubted whether its result was fetched and was not what it must be
 * @param again   a person said that it may be sent again though the answer was lost
 * @param cost    what its job is expected to cost, once it is being sent; empty when nobody knows
 * @param step    what its job does, for people, once it is being sent; empty where it is the only one
 */
record Passage(String task, String account, Origin origin, int leg, Optional<String> before, boolean failed, Stage stage,
        List<String> files, List<String> stamps, Optional<String> key, Optional<String> job, long sentMs, boolean doubted,
        boolean again, Optional<BigDecimal> cost, Optional<String> step) {

    Passage {
        cost = cost == null ? Optional.empty() : cost; // written by an earlier version
        step = step == null ? Optional.empty() : step;
        before = before == null ? Optional.empty() : before;
    }

    /** How far a job is. */
    enum Stage {
        NEW,
        /** A file that costs by itself may be there, and no answer is known. */
        LEAVING,
        /** All files are there. */
        UPLOADED,
        /** It was or is being sent, and no answer is known. */
        SENDING,
        /** Its id is known. */
        SENT
    }

    static Passage fresh(String task, String account, Origin origin) {
        return at(task, account, origin, 0, Optional.empty(), false, List.of());
    }

    private static Passage at(String task, String account, Origin origin, int leg, Optional<String> before, boolean failed,
            List<String> stamps) {
        return new Passage(task, account, origin, leg, before, failed, Stage.NEW, List.of(), stamps, Optional.empty(),
                Optional.empty(), 0, false, false, Optional.empty(), Optional.empty());
    }

    /**
     * The last byte of a file that costs is about to go.
     *
     * @param names of those before it
     */
    Passage leaving(List<String> names, List<String> all, long nowMs, BigDecimal price) {
        return new Passage(task, account, origin, leg, before, failed, Stage.LEAVING, names, all, Optional.empty(),
                Optional.empty(), nowMs, false, false, Optional.of(price), Optional.empty());
    }

    /** Those files are there, others are not. */
    Passage brought(List<String> names, List<String> all) {
        return new Passage(task, account, origin, leg, before, failed, Stage.NEW, names, all, Optional.empty(),
                Optional.empty(), 0, false, false, Optional.empty(), Optional.empty());
    }

    Passage uploaded(List<String> names, List<String> all) {
        return new Passage(task, account, origin, leg, before, failed, Stage.UPLOADED, names, all, Optional.empty(),
                Optional.empty(), 0, false, again, Optional.empty(), Optional.empty());
    }

    Passage sending(Optional<String> by, long nowMs, Optional<BigDecimal> about, Optional<String> doing) {
        return new Passage(task, account, origin, leg, before, failed, Stage.SENDING, files, stamps, by, Optional.empty(),
                sentMs == 0 ? nowMs : sentMs, false, false, about, doing);
    }

    Passage sent(String id) {
        return new Passage(task, account, origin, leg, before, failed, Stage.SENT, files, stamps, key, Optional.of(id), sentMs,
                false, false, cost, step);
    }

    /** Not sent, as far as anybody is concerned. */
    Passage unsent() {
        return new Passage(task, account, origin, leg, before, failed, Stage.UPLOADED, files, stamps, Optional.empty(),
                Optional.empty(), 0, false, false, Optional.empty(), Optional.empty());
    }

    Passage permitted() {
        return new Passage(task, account, origin, leg, before, failed, stage, files, stamps, key, job, sentMs, doubted, true,
                cost, step);
    }

    /** Its result is to be fetched once more before the job is given up. */
    Passage doubtful() {
        return new Passage(task, account, origin, leg, before, failed, stage, files, stamps, key, job, sentMs, true, again,
                cost, step);
    }

    /**
     * The job is done, and the next one comes.
     *
     * @param made where its result lies there; empty when it is here
     */
    Passage next(Optional<String> made) {
        return at(task, account, origin, leg + 1, made, false, stamps);
    }

    /**
     * The job failed for good. What those before it made was paid for, so it is tried with that once more; empty when all begins anew.
     */
    Optional<Passage> given() {
        return leg == 0 || failed ? Optional.empty() : Optional.of(at(task, account, origin, leg, before, true, stamps));
    }

    /** Whether something went there and nobody knows what became of it. */
    boolean isUnknown() {
        return stage == Stage.SENDING || stage == Stage.LEAVING;
    }

    boolean isOnItsWay() {
        return stage == Stage.SENDING || stage == Stage.SENT;
    }
}
