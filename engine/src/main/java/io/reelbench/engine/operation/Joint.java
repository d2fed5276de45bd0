package io.reelbench.engine.operation;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Clock;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Keeping;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.Labels;
import io.reelbench.engine.plan.Member;
import io.reelbench.engine.plan.Passage;
import io.reelbench.engine.plan.Reel;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes one edit of those of several clips: who rules, how long each is, and what differs. */
final class Joint {

    private static final Rate USUAL = new Rate(25, 1);
    /** A picture that begins this much later than its sound does so because of how it was stored. */
    private static final long MOST_LEAD = Time.SECOND / 4;

    private final Concat wish;
    private final List<Edit> clips;
    private final Known known;
    private final Problems problems;

    /** @param known what was found out for the steps below */
    Joint(Concat wish, List<Edit> clips, Known known, Problems problems) {
        this.wish = wish;
        this.clips = clips;
        this.known = known;
        this.problems = problems;
    }

    /** The first clip alone where they cannot be joined; then the problems say why. */
    Edit joined() {
        if (clips.size() < 2) {
            problems.add("", Code.TOO_FEW, JoinWords.TOO_FEW);
        } else if (kindsFit()) {
            Optional<Edit> edit = made();
            if (edit.isPresent()) {
                return edit.get();
            }
        }
        return clips.getFirst();
    }

    private boolean kindsFit() {
        Optional<Edit> seen = clips.stream().filter(Edit::hasPicture).findFirst();
        for (Edit edit : clips) {
            if (seen.isPresent() && !edit.hasPicture()) {
                problems.add("", Code.NEEDS_PICTURE, JoinWords.NO_PICTURE, edit.first().name(), seen.get().first().name());
                return false;
            } else if (!edit.hasPicture() && !edit.hasSound()) {
                problems.add("", Code.NEEDS_PICTURE, JoinWords.NOTHING_IN_IT, edit.first().name());
                return false;
            }
        }
        return true;
    }

    private Optional<Edit> made() {
        int ruling = ruling();
        Edit rules = clips.get(ruling);
        Optional<Rate> rate = rules.video().map(v -> rules.first().still() ? USUAL : Conforming.rate(v));
        try {
            Passage passage = passage(rate);
            List<OptionalLong> lengths = new ArrayList<>();
            for (Edit edit : clips) {
                lengths.add(length(edit, rate));
            }
            return checked(lengths, passage) ? Optional.of(made(ruling, rate, passage, lengths)) : Optional.empty();
        } catch (BadValue wrong) {
            problems.add(wrong.of(wish.between().isPresent() ? "gap" : "still-duration"));
            return Optional.empty();
        }
    }

    /** A clip that moves rules before pictures do. */
    private int ruling() {
        List<Integer> moving = IntStream.range(0, clips.size()).filter(i -> !clips.get(i).first().still()).boxed().toList();
        List<Integer> able = moving.isEmpty() ? IntStream.range(0, clips.size()).boxed().toList() : moving;
        return switch (wish.match()) {
            case FIRST -> able.getFirst();
            case LARGEST -> able.stream().max(Comparator.comparingLong(this::pixels).thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            case MOST -> most(able);
        };
    }

    private long pixels(int clip) {
        Edit edit = clips.get(clip);
        return edit.size().map(Size::pixels)
                .orElseGet(
                        () -> edit.sounds().getFirst().here().sampleRate() * (long) edit.sounds().getFirst().here().channels());
    }

    /** The first of the clips that are alike and last longest together. */
    private int most(List<Integer> able) {
        Map<String, Long> lasting = new HashMap<>();
        for (int clip : able) {
            lasting.merge(look(clips.get(clip)), clips.get(clip).lengthUs().orElse(0), Long::sum);
        }
        return able.stream().max(Comparator.comparingLong((Integer clip) -> lasting.get(look(clips.get(clip))))
                .thenComparing(Comparator.reverseOrder())).orElseThrow();
    }

    private static String look(Edit edit) {
        return edit.video()
                .map(v -> "%s %s %s %s %s %s".formatted(v.codec(), v.facts().profile(), v.coded(), v.rotation(), v.rate(),
                        v.pixels().name()))
                .orElse("")
                + edit.sounds().stream().findFirst()
                        .map(h -> "%s %d %d".formatted(h.here().codec(), h.here().sampleRate(), h.here().channels())).orElse("");
    }

    private Passage passage(Optional<Rate> rate) throws BadValue {
        Clock clock = new Clock(OptionalLong.empty(), rate, Optional.empty());
        return switch (wish.between().orElse(null)) {
            case null -> Passage.CUT;
            case Concat.Gap(Length gap) -> passage(Passage.Kind.GAP, gap, clock);
            case Concat.Blend(Concat.Transition transition, Length length) -> switch (transition) {
                case NONE -> Passage.CUT;
                case CROSSFADE -> passage(Passage.Kind.CROSSFADE, length, clock);
                case DIP -> passage(Passage.Kind.DIP, length, clock);
            };
        };
    }

    /** A whole number of frames. */
    private static Passage passage(Passage.Kind kind, Length length, Clock clock) throws BadValue {
        long us = length.on(clock).orElse(0);
        long whole = clock.rate().map(r -> r.timeOf(us == 0 ? 0 : Math.max(1, r.nearestFrame(us)))).orElse(us);
        return whole == 0 ? Passage.CUT : new Passage(kind, whole);
    }

    /** In frames where there is a rate, else in microseconds. */
    private OptionalLong length(Edit edit, Optional<Rate> rate) throws BadValue {
        if (rate.isEmpty()) {
            return edit.lengthUs();
        } else if (edit.first().still()) {
            long us = wish.stillDuration().on(new Clock(OptionalLong.empty(), rate, Optional.empty())).orElse(5 * Time.SECOND);
            return OptionalLong.of(Math.max(1, rate.get().nearestFrame(us)));
        }
        Track.Video video = edit.video().orElseThrow();
        Track.Facts facts = edit.first().video().orElseThrow().facts();
        boolean counted = edit.isWhole() && edit.picture().isEmpty() && !video.variable() && video.rate().equals(rate)
                && facts.frames().isPresent();
        if (counted) {
            return facts.frames();
        }
        OptionalLong us = edit.lengthOf(facts);
        return us.isEmpty() ? us : OptionalLong.of(Math.max(1, rate.get().nearestFrame(us.getAsLong() - lead(edit))));
    }

    /** How much of the sound comes before the picture, as it is behind the steps. */
    private static long lead(Edit edit) {
        if (!edit.hasPicture() || edit.first().still() || edit.segments().getFirst().fromUs() > 0) {
            return 0;
        }
        Media clip = edit.first();
        long us = clip.video().orElseThrow().facts().startUs().orElse(clip.startUs()) - clip.startUs();
        return us <= 0 || us > MOST_LEAD ? 0 : Fraction.of(us).over(edit.pace()).round();
    }

    private boolean checked(List<OptionalLong> lengths, Passage passage) {
        for (int i = 0; i < clips.size(); i++) {
            if (lengths.get(i).isEmpty()) {
                problems.add("", Code.NEEDS_OTHER, JoinWords.LENGTH, clips.get(i).first().name());
                return false;
            }
        }
        boolean heard = clips.stream().anyMatch(Edit::hasSound);
        Optional<Edit> mute = clips.stream().filter(e -> !e.hasSound() && !e.first().still()).findFirst();
        if (!wish.fillSound() && heard && mute.isPresent()) {
            problems.add("fill-sound", Code.NEEDS_SOUND, JoinWords.SOUNDLESS.with(mute.get().first().name()),
                    Fix.use("fill-sound", "yes", JoinWords.FILL.with()));
            return false;
        }
        return true;
    }

    private Edit made(int ruling, Optional<Rate> rate, Passage passage, List<OptionalLong> lengths) {
        Edit rules = clips.get(ruling);
        List<Heard> sounds = rules.hasSound()
                ? rules.sounds()
                : clips.stream().filter(Edit::hasSound).findFirst().map(e -> e.sounds().subList(0, 1)).orElse(List.of());
        Unlike unlike = new Unlike(rules);
        List<Member> members = new ArrayList<>();
        // counted in frames, so that no rounding adds up
        long frames = 0;
        long at = 0;
        for (int i = 0; i < clips.size(); i++) {
            Edit edit = clips.get(i);
            long own = lengths.get(i).getAsLong();
            long now = frames;
            long fromUs = rate.map(r -> r.timeOf(now)).orElse(at);
            long lengthUs = rate.map(r -> r.timeOf(now + own) - r.timeOf(now)).orElse(own);
            members.add(new Member(i, Optional.empty(), edit, conform(rules, edit), picture(unlike, edit, lengthUs),
                    unlike.sounds(edit, sounds, lengthUs), fromUs, lengthUs, lead(edit), rate.isPresent() ? own : 0));
            long apart = rate.map(r -> (long) Long.signum(passage.apartUs()) * r.nearestFrame(Math.abs(passage.apartUs())))
                    .orElse(passage.apartUs());
            frames += own + apart;
            at += own + apart;
        }
        fits(members, passage);
        refuseCopy(rules, members, passage);
        Media whole = whole(rules, sounds, members, rate);
        Edit edit = Edit.of(new Reel(members, ruling, whole, passage, wish.mode().way()), labels(members));
        return noted(needsHeaders(members, rules.first()) ? edit.wanting(Reel.HEADERS) : edit, sounds.size());
    }

    /** Whether some clips may be encoded to stand beside others, which it is not known how. */
    private boolean needsHeaders(List<Member> members, Media ruler) {
        long odd = members.stream().filter(m -> !m.unlike().isEmpty()).count();
        return wish.mode() == Concat.Mode.AUTO && odd > 0 && odd < members.size() && !ruler.still()
                && ruler.video().filter(v -> List.of("h264", "hevc").contains(v.codec())).isPresent()
                && !ruler.known().stretches().containsKey(Reel.HEADERS);
    }

    private List<Filter> conform(Edit rules, Edit edit) {
        return edit.hasPicture() ? new Conforming(rules.video().orElseThrow(), wish.fit()).filters(edit) : List.of();
    }

    private static List<Text> picture(Unlike unlike, Edit edit, long lengthUs) {
        if (!edit.hasPicture()) {
            return List.of();
        } else if (edit.first().still()) {
            return List.of(JoinWords.STILL.with(Time.spoken(lengthUs)));
        }
        return unlike.picture(edit);
    }

    /** Two transitions of one clip must not lie over each other. */
    private void fits(List<Member> members, Passage passage) {
        if (passage.kind() != Passage.Kind.CROSSFADE && passage.kind() != Passage.Kind.DIP) {
            return;
        }
        Member shortest = members.stream().min(Comparator.comparingLong(Member::lengthUs)).orElseThrow();
        if (shortest.lengthUs() < 2 * passage.us()) {
            problems.add("transition-duration", Code.OUT_OF_RANGE, JoinWords.SHORTER, Time.spoken(passage.us()),
                    shortest.clip().name(), Time.spoken(shortest.lengthUs()));
        }
    }

    private void refuseCopy(Edit rules, List<Member> members, Passage passage) {
        if (wish.mode() != Concat.Mode.COPY) {
            return;
        }
        Fix encode = Fix.use("mode", "auto", JoinWords.ENCODE.with());
        List<String> unlike = new ArrayList<>();
        for (Member member : members) {
            List<Text> all = new ArrayList<>(member.unlike());
            all.addAll(member.muted());
            if (!all.isEmpty()) {
                unlike.add(JoinWords.UNLIKE_ONE.with(member.clip().name(),
                        all.stream().map(Text::toString).distinct().collect(Collectors.joining(", "))).toString());
            }
        }
        if (passage.us() != 0) {
            problems.add("mode", Code.CHOOSE_ONE, JoinWords.MODE_PASSAGE.with(), encode);
        } else if (!unlike.isEmpty()) {
            problems.add("mode", Code.CHOOSE_ONE, JoinWords.UNLIKE.with(rules.first().name(), String.join("; ", unlike)), encode);
        }
    }

    /** What the steps below see: the clip that rules, as long as all of them. */
    private Media whole(Edit rules, List<Heard> sounds, List<Member> members, Optional<Rate> rate) {
        Media first = clips.getFirst().first();
        Media ruler = rules.first();
        Member last = members.getLast();
        long lengthUs = last.fromUs() + last.lengthUs();
        List<Track> tracks = new ArrayList<>();
        rules.video().ifPresent(v -> tracks.add(picture(v, rate.orElseThrow(), lengthUs, members)));
        for (Heard heard : sounds) {
            tracks.add(sound(heard.here(), tracks.size(), lengthUs));
        }
        long bytes = members.stream().mapToLong(m -> m.clip().bytes()).sum();
        Optional<Bitrate> bitrate = lengthUs == 0
                ? Optional.empty()
                : Optional.of(new Bitrate(bytes * 8 * Time.SECOND / lengthUs));
        Known seen = known.withFields(rules.video().map(Track.Video::fields).orElse(Track.Fields.PROGRESSIVE));
        return new Media(first.path(), bytes, first.modifiedMs(), format(ruler), 0, OptionalLong.of(lengthUs),
                bitrate, List.copyOf(tracks), List.of(), first.tags(), false, List.of(), seen);
    }

    /** Pictures alone become a film. */
    private static String format(Media ruler) {
        return ruler.still() ? "mov,mp4,m4a,3gp,3g2,mj2" : ruler.format();
    }

    private static Track.Video picture(Track.Video is, Rate rate, long lengthUs, List<Member> members) {
        Track.Facts facts = facts(is.facts(), 0, lengthUs, OptionalLong.of(rate.nearestFrame(lengthUs)));
        return new Track.Video(facts, is.upright(), Fraction.ONE, 0, false, is.pixels(), Optional.of(rate), false, is.fields(),
                is.colour(), is.hdr(), Optional.empty(), is.reorder());
    }

    private static Track.Audio sound(Track.Audio is, int index, long lengthUs) {
        return new Track.Audio(facts(is.facts(), index, lengthUs, OptionalLong.empty()), is.sampleRate(), is.channels(),
                is.layout(), is.bits(), is.floating());
    }

    private static Track.Facts facts(Track.Facts is, int index, long lengthUs, OptionalLong frames) {
        return new Track.Facts(index, is.codec(), is.codecTag(), is.profile(), is.decodable(), is.timebase(), OptionalLong.of(0),
                OptionalLong.of(lengthUs), is.bitrate(), frames, is.language(), is.title(),
                is.dispositions().stream().filter(d -> !d.equals(Track.HIDES)).collect(Collectors.toUnmodifiableSet()),
                is.tags(), is.setup(), is.lead());
    }

    /** Those of the first clip; where each begins becomes a chapter. */
    private Labels labels(List<Member> members) {
        Labels first = clips.getFirst().labels();
        if (!wish.chapterMarks()) {
            return first;
        }
        List<Labels.Mark> marks = new ArrayList<>();
        for (Member member : members) {
            // what lies between two clips belongs to the first of them
            long next = member.place() + 1 < members.size()
                    ? members.get(member.place() + 1).fromUs()
                    : member.fromUs() + member.lengthUs();
            marks.add(new Labels.Mark(member.fromUs(), next, stem(member.clip().name())));
        }
        return new Labels(first.stripped(), first.set(), first.removed(), Keeping.of(marks), first.recorded(),
                first.location(), first.cover(), first.languages(), first.titles(), first.defaults(), first.timecode());
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Edit noted(Edit edit, int sounds) {
        Edit noted = edit;
        for (Edit clip : clips) {
            if (clip.sounds().size() > sounds) {
                noted = noted.noting(JoinWords.SOUNDS_LEFT, clip.first().name());
            }
            if (!clip.first().all(Track.Subtitle.class).isEmpty()) {
                noted = noted.noting(JoinWords.SUBTITLES_LEFT);
            }
        }
        return noted;
    }
}
