package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A task as it will be sent: jobs one after another, of which each works on what the one before it made. Most tasks are a single one.
 *
 * @param legs at least one
 */
public record Route(List<Call> legs) {

    public Route {
        legs = List.copyOf(legs);
    }

    /** What is made in the end. */
    public Call last() {
        return legs.getLast();
    }

    public String extension() {
        return last().extension();
    }

    public Expect expect() {
        return last().expect();
    }

    /** What all jobs are expected to cost together; empty when nobody knows it of one of them. */
    public Optional<Cost> cost() {
        return costFrom(0);
    }

    /** What this job and those behind it are expected to cost; empty when nobody knows, and behind the last. */
    public Optional<Cost> costFrom(int leg) {
        return sum(legs.stream().skip(leg).map(Call::whole));
    }

    /** The same once the files of this job are there. */
    public Optional<Cost> costOfSending(int leg) {
        return sum(Stream.concat(Stream.of(legs.get(leg).cost()), legs.stream().skip(leg + 1L).map(Call::whole)));
    }

    private static Optional<Cost> sum(Stream<Optional<Cost>> all) {
        return all.reduce((one, other) -> one.flatMap(cost -> other.map(cost::plus))).flatMap(sum -> sum);
    }

    /** What a person should know, each once. */
    public List<Text> notes() {
        return legs.stream().flatMap(leg -> leg.notes().stream()).distinct().toList();
    }

    /** All files of ours that are read, each once. */
    public List<Path> files() {
        return legs.stream().flatMap(leg -> leg.slots().stream()).flatMap(slot -> slot.file().stream()).distinct().toList();
    }
}
