package io.reelbench.engine.cloud.task;

import io.reelbench.engine.cloud.provider.Life;
import io.reelbench.engine.cloud.provider.Yield;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Brings the result of the last job home. */
final class Homecoming {

    private final Trip trip;
    private final Path part;

    Homecoming(Trip trip, Path part) {
        this.trip = trip;
        this.part = part;
    }

    /** Where the result of the job that the trip is at lies there; fails when a service that is done names no place. */
    static String address(Trip trip, JsonNode answer) throws FailedException {
        Optional<String> address = switch (trip.call().life()) {
            case Life.Polled life -> life.address().in(answer);
            case Life.Waited life -> life.address().in(answer);
            case Life.Answered _ -> Optional.empty();
        };
        return address
                .orElseThrow(() -> new FailedException(new Failure.RemoteFailed(trip.account().name(), said(trip, answer))));
    }

    private static String said(Trip trip, JsonNode answer) {
        Optional<String> why = trip.call().life() instanceof Life.Polled life ? life.said().in(answer) : Optional.empty();
        return why.map(Text::harmless).orElseGet(() -> TaskWords.NO_ADDRESS.with().toString());
    }

    /**
     * Leaves it in its part file or folder, and says what it must be.
     *
     * @param answer the last word of the service; empty where the result is in its place
     */
    Expect bring(Optional<JsonNode> answer) throws FailedException, InterruptedException {
        if (answer.isEmpty()) {
            return trip.call().expect();
        }
        return switch (trip.call().yield()) {
            case Yield.File _ -> {
                trip.fetch(address(trip, answer.get()), part, Trip.DOWN, 1);
                yield trip.call().expect();
            }
            case Yield.Pieces pieces -> new PiecesHome(trip, part, pieces).bring(answer.get());
            case Yield.Facts facts -> {
                report(facts, answer.get());
                yield trip.call().expect();
            }
        };
    }

    private void report(Yield.Facts facts, JsonNode answer) throws FailedException {
        JsonNode told = answer.at(facts.where());
        if (!told.isObject()) {
            throw new FailedException(new Failure.RemoteFailed(trip.account().name(), said(trip, answer)));
        }
        Path clip = trip.call().slots().getFirst().file().orElseThrow();
        try {
            Files.writeString(part, FactsTold.report(facts.facts(), told, clip));
        } catch (IOException e) {
            throw Faults.writing(part.getParent(), e);
        }
    }
}
