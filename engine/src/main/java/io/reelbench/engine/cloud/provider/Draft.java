package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request while it is being filled in. Options that nobody asked about are told to the person: nothing of a recipe is left out in
 * silence.
 */
public final class Draft {

    /** A cut at a keyframe begins up to so much earlier; encoders put one at least this often. */
    static final long TO_KEYFRAME = 12 * Time.SECOND;
    /** Two frames of 25 a second and two packets of sound. */
    static final long EXACT = 150_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What a request is made of.
     *
     * @param clips  what it works on: the clips of the task, or what the job before will have made
     * @param plan   for this machine, of the clips and all steps up to the last that it does
     * @param beside files that its steps read besides
     * @param titles of its steps
     * @param slackUs how much longer or shorter the clip may be than it says, because of the jobs before
     */
    record Subject(String service, List<Media> clips, Plan plan, List<Path> beside, String titles, Stand stand, long slackUs) {
    }

    /** Where the job stands among those of its task. */
    enum Stand {
        ONLY(true, true), FIRST(true, false), BETWEEN(false, false), LAST(false, true);

        private final boolean first;
        private final boolean last;

        Stand(boolean first, boolean last) {
            this.first = first;
            this.last = last;
        }

        static Stand of(boolean first, boolean last) {
            return first ? last ? ONLY : FIRST : last ? LAST : BETWEEN;
        }
    }

    private final Subject of;
    private final String service;
    private final List<Media> clips;
    private final Plan plan;
    private final Map<String, List<String>> written;
    private final Set<String> understood = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final ObjectNode body = JSON.createObjectNode();
    private final Map<String, String> query = new LinkedHashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private String extension;
    private Expect expect;
    private OptionalLong outputUs = OptionalLong.empty();
    private Optional<Size> outputSize = Optional.empty();

    private Yield yield = new Yield.File();

    /** @param written the options of the steps that are not as usual */
    Draft(Subject of, Map<String, List<String>> written) {
        this.of = of;
        this.service = of.service;
        this.clips = of.clips;
        this.plan = of.plan;
        this.written = written;
        this.extension = plan.products().getFirst().extension();
        this.expect = plan.products().getFirst().expect();
        this.outputUs = plan.estimate().lengthUs();
    }

    // ---- What there is ----

    String service() {
        return service;
    }

    Media clip() {
        return clips.getFirst();
    }

    List<Media> clips() {
        return clips;
    }

    /** Files that lie beside the clips and are read. */
    List<Path> beside() {
        return of.beside;
    }

    /** What the plan for this machine would make: names, codecs and sizes follow from it. */
    Optional<Expect.Film> film() {
        return plan.products().getFirst().expect() instanceof Expect.Film film ? Optional.of(film) : Optional.empty();
    }

    /** The codec of the first track of a kind that would be made here. */
    Optional<String> codec(TrackExpected.Kind kind) {
        return film().flatMap(f -> f.tracks().stream().filter(t -> t.kind() == kind).findFirst()).map(TrackExpected::codec);
    }

    String extension() {
        return extension;
    }

    /** How much longer or shorter the clip may be than it says, because of the jobs before; in microseconds. */
    long slackUs() {
        return of.slackUs;
    }

    /** Whether it is the only job of its task. */
    boolean isOnly() {
        return of.stand == Stand.ONLY;
    }

    /**
     * The ending of what comes out: the wished one, which is a problem where the service has no such. Of what another job goes on with
     * nobody sees the container, so any will do.
     */
    String container(List<String> theirs, String nearest) {
        if (!of.stand.last && !theirs.contains(extension)) {
            extension = nearest;
        }
        oneOf("container", extension, theirs, nearest);
        return extension;
    }

    Plan plan() {
        return plan;
    }

    // ---- What is written ----

    ObjectNode body() {
        return body;
    }

    Draft text(String key, String value) {
        body.put(key, value);
        return this;
    }

    Draft whole(String key, long value) {
        body.put(key, value);
        return this;
    }

    Draft number(String key, BigDecimal value) {
        body.put(key, value);
        return this;
    }

    Draft number(String key, double value) {
        return number(key, BigDecimal.valueOf(value).stripTrailingZeros());
    }

    Draft flag(String key, boolean value) {
        body.put(key, value);
        return this;
    }

    Draft query(String key, String value) {
        query.put(key, value);
        return this;
    }

    Draft file(String key, Path file, Slot.Kind kind) {
        slots.add(Slot.of("/" + key, file, kind));
        body.putNull(key);
        return this;
    }

    /** What goes in in place of the clip. */
    private Slot slot(String pointer, Media clip) {
        return new Slot(pointer, Optional.of(clip.path()).filter(_ -> of.stand.first), kind(clip));
    }

    /** The clip under this name. */
    Draft clip(String key) {
        slots.add(slot("/" + key, clip()));
        body.putNull(key);
        return this;
    }

    Draft clips(String key) {
        ArrayNode list = body.putArray(key);
        for (Media each : clips) {
            slots.add(slot("/" + key + "/" + list.size(), each));
            list.addNull();
        }
        return this;
    }

    static Slot.Kind kind(Media media) {
        return media.still() ? Slot.Kind.PICTURE : media.video().isPresent() ? Slot.Kind.FILM : Slot.Kind.SOUND;
    }

    // ---- What is asked of the recipe ----

    /** These options are dealt with. */
    Draft knows(String... options) {
        understood.addAll(Arrays.asList(options));
        return this;
    }

    /** The request is made of the whole plan, so every option is in it. */
    Draft knowsAll() {
        understood.addAll(written.keySet());
        return this;
    }

    /** A file whose place in the request is there already. */
    void slot(String pointer, Path file) {
        boolean clip = clip().path().equals(file);
        slots.add(clip ? slot(pointer, clip()) : Slot.of(pointer, file, Slot.Kind.FILM));
    }

    /** A number that the service limits. */
    BigDecimal within(String option, BigDecimal value, String least, String most) {
        BigDecimal low = new BigDecimal(least);
        BigDecimal high = new BigDecimal(most);
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            String nearest = value.compareTo(low) < 0 ? least : most;
            problems.add(new Problem(option, Code.OUT_OF_RANGE, ProviderWords.OUTSIDE.with(service, least, most))
                    .mendedBy(Fix.use(option, nearest, ProviderWords.USE.with(nearest))));
        }
        return value.stripTrailingZeros();
    }

    /** A word that must be one of those that the service has. */
    void oneOf(String option, String value, List<String> theirs, String nearest) {
        if (!theirs.contains(value)) {
            problems.add(new Problem(option, Code.UNKNOWN_VALUE, ProviderWords.ONE_OF.with(service, String.join(", ", theirs)))
                    .mendedBy(Fix.use(option, nearest, ProviderWords.USE.with(nearest))));
        }
    }

    void cannot(String option, Code code, Text why, Fix... fixes) {
        problems.add(new Problem(option, code, why).mendedBy(fixes));
    }

    void wrong(String option, BadValue value) {
        problems.add(value.of(option));
    }

    void note(Text text) {
        notes.add(text);
    }

    /** A moment in seconds of the clip; 0 when it cannot be told, which is then a problem. */
    BigDecimal seconds(String option, Moment moment) {
        try {
            OptionalLong us = moment.on(clip().clock());
            return us.isPresent() ? seconds(us.getAsLong()) : unknown(option);
        } catch (BadValue wrong) {
            problems.add(wrong.of(option));
            return BigDecimal.ZERO;
        }
    }

    BigDecimal seconds(String option, Length length) {
        try {
            OptionalLong us = length.on(clip().clock());
            return us.isPresent() ? seconds(us.getAsLong()) : unknown(option);
        } catch (BadValue wrong) {
            problems.add(wrong.of(option));
            return BigDecimal.ZERO;
        }
    }

    private BigDecimal unknown(String option) {
        problems.add(new Problem(option, Code.NEEDS_OTHER, ProviderWords.LENGTH_UNKNOWN.with(clip().name(), service)));
        return BigDecimal.ZERO;
    }

    static BigDecimal seconds(long us) {
        BigDecimal plain = BigDecimal.valueOf(us, 6).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static long us(BigDecimal seconds) {
        return seconds.movePointRight(6).longValue();
    }

    /** The length of the clip, where it is known. */
    OptionalLong lengthUs() {
        OptionalLong played = clip().playedUs();
        return played.isPresent() ? played : clip().lengthUs();
    }

    // ---- What comes out ----

    /** Its bytes are taken as they come; they must open. */
    Draft makes(String ending) {
        extension = ending;
        expect = new Expect.Anything(false);
        return this;
    }

    /** What the plan for this machine says, in a file of this ending. */
    Draft makesAsPlanned(String ending) {
        extension = ending;
        return this;
    }

    /**
     * A film of the picture and the first sound, as far as the clip has them.
     *
     * @param picture ffmpeg's name of the codec; empty when there is no picture in it
     */
    Draft makesFilm(String ending, Optional<String> picture, Optional<String> sound, OptionalLong lengthUs, boolean exact,
            Optional<Size> size) {
        List<TrackExpected> tracks = new ArrayList<>();
        picture.ifPresent(codec -> tracks.add(new TrackExpected(TrackExpected.Kind.VIDEO, codec)));
        sound.ifPresent(codec -> tracks.add(new TrackExpected(TrackExpected.Kind.AUDIO, codec)));
        extension = ending;
        expect = new Expect.Film(List.copyOf(tracks), lengthUs, exact ? EXACT : TO_KEYFRAME, size, OptionalLong.empty());
        outputUs = lengthUs;
        outputSize = size;
        if (sound.isPresent() && clip().all(Track.Audio.class).size() > 1) {
            notes.add(ProviderWords.FIRST_SOUND.with());
        }
        return this;
    }

    /** A still picture. */
    Draft makesStill(String ending, String codec, Optional<Size> size) {
        extension = ending;
        expect = new Expect.Film(List.of(new TrackExpected(TrackExpected.Kind.VIDEO, codec)), OptionalLong.empty(), 0, size,
                OptionalLong.empty());
        return this;
    }

    Draft makes(String ending, Expect what) {
        extension = ending;
        expect = what;
        return this;
    }

    /** What comes back, where it is not one file. */
    Draft gives(Yield what) {
        yield = what;
        return this;
    }

    /** How long the result is, where that counts for the price. */
    Draft lasts(OptionalLong us) {
        outputUs = us;
        return this;
    }

    // ---- What came of it ----

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        written.keySet().stream().filter(option -> !understood.contains(option))
                .filter(option -> all.stream().noneMatch(p -> p.option().equals(option)))
                .map(option -> new Problem(option, Code.NOT_AVAILABLE, ProviderWords.NOT_TOLD.with(service))
                        .mendedBy(new Fix.Choose(ProviderWords.AS_USUAL.with(option), OptionalInt.empty(),
                                Map.of(option, List.of()))))
                .forEach(all::add);
        return List.copyOf(all);
    }

    List<Slot> slots() {
        return List.copyOf(slots);
    }

    Price.Subject subject(long firstBytes, long allBytes) {
        int side = outputSize.or(() -> clip().video().map(Track.Video::upright)).map(Size::shortSide).orElse(720);
        return new Price.Subject(firstBytes, allBytes, inputUs(), outputUs.isPresent() ? outputUs : lengthUs(), side);
    }

    private OptionalLong inputUs() {
        long sum = 0;
        for (Media each : clips) {
            OptionalLong us = each.playedUs().isPresent() ? each.playedUs() : each.lengthUs();
            if (us.isEmpty()) {
                return us;
            }
            sum += us.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /** What is made of a clip whose length nobody knows to the frame is not to the frame either. */
    private Expect loosened() {
        return switch (expect) {
            case Expect.Film f when of.slackUs > 0 ->
                new Expect.Film(f.tracks(), f.lengthUs(), f.toleranceUs() + of.slackUs, f.size(), f.maxBytes(), f.promise());
            case Expect.Pictures p when of.slackUs > 0 ->
                new Expect.Pictures(p.packing(), 1, Long.MAX_VALUE, p.codec(), p.size());
            default -> expect;
        };
    }

    Call call(Offer offer, Optional<Cost> cost) {
        return new Call(of.titles, offer.path(), Map.copyOf(query), body, offer.intake(), offer.life(), slots(),
                offer.limits().upload(), yield, extension, loosened(), cost, List.copyOf(notes));
    }
}
