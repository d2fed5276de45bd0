package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.operation.Normalize;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Speed;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a job will have made, as far as the next one must know it before anything is sent.
 *
 * @param media it, under the name of the clip; it lies nowhere here
 * @param least bytes
 * @param most  bytes
 * @param slackUs how much longer or shorter it may be than it says, in microseconds
 */
record Foretold(Media media, long least, long most, long slackUs) {

    private static final Map<String, String> FORMATS = Map.of("mp4", "mov,mp4,m4a,3gp,3g2,mj2", "mov", "mov,mp4,m4a,3gp,3g2,mj2",
            "m4a", "mov,mp4,m4a,3gp,3g2,mj2", "mkv", "matroska,webm", "webm", "matroska,webm", "mka", "matroska,webm", "ts",
            "mpegts", "opus", "ogg");

    /**
     * Empty where nobody can know.
     *
     * @param clip  what the job works on
     * @param steps that it does
     * @param plan  for this machine, up to the last of these
     */
    static Optional<Foretold> of(Media clip, Call call, List<Operation> steps, Plan plan) {
        Expect expect = call.expect() instanceof Expect.Film ? call.expect() : plan.products().getFirst().expect();
        if (!(call.yield() instanceof Yield.File) || !(expect instanceof Expect.Film film)) {
            return Optional.empty();
        }
        OptionalLong length = film.lengthUs().isPresent() ? film.lengthUs() : plan.estimate().lengthUs();
        boolean sameRate = steps.stream().noneMatch(s -> s instanceof Speed || s instanceof Normalize);
        List<Track> tracks = new ArrayList<>();
        for (Expect.TrackExpected each : film.tracks()) {
            switch (each.kind()) {
                case VIDEO -> {
                    if (clip.video().isEmpty()) {
                        return Optional.empty();
                    }
                    tracks.add(picture(clip.video().get(), facts(tracks.size(), each.codec(), length), film.size(), sameRate));
                }
                case AUDIO -> tracks.add(sound(clip.audio(), facts(tracks.size(), each.codec(), length)));
                default -> {
                    // no service says that it keeps others
                }
            }
        }
        String format = FORMATS.getOrDefault(call.extension(), call.extension());
        Media media = new Media(clip.path(), plan.estimate().mostBytes(), clip.modifiedMs(), format, 0, length, Optional.empty(),
                List.copyOf(tracks), List.of(), Map.of(), clip.still(), List.of(), Known.NOTHING);
        return Optional.of(new Foretold(media, plan.estimate().leastBytes(), plan.estimate().mostBytes(), slack(call)));
    }

    /** Of what is made to the frame nothing is off. */
    private static long slack(Call call) {
        long off = call.expect() instanceof Expect.Film film ? film.toleranceUs() : Draft.TO_KEYFRAME;
        return off <= Draft.EXACT ? 0 : off;
    }

    private static Track.Facts facts(int index, String codec, OptionalLong length) {
        return new Track.Facts(index, codec, "", Optional.empty(), true, Fraction.ONE, OptionalLong.of(0), length,
                Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(), Set.of(), Map.of());
    }

    private static Track.Video picture(Track.Video was, Track.Facts facts, Optional<Size> size, boolean sameRate) {
        Optional<Rate> rate = was.rate().filter(_ -> sameRate);
        return new Track.Video(facts, size.orElse(was.upright()), Fraction.ONE, 0, false, was.pixels(), rate,
                was.variable() && sameRate, was.fields(), was.colour(), was.hdr(), Optional.empty(), was.reorder());
    }

    private static Track.Audio sound(Optional<Track.Audio> was, Track.Facts facts) {
        return was.map(a -> new Track.Audio(facts, a.sampleRate(), a.channels(), a.layout(), 0, false))
                .orElseGet(() -> new Track.Audio(facts, 48_000, 2, "stereo", 0, false));
    }
}
