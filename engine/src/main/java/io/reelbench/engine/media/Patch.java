package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which channels of which tracks become the channels of one new track, as a person writes it: {@code L=1.1,R=2.1} takes the first
 * channel of tracks 1 and 2.
 *
 * @param wires in the order of the speakers
 */
public record Patch(List<Wire> wires) {

    private static final Pattern WIRE = Pattern.compile("([A-Za-z]{1,3})\\s*=\\s*(\\d{1,4})\\.(\\d{1,2})");

    /**
     * One of the new channels.
     *
     * @param track   from 1
     * @param channel of that track, from 1
     */
    public record Wire(Speaker speaker, int track, int channel) {
        @Override
        public String toString() {
            return speaker + "=" + track + "." + channel;
        }
    }

    /** Places of loudspeakers, by the short names that people write; ffmpeg's own are read too. */
    public enum Speaker {
        L("FL"), R("FR"), C("FC"), LFE("LFE"), LB("BL"), RB("BR"), LS("SL"), RS("SR"), CB("BC");

        private final String ffmpeg;

        Speaker(String ffmpeg) {
            this.ffmpeg = ffmpeg;
        }

        static Optional<Speaker> of(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            return upper.equals("M")
                    ? Optional.of(C)
                    : Arrays.stream(values()).filter(s -> s.name().equals(upper) || s.ffmpeg.equals(upper)).findFirst();
        }
    }

    public static Patch parse(String text) throws BadValue {
        Map<Speaker, Wire> wires = new EnumMap<>(Speaker.class);
        for (String part : text.strip().split("\\s*,\\s*", -1)) {
            Matcher wire = WIRE.matcher(part);
            Speaker speaker = wire.matches() ? Speaker.of(wire.group(1)).orElse(null) : null;
            if (speaker == null) {
                throw new BadValue(Code.BAD_SYNTAX, MediaWords.NOT_A_PATCH.with(part));
            }
            Wire made = new Wire(speaker, Integer.parseInt(wire.group(2)), Integer.parseInt(wire.group(3)));
            if (made.track() == 0 || made.channel() == 0) {
                throw new BadValue(Code.OUT_OF_RANGE, MediaWords.PATCH_ZERO.with(part));
            } else if (wires.put(speaker, made) != null) {
                throw new BadValue(Code.BAD_SYNTAX, MediaWords.PATCH_TWICE.with(speaker));
            }
        }
        return new Patch(List.copyOf(new ArrayList<>(wires.values())));
    }

    /** The speakers that get something. */
    public List<Speaker> speakers() {
        return wires.stream().map(Wire::speaker).toList();
    }

    @Override
    public String toString() {
        return String.join(",", wires.stream().map(Wire::toString).toList());
    }
}
