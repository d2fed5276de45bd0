package io.reelbench.engine.plan;

import java.util.List;

/**
 * A picture whose frames are copied but for those around cuts.
 *
 * @param edit    the edit with its parts moved to the frames that they really begin and end with
 * @param pieces  the runs that make the pieces, in scratch
 * @param list    the list that joins them
 * @param frames  how many the picture has
 * @param encoded how many of them are encoded
 * @param seams   where copied frames meet encoded ones
 * @param zones   the stretches of the clip whose frames are encoded
 * @param tagged  whether the pieces differ in their headers, so that each must bring its own
 * @param lastUs  how long its last frame is shown, in microseconds
 * @param leadUs  how much earlier reading must begin to find a frame for certain, in microseconds
 */
record Splice(Edit edit, List<Step.Run> pieces, Step.Write list, long frames, long encoded, List<Step.Seam> seams,
        List<Range> zones, boolean tagged, long leadUs,
        long lastUs) {

    /** The input that the picture is copied from. */
    Command.Input input(List<String> turn) {
        List<String> arguments = new java.util.ArrayList<>(turn);
        arguments.addAll(List.of("-f", "concat", "-safe", "0"));
        return new Command.Input(List.copyOf(arguments), new Ref.Scratch(list.name()));
    }
}
