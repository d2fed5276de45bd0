package io.reelbench.engine.output;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides whether a product is what the plan promised. ffmpeg's exit code cannot tell: a clip cut off half-way and a run that was asked
 * to stop both end with 0.
 */
public final class Verifier {

    /** Opens a file and says what is in it. */
    @FunctionalInterface
    public interface Probe {
        Media probe(Path file) throws FailedException, InterruptedException;
    }

    /** Plays a file from a time to its end and says whether every frame could be decoded. */
    @FunctionalInterface
    public interface Tail {
        boolean decodes(Path file, long fromUs) throws FailedException, InterruptedException;
    }

    /**
     * What is known of the run that made the product.
     *
     * @param source  name of the clip, for people
     * @param ended   whether ffmpeg said that it came to the end and exited with 0, unasked
     * @param encoded whether anything was encoded: packets that are only copied need no playing, they are as good as they were
     * @param inputs  as they were before the run
     */
    public record Facts(String source, boolean ended, boolean encoded, List<InputStamp> inputs) {
    }

    /** What it finds. */
    public sealed interface Verdict {

        /** @param lost what of the clip is not in it although there was place for it */
        record Good(Proof proof, List<Text> lost) implements Verdict {

            /** Nothing of the clip could be lost. */
            public Good(Proof proof) {
                this(proof, List.of());
            }
        }

        record Bad(Failure failure) implements Verdict {
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final Probe probe;
    private final Tail tail;

    public Verifier(Probe probe, Tail tail) {
        this.probe = probe;
        this.tail = tail;
    }

    /** Looks at one product. Touches only the file, so any number may be looked at at once. */
    public Verdict check(Path file, Expect expect, Facts facts) throws InterruptedException {
        Optional<Failure> wrong = facts.inputs.stream().flatMap(i -> i.changed().stream()).findFirst();
        if (wrong.isEmpty()) {
            OptionalLong most = expect instanceof Expect.Film film ? film.maxBytes() : OptionalLong.empty();
            // a part without cues makes an empty file, which is said in other words
            boolean cues = expect instanceof Expect.Cues;
            wrong = facts.ended ? cues ? wrong : size(file, most, facts) : notAsPlanned(facts, OutputWords.NOT_ENDED.with());
        }
        if (wrong.isPresent()) {
            return new Verdict.Bad(wrong.get());
        }
        return switch (expect) {
            case Expect.Film film -> content(file, film, facts);
            case Expect.Words(Expect.Syntax syntax) -> words(file, syntax, facts);
            case Expect.Cues(boolean text) -> cues(file, text, facts);
            case Expect.Moving moving -> moving(file, moving, facts);
            case Expect.Anything(boolean folder) ->
                folder ? new AnythingCheck(probe, facts.source).folder(file) : anything(file, facts);
            case Expect.Slices slices -> new PiecesCheck(probe, tail, facts).check(file, slices);
            case Expect.Pictures pictures -> new PicturesCheck(probe, facts.source).check(file, pictures);
        };
    }

    /** What ffmpeg cannot read again is read by its chunks. */
    private static Verdict moving(Path file, Expect.Moving expect, Facts facts) {
        MovingWebp is;
        try {
            is = MovingWebp.of(file);
        } catch (IOException e) {
            return new Verdict.Bad(notAsPlanned(facts, OutputWords.NOT_OPENED.with(e.getMessage())).get());
        }
        boolean known = expect.lengthUs().isPresent();
        long planned = expect.lengthUs().orElse(is.lengthUs());
        if (!is.whole() || is.frames() == 0 || known && is.lengthUs() < planned - expect.toleranceUs()) {
            return new Verdict.Bad(new Failure.Incomplete(facts.source, Time.spoken(is.lengthUs()), Time.spoken(planned)));
        } else if (is.lengthUs() > planned + expect.toleranceUs()) {
            return new Verdict.Bad(
                    notAsPlanned(facts, OutputWords.LONGER.with(Time.spoken(is.lengthUs()), Time.spoken(planned))).get());
        } else if (!is.size().equals(expect.size())) {
            return new Verdict.Bad(notAsPlanned(facts, OutputWords.PICTURE.with(is.size(), expect.size())).get());
        }
        return new Verdict.Good(new Proof(OptionalLong.of(is.lengthUs()), expect.lengthUs(), 1, 0, 0, false), List.of());
    }

    private static Verdict cues(Path file, boolean text, Facts facts) {
        return CuesCheck.wrong(file, text).flatMap(wrong -> notAsPlanned(facts, wrong)).<Verdict>map(Verdict.Bad::new)
                .orElseGet(() -> new Verdict.Good(new Proof(OptionalLong.empty(), OptionalLong.empty(), 0, 0, 1, false)));
    }

    private static Verdict words(Path file, Expect.Syntax syntax, Facts facts) {
        try {
            String text = Files.readString(file);
            if (syntax == Expect.Syntax.JSON) {
                JSON.readTree(text);
            }
            return new Verdict.Good(new Proof(OptionalLong.empty(), OptionalLong.empty(), 0, 0, 0, false), List.of());
        } catch (IOException | JacksonException e) {
            return new Verdict.Bad(notAsPlanned(facts, OutputWords.NOT_OPENED.with(e.getMessage())).get());
        }
    }

    private static Optional<Failure> size(Path file, OptionalLong most, Facts facts) {
        long bytes;
        try {
            bytes = Stamp.of(file).bytes();
        } catch (IOException e) {
            return notAsPlanned(facts, OutputWords.NOT_OPENED.with(e.getMessage()));
        }
        if (bytes == 0) {
            return notAsPlanned(facts, OutputWords.NO_BYTES.with());
        } else if (most.isPresent() && bytes > most.getAsLong()) {
            String limit = new Bytes(most.getAsLong()).spoken();
            return Optional.of(new Failure.TooBig(facts.source, new Bytes(bytes).spoken(), limit));
        }
        return Optional.empty();
    }

    private Verdict content(Path file, Expect.Film expect, Facts facts) throws InterruptedException {
        Media media;
        try {
            media = probe.probe(file);
        } catch (FailedException e) {
            // ffmpeg came to its end and wrote a head without content: there was nothing to be read in the clip
            return new Verdict.Bad(expect.lengthUs().isPresent()
                    ? new Failure.Incomplete(facts.source, Time.spoken(0), Time.spoken(expect.lengthUs().getAsLong()))
                    : notAsPlanned(facts, OutputWords.NOT_OPENED.with(e.failure().headline())).get());
        }
        Optional<Failure> wrong = tracks(media, expect, facts).or(() -> length(media, expect, facts))
                .or(() -> picture(media, expect, facts));
        if (wrong.isEmpty()) {
            wrong = tail(file, media, facts);
        }
        return wrong.isPresent()
                ? new Verdict.Bad(wrong.get())
                : new Verdict.Good(proof(media, expect, facts), expect.promise().broken(media));
    }

    /** What the command of a person made: it opens, and its end plays. */
    private Verdict anything(Path file, Facts facts) throws InterruptedException {
        Verdict opened = new AnythingCheck(probe, facts.source).file(file);
        if (opened instanceof Verdict.Bad || MovingWebp.isOne(file)) {
            return opened;
        }
        try {
            Media media = probe.probe(file);
            Optional<Failure> wrong = media.video().isEmpty() && media.audio().isEmpty()
                    ? Optional.empty()
                    : tail(file, media, facts);
            return wrong.isPresent() ? new Verdict.Bad(wrong.get()) : opened;
        } catch (FailedException e) {
            return new Verdict.Bad(notAsPlanned(facts, OutputWords.NOT_OPENED.with(e.failure().headline())).get());
        }
    }

    private static Proof proof(Media media, Expect.Film expect, Facts facts) {
        int[] count = new int[TrackExpected.Kind.values().length];
        media.tracks().stream().flatMap(t -> kind(t).stream()).forEach(t -> count[t.kind().ordinal()]++);
        return new Proof(media.still() ? OptionalLong.empty() : pictureAndSound(media), expect.lengthUs(),
                count[TrackExpected.Kind.VIDEO.ordinal()], count[TrackExpected.Kind.AUDIO.ordinal()],
                count[TrackExpected.Kind.SUBTITLE.ordinal()], isPlayed(media, facts));
    }

    private static Optional<Failure> tracks(Media media, Expect.Film expect, Facts facts) {
        List<TrackExpected> is = media.tracks().stream().flatMap(t -> kind(t).stream()).toList();
        return is.equals(expect.tracks())
                ? Optional.empty()
                : notAsPlanned(facts, OutputWords.TRACKS.with(spoken(is), spoken(expect.tracks())));
    }

    /** Data tracks are not promised: containers add and drop them by their own rules. */
    private static Optional<TrackExpected> kind(Track track) {
        return switch (track) {
            case Track.Video v -> Optional.of(new TrackExpected(TrackExpected.Kind.VIDEO, v.codec()));
            case Track.Audio a -> Optional.of(new TrackExpected(TrackExpected.Kind.AUDIO, a.codec()));
            case Track.Subtitle s -> Optional.of(new TrackExpected(TrackExpected.Kind.SUBTITLE, s.codec()));
            case Track.Cover c -> Optional.of(new TrackExpected(TrackExpected.Kind.COVER, c.codec()));
            case Track.Data d -> Optional.empty();
        };
    }

    static String spoken(List<TrackExpected> tracks) {
        return tracks.isEmpty()
                ? OutputWords.NOTHING.english()
                : tracks.stream().map(t -> t.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + t.codec())
                        .collect(Collectors.joining(", "));
    }

    private static Optional<Failure> length(Media media, Expect.Film expect, Facts facts) {
        if (expect.lengthUs().isEmpty()) {
            return Optional.empty();
        }
        long planned = expect.lengthUs().getAsLong();
        OptionalLong found = pictureAndSound(media);
        if (found.isEmpty()) {
            return notAsPlanned(facts, OutputWords.NO_LENGTH.with(Time.spoken(planned)));
        }
        long is = found.getAsLong();
        if (is < planned - expect.toleranceUs()) {
            return Optional.of(new Failure.Incomplete(facts.source, Time.spoken(is), Time.spoken(planned)));
        }
        return is > planned + expect.toleranceUs()
                ? notAsPlanned(facts, OutputWords.LONGER.with(Time.spoken(is), Time.spoken(planned)))
                : Optional.empty();
    }

    /** Where the longest picture or sound ends: subtitles may last longer, and containers count them or not as they like. */
    private static OptionalLong pictureAndSound(Media media) {
        boolean counted = media.tracks().size() == 1 && media.notes().contains(Media.Note.LENGTH_COUNTED);
        OptionalLong known = counted ? OptionalLong.empty() : Track.Facts.lastEndUs(played(media), media.startUs());
        return known.isPresent() ? known : media.lengthUs();
    }

    private static List<Track.Facts> played(Media media) {
        return media.tracks().stream().filter(t -> t instanceof Track.Video || t instanceof Track.Audio).map(Track::facts)
                .toList();
    }

    private static Optional<Failure> picture(Media media, Expect.Film expect, Facts facts) {
        if (expect.size().isEmpty()) {
            return Optional.empty();
        }
        Optional<Size> is = media.video().map(Track.Video::upright);
        if (is.isEmpty()) {
            return notAsPlanned(facts, OutputWords.NO_PICTURE.with());
        }
        return is.equals(expect.size())
                ? Optional.empty()
                : notAsPlanned(facts, OutputWords.PICTURE.with(is.get(), expect.size().get()));
    }

    private Optional<Failure> tail(Path file, Media media, Facts facts) throws InterruptedException {
        if (!isPlayed(media, facts)) {
            return Optional.empty();
        }
        long from = Math.max(0, media.lengthUs().getAsLong() - Time.SECOND);
        try {
            return tail.decodes(file, from) ? Optional.empty() : notAsPlanned(facts, OutputWords.TAIL.with());
        } catch (FailedException e) {
            return notAsPlanned(facts, e.failure().headline());
        }
    }

    private static boolean isPlayed(Media media, Facts facts) {
        return facts.encoded && !media.still() && media.lengthUs().isPresent();
    }

    private static Optional<Failure> notAsPlanned(Facts facts, Text difference) {
        return Optional.of(new Failure.NotAsPlanned(facts.source, difference.toString()));
    }
}
