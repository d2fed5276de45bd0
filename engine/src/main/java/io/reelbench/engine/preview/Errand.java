package io.reelbench.engine.preview;

import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Request;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** A request on its way: waiting, or in the decoder. Its mutable parts belong to the {@link Desk}. */
class Errand<T> implements Comparable<Errand<?>> {

    final long id;
    final Lane lane;
    final String file;
    final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final int rank;
    private final Request request;
    private final BiFunction<Answer, ByteBuffer, T> reader;
    /** How often the decoder died while it worked on this. */
    int deaths;
    long heardNs;
    boolean unwanted;

    /**
     * @param rank   less goes first, among those of the same lane
     * @param file   the clip's name, for failures
     * @param reader copies what lies in the lane's part of the sheet
     */
    Errand(long id, Lane lane, int rank, Request request, String file, BiFunction<Answer, ByteBuffer, T> reader) {
        this.id = id;
        this.lane = lane;
        this.rank = rank;
        this.request = request;
        this.file = file;
        this.reader = reader;
    }

    /** Copies what came, and gives back what is left to do: to tell those who wait. */
    Runnable read(Answer answer, ByteBuffer part) {
        T read = reader.apply(answer, part);
        return () -> outcome.complete(read);
    }

    /** What the decoder is asked for; asked again after it died, it may be less than at first. */
    Request request() {
        return request;
    }

    /** Something was heard before the end: copies what came, and gives what is left to do, to tell those who wait. */
    Runnable meanwhile(Answer answer, ByteBuffer part) {
        throw new IllegalStateException("not while it goes on: " + answer);
    }

    @Override
    public int compareTo(Errand<?> other) {
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : Long.compare(id, other.id);
    }
}
