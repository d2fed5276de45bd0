package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Takes what concerns single frames out of what was planned. */
final class Glimpses {

    /** Options of the run and of the muxer, which mean nothing to an encoder. */
    private static final Set<String> OF_THE_RUN = Set.of("c", "pix_fmt", "fps_mode", "r", "enc_time_base", "tag", "pass",
            "passlogfile", "keyint_min");
    private static final Set<String> ALL_KEYFRAMES = Set.of("prores_ks", "dnxhd", "mjpeg", "ffv1");

    private Glimpses() {}

    /** Of a film's picture; empty when there is none. */
    static Optional<Glimpse> of(FilePlan file, Edit edit, Inputs inputs, List<Filter> filters, OptionalLong most,
            List<Step> steps) {
        if (file.picture.isEmpty()) {
            return Optional.empty();
        }
        List<Range> parts = parts(edit, inputs, most);
        PictureOut picture = file.picture.get();
        if (picture.isCopy()) {
            return Optional.of(
                    new Glimpse(picture.track().index(), parts, OptionalLong.empty(), edit.pace(), List.of(), List.of(),
                            Optional.empty(),
                            List.of()));
        }
        PictureOut.Encode encode = picture.encode();
        Goal goal = file.sink.rate().goal().orElse(RateControl.USUAL);
        Track.Video track = picture.here();
        Glimpse.Coding coding = new Glimpse.Coding(encode.encoder(), options(known(encode.arguments(), picture, steps)),
                value(encode.arguments(), "-pix_fmt"), track.variable() ? Optional.empty() : track.rate());
        List<Glimpse.Unseen> unseen = new ArrayList<>();
        if (!ALL_KEYFRAMES.contains(encode.encoder()) && !(goal instanceof Goal.Lossless)) {
            unseen.add(Glimpse.Unseen.ONE_FRAME);
        }
        if (goal instanceof Goal.Average || goal instanceof Goal.Under || file.sink.rate().maxBitrate().isPresent()) {
            unseen.add(Glimpse.Unseen.RATE_CONTROL);
        } else if (goal instanceof Goal.Score) {
            unseen.add(Glimpse.Unseen.SCORE);
        }
        return Optional
                .of(new Glimpse(picture.track().index(), parts, OptionalLong.empty(), edit.pace(), Burning.byHand(filters),
                        edit.beside().files(),
                        Optional.of(coding),
                        List.copyOf(unseen)));
    }

    /** Of a picture file. */
    static Glimpse of(Sink.StillSink sink, Edit edit, int track, OptionalLong moment, List<Filter> filters, List<String> coding) {
        List<Range> parts = parts(edit, new Inputs(edit), OptionalLong.empty());
        return new Glimpse(track, parts, moment, edit.pace(), Burning.byHand(filters), edit.beside().files(),
                Optional.of(new Glimpse.Coding(value(coding, "-c:v"), options(coding), "", Optional.empty())),
                sink.atUs().isPresent() && sink.pick() != Sink.Pick.EXACT ? List.of(Glimpse.Unseen.PICK) : List.of());
    }

    /** Of pictures out of a film. Without an encoder it is shown as the filters leave it. */
    static Glimpse of(Edit edit, List<Filter> filters, List<String> coding, List<Glimpse.Unseen> unseen) {
        Inputs inputs = new Inputs(edit);
        List<Range> parts = parts(edit, inputs, OptionalLong.empty());
        Glimpse.Coding how = new Glimpse.Coding(coding.isEmpty() ? "" : value(coding, "-c:v"), options(coding), "",
                Optional.empty());
        return new Glimpse(edit.first().video().orElseThrow().index(), parts, OptionalLong.empty(), edit.pace(),
                Burning.byHand(filters), edit.beside().files(), Optional.of(how), unseen);
    }

    private static List<Range> parts(Edit edit, Inputs inputs, OptionalLong most) {
        List<Range> parts = new ArrayList<>();
        // what is left out at the end is counted in the output's time
        long left = most.isPresent()
                ? Fraction.of(most.getAsLong()).times(edit.pace()).round()
                : Range.OPEN;
        for (Segment segment : edit.segments()) {
            long from = inputs.start(segment);
            long to = end(edit, segment);
            long length = Math.min(left, to - from);
            if (length > 0) {
                parts.add(new Range(from, length == to - from ? to : from + length));
            }
            left -= left == Range.OPEN ? 0 : length;
        }
        return List.copyOf(parts);
    }

    /** Where it ends; what comes behind the clip's last part must know where the clip ends. */
    private static long end(Edit edit, Segment segment) {
        boolean last = segment == edit.segments().getLast();
        return segment.toUs().orElse(last ? Range.OPEN : edit.source(segment).lengthUs().orElse(Range.OPEN));
    }

    /** The values that are only found while the plan runs, as far as they can be guessed. */
    private static List<String> known(List<String> arguments, PictureOut picture, List<Step> steps) {
        String bitrate = steps.stream().filter(Step.Fit.class::isInstance).map(s -> Long.toString(((Step.Fit) s).start()))
                .findFirst().orElse("0");
        double usual = VideoCodec.of(picture.codec()).map(c -> QualityScale.crf(c, 75)).orElse(21.0);
        String crf = Long.toString(Math.round(usual));
        return arguments.stream().map(a -> a.replace(Command.value(PictureCoder.BITRATE), bitrate)
                .replace(Command.value(PictureCoder.CRF), crf)).toList();
    }

    private static List<String> options(List<String> arguments) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String name = arguments.get(i).substring(1).replaceFirst(":v.*", "");
            if (!OF_THE_RUN.contains(name)) {
                options.addAll(List.of(name, arguments.get(i + 1)));
            }
        }
        return List.copyOf(options);
    }

    private static String value(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at < 0 ? "" : arguments.get(at + 1);
    }
}
