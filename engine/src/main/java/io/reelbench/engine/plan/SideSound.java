package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A sound track of a file beside the clip, laid on the timeline of the step that brought it. Steps below it may cut that timeline.
 *
 * @param media    the file
 * @param track    of it
 * @param offsetUs when its first moment comes on that timeline, in microseconds; below zero, what comes before is cut off
 * @param parts    of that timeline that are kept, in order
 */
public record SideSound(Media media, Track.Audio track, long offsetUs, List<Range> parts) implements Heard.Origin {

    private static final int USUAL_RATE = 48_000;

    /**
     * All of a timeline.
     *
     * @param lengthUs of the timeline, in microseconds
     */
    public static SideSound on(long lengthUs, Media media, Track.Audio track, long offsetUs) {
        return new SideSound(media, track, offsetUs, List.of(new Range(0, lengthUs)));
    }

    /**
     * Only these parts, in microseconds of a timeline of another pace.
     *
     * @param pace how much faster time runs there
     */
    SideSound cut(List<Range> kept, Fraction pace) {
        return new SideSound(media, track, offsetUs, cut(parts, kept, pace));
    }

    /** Parts of a timeline of which only parts are kept, in the time of the first ones. */
    static List<Range> cut(List<Range> parts, List<Range> kept, Fraction pace) {
        List<Range> all = new ArrayList<>();
        for (Range range : kept) {
            long from = before(range.fromUs(), pace);
            long to = before(range.toUs(), pace);
            long at = 0;
            for (Range part : parts) {
                long begins = Math.max(from, at);
                long ends = part.toUs() == Range.OPEN ? to : Math.min(to, at + part.toUs() - part.fromUs());
                if (begins < ends) {
                    all.add(new Range(part.fromUs() + begins - at, ends == Range.OPEN ? ends : part.fromUs() + ends - at));
                }
                at = part.toUs() == Range.OPEN ? Range.OPEN : at + part.toUs() - part.fromUs();
            }
        }
        return List.copyOf(all);
    }

    private static long before(long us, Fraction pace) {
        return us == Range.OPEN ? us : Fraction.of(us).times(pace).round();
    }

    /** How long its parts are together, in microseconds. */
    long lengthUs() {
        return parts.stream().mapToLong(p -> p.toUs() - p.fromUs()).sum();
    }

    /** Where it ends by itself on its own timeline, in microseconds; empty when nobody knows. */
    OptionalLong endUs() {
        OptionalLong own = track.facts().endUs(media.startUs());
        OptionalLong end = own.isPresent() ? own : media.lengthUs();
        return end.isEmpty() ? end : OptionalLong.of(end.getAsLong() + offsetUs);
    }

    /** Whether one stretch of the timeline is kept. */
    boolean isOneStretch() {
        return parts.size() == 1;
    }

    /** The whole file, for filters. */
    Command.Input input() {
        return new Command.Input(Inputs.demuxer(media), new Ref.Beside(media.path()));
    }

    /**
     * How much later than the file begins its sound comes in the output, in microseconds; of one stretch.
     *
     * @param earlyUs how much earlier than asked for the output begins
     */
    long laterUs(long earlyUs) {
        return offsetUs - parts.getFirst().fromUs() + earlyUs;
    }

    /** The file so that its packets come at their times: moved, and cut at both ends between packets. */
    Command.Input copied(long earlyUs) {
        List<String> arguments = new ArrayList<>(Inputs.demuxer(media));
        long later = laterUs(earlyUs);
        if (later > 0) {
            arguments.addAll(List.of("-itsoffset", Time.seconds(later)));
        } else if (later < 0) {
            arguments.addAll(List.of("-ss", Time.seconds(-later)));
        }
        long most = lengthUs() + earlyUs - Math.max(0, later);
        OptionalLong end = endUs();
        if (end.isEmpty() || end.getAsLong() > parts.getFirst().toUs()) {
            arguments.addAll(List.of("-t", Time.seconds(Math.max(0, most))));
        }
        return new Command.Input(List.copyOf(arguments), new Ref.Beside(media.path()));
    }

    /** The filters that lay it there: from the first sample, with silence where it has none, exactly as long as its parts. */
    List<Filter> laid(long earlyUs) {
        List<Filter> filters = new ArrayList<>(List.of(Filter.of("aresample=async=1:first_pts=0")));
        if (isOneStretch()) {
            long later = laterUs(earlyUs);
            delay(later, filters);
            filters.add(Filter.of("apad"));
            filters.add(part(Math.max(0, -later), lengthUs() + earlyUs));
            return filters;
        }
        delay(offsetUs, filters);
        filters.add(Filter.of("apad"));
        StringBuilder text = new StringBuilder("asplit=" + parts.size());
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append("[whole%d~]".formatted(i));
        }
        for (int i = 0; i < parts.size(); i++) {
            Range part = parts.get(i);
            text.append(";[whole%d~]%s[part%d~]".formatted(i,
                    part(part.fromUs() + Math.max(0, -offsetUs), part.toUs() - part.fromUs()).text(), i));
            joined.append("[part%d~]".formatted(i));
        }
        filters.add(Filter.of(text + ";" + joined + "concat=n=%d:v=0:a=1".formatted(parts.size())));
        return filters;
    }

    private void delay(long us, List<Filter> filters) {
        if (us > 0) {
            int rate = track.sampleRate() > 0 ? track.sampleRate() : USUAL_RATE;
            filters.add(Filter.of("adelay=delays=%dS:all=1".formatted(Math.round(us * (double) rate / Time.SECOND))));
        }
    }

    private static Filter part(long fromUs, long lengthUs) {
        String end = Time.seconds(fromUs + lengthUs);
        return Filter.of(fromUs == 0
                ? "atrim=end=" + end
                : "atrim=start=%s:end=%s,asetpts=PTS-STARTPTS".formatted(Time.seconds(fromUs), end));
    }
}
