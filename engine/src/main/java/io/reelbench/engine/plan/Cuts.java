package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Where a timeline can be cut without encoding, and how much lies between two such places. */
final class Cuts {

    /** What containers add to a packet, in bytes; tracks of sound have more packets than the picture. */
    private static final int PACKET = 40;
    private static final int FILE = 6000;
    private static final double IN_HAND = 1.02;
    private static final double IN_HAND_TS = 1.12;
    private static final long ROUNDING = 1000;

    /**
     * Such a place.
     *
     * @param us      on the timeline
     * @param packets of the main track that stand before it in the clip
     * @param bytes   that stand before it in the clip
     * @param leading how many behind it are shown before it, and cannot be decoded in a file that begins here
     */
    record Place(long us, long packets, long bytes, long leading) {
    }

    private final Edit edit;
    private final List<Place> places;
    private final Optional<Read.Keys> keys;

    Cuts(Edit edit) {
        this.edit = edit;
        this.keys = edit.first().known().read().keys();
        this.places = keys.map(this::onTimeline).orElse(List.of());
    }

    private List<Place> onTimeline(Read.Keys all) {
        Inputs inputs = new Inputs(edit);
        List<Place> here = new ArrayList<>();
        long at = 0;
        if (inputs.start(edit.segments().getFirst()) == 0) {
            // what is hidden before the first frame is no place
            here.add(new Place(0, 0, 0, 0));
        }
        List<Read.Key> starts = usual(all.starts());
        for (Segment segment : edit.segments()) {
            long start = inputs.start(segment);
            long end = segment.toUs().orElse(Long.MAX_VALUE);
            for (Read.Key key : starts) {
                if (key.us() >= start && key.us() < end && (at > 0 || key.us() > 0)) {
                    here.add(new Place(edit.paced(at + key.us() - start), key.packets(), key.bytes(), key.leading()));
                }
            }
            at += edit.length(segment).orElse(0) + segment.fromUs() - start;
        }
        return List.copyOf(here);
    }

    /** Where keyframes that need nothing before them are as usual as others, only these. */
    private static List<Read.Key> usual(List<Read.Key> all) {
        List<Read.Key> clean = all.stream().filter(k -> k.leading() == 0).toList();
        return clean.size() * 2 > all.size() ? clean : all;
    }

    /** How many packets the picture of each piece may lack, because they cannot be decoded. */
    List<Long> leading(List<Long> cuts) {
        return Stream.concat(Stream.of(0L), cuts.stream()
                .map(us -> places.stream().filter(p -> p.us == us).map(Place::leading).findFirst().orElse(0L))).toList();
    }

    /** The first place at or after each time, each once, without the beginning. */
    List<Long> after(List<Long> asked) {
        long early = early(edit.video());
        return asked.stream()
                .flatMap(us -> places.stream().map(Place::us).filter(place -> place >= us - early).findFirst().stream())
                .filter(us -> us > 0).distinct().sorted().toList();
    }

    /** How much before a frame a time may be and still mean it. */
    static long early(Optional<Track.Video> video) {
        return video.filter(v -> !v.variable()).flatMap(Track.Video::rate).map(Rate::frameLength).map(l -> l / 2)
                .orElse(ROUNDING);
    }

    /**
     * How many packets of the main track each piece has.
     *
     * @param cuts where another piece begins; all of them places
     */
    List<OptionalLong> packets(List<Long> cuts) {
        List<OptionalLong> counts = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            OptionalLong from = i == 0 ? first() : packetsBefore(cuts.get(i - 1));
            OptionalLong to = i == cuts.size() ? last() : packetsBefore(cuts.get(i));
            boolean known = from.isPresent() && to.isPresent() && edit.segments().size() == 1;
            counts.add(known ? OptionalLong.of(to.getAsLong() - from.getAsLong()) : OptionalLong.empty());
        }
        return counts;
    }

    private OptionalLong first() {
        return places.isEmpty() ? OptionalLong.empty() : OptionalLong.of(places.getFirst().packets);
    }

    private OptionalLong last() {
        return keys.isPresent() && edit.segments().getLast().toUs().isEmpty()
                ? OptionalLong.of(keys.get().packets())
                : OptionalLong.empty();
    }

    private OptionalLong packetsBefore(long us) {
        return places.stream().filter(p -> p.us == us).mapToLong(Place::packets).findFirst();
    }

    /** As few cuts as possible with which no piece is larger; what stands in the way goes into the draft. */
    List<Long> under(long most, Container container, Draft draft) {
        List<Long> cuts = new ArrayList<>();
        List<Place> all = new ArrayList<>(places);
        keys.ifPresent(k -> all.add(new Place(edit.lengthUs().orElse(Range.OPEN), k.packets(), k.bytes(), 0)));
        int from = 0;
        for (int i = 1; i < all.size(); i++) {
            if (written(all.get(from), all.get(i), container) <= most) {
                continue;
            }
            if (i - 1 > from) {
                from = i - 1;
                cuts.add(all.get(from).us);
            }
            double alone = written(all.get(from), all.get(i), container);
            if (alone > most) {
                draft.problem("max-size", io.reelbench.engine.problem.Code.OUT_OF_RANGE, SliceWords.TOO_LARGE,
                        io.reelbench.engine.media.Time.spoken(all.get(from).us),
                        io.reelbench.engine.media.Time.spoken(all.get(i).us),
                        new io.reelbench.engine.media.Bytes((long) alone).spoken());
                return List.of();
            }
        }
        return List.copyOf(cuts);
    }

    private static double written(Place from, Place to, Container container) {
        double inHand = container == Container.TS ? IN_HAND_TS : IN_HAND;
        return (to.bytes - from.bytes) * inHand + (to.packets - from.packets) * (double) PACKET + FILE;
    }

    /** The clip with all that is known of where copies of these parts can start. */
    static Media landing(Edit edit, List<Range> parts) {
        Media media = edit.first();
        List<Read.Key> starts = media.known().read().keys().map(Read.Keys::starts).orElse(List.of());
        var known = media.known();
        for (Range part : parts) {
            long at = edit.toSource(part.fromUs());
            if (at > 0 && !known.landings().containsKey(at) && !starts.isEmpty()) {
                OptionalLong before = starts.stream().mapToLong(Read.Key::us).filter(us -> us <= at).max();
                OptionalLong after = starts.stream().mapToLong(Read.Key::us).filter(us -> us > at).min();
                known = known.withLanding(at, new Media.Landing(before, after));
            }
        }
        return media.with(known);
    }
}
