package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.plan.Range;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JsonPointer;

/** What comes back from a job that is done. */
public sealed interface Yield {

    /** One file. */
    record File() implements Yield {
    }

    /**
     * Pieces of the clip, each a file, in a list.
     *
     * @param lists    where the list may stand in the answer
     * @param asked    the pieces that were asked for, in order
     * @param cuts     how they were cut
     * @param pictures whether each comes with two pictures of its first frame
     * @param ending   of the pieces' names, without a dot, where they do not say it themselves
     * @param wholeUs  how long all pieces are together, in microseconds; empty where nobody knows, or where parts are left out
     */
    record Pieces(List<JsonPointer> lists, List<Range> asked, Cuts cuts, boolean pictures, String ending,
            OptionalLong wholeUs) implements Yield {

        public Pieces {
            lists = List.copyOf(lists);
            asked = List.copyOf(asked);
        }
    }

    /** How pieces are cut. */
    enum Cuts {
        /** At the frames that were asked for. */
        EXACT,
        /** At the keyframes beside them. Where none lies between two cuts they are one. */
        KEYFRAMES,
        /** Parts that were asked for by beginning and end, at the keyframes beside these. */
        PARTS
    }

    /**
     * What is in the clip, which becomes a report.
     *
     * @param where the facts stand in the answer
     * @param facts where each stands below that
     */
    record Facts(JsonPointer where, Map<Fact, JsonPointer> facts) implements Yield {

        public Facts {
            facts = Map.copyOf(facts);
        }
    }

    /** Facts that services tell. */
    enum Fact {
        FORMAT, SECONDS, BYTES, BIT_RATE, WIDTH, HEIGHT, PICTURE_CODEC, SOUND_CODEC, FRAME_RATE, STREAMS
    }
}
