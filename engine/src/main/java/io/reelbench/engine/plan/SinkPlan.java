package io.reelbench.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How one sink is made: what it takes of the run that decodes the clip for all of them, and what it needs for itself. */
interface SinkPlan {

    /** @param label what tells it from others of the same plan; empty for the only one */
    Product product(String label);

    /** What must be there before any run: lists of parts, measurements. Equal ones are done once. */
    default List<Step> before() {
        return List.of();
    }

    /** Its place in the one run; empty when it has a run of its own. */
    default Optional<Rider> rider() {
        return Optional.empty();
    }

    /** Whether runs of its own cost less when no other output needs the run that decodes. */
    default boolean isCheaperAlone() {
        return false;
    }

    /** Its own runs. */
    default List<Step> alone() {
        return List.of();
    }

    /** What is done when all runs are over. */
    default List<Step> after() {
        return List.of();
    }

    /** What happens to single frames of its picture; empty without one. */
    default Optional<Glimpse> glimpse(List<Step> steps) {
        return Optional.empty();
    }

    /** The stretches of the clip whose frames are encoded though its picture is copied; none where all of it is encoded. */
    default List<Range> zones() {
        return List.of();
    }

    /** How long it will be, in microseconds; empty for what has no length and where nobody knows. */
    default OptionalLong lengthUs() {
        return OptionalLong.empty();
    }

    /** How large it will be. */
    Bytes bytes();

    /**
     * A size in bytes.
     *
     * @param least at least
     * @param most  at most
     */
    record Bytes(long least, long most) {
    }

    /**
     * One of several outputs that share a decode. Those with equal inputs go into one command.
     *
     * @param doing  what it does
     * @param inputs what it reads
     * @param beside what it reads beside the clips; outputs that share a decode need not share these
     * @param graph  its part of the command's graph; its labels are its own. Empty when its filters stand at the output
     * @param output what it writes
     * @param share  its part of the work, where encoding a film is 1
     * @param mediaUs how much output time its progress counts; empty when nobody knows
     */
    record Rider(Step.Doing doing, List<Command.Input> inputs, List<Command.Input> beside, Optional<String> graph,
            Command.Output output, double share,
            OptionalLong mediaUs) {

        /** One that reads nothing beside the clips. */
        Rider(Step.Doing doing, List<Command.Input> inputs, Optional<String> graph, Command.Output output, double share,
                OptionalLong mediaUs) {
            this(doing, inputs, List.of(), graph, output, share, mediaUs);
        }
    }
}
