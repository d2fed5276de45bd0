package io.reelbench.engine.plan;

import io.reelbench.engine.media.Patch.Speaker;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How channels become other channels: filters, and the names of layouts. */
public final class Remix {

    /** Layouts by ffmpeg's names, with the speakers of their channels in order. */
    private static final Map<String, List<String>> SPEAKERS = Map.ofEntries(Map.entry("mono", List.of("Centre")),
            Map.entry("stereo", List.of("Left", "Right")), Map.entry("2.1", List.of("Left", "Right", "Bass")),
            Map.entry("3.0", List.of("Left", "Right", "Centre")),
            Map.entry("4.0", List.of("Left", "Right", "Centre", "Back")),
            Map.entry("quad", List.of("Left", "Right", "Back left", "Back right")),
            Map.entry("5.0", List.of("Left", "Right", "Centre", "Back left", "Back right")),
            Map.entry("5.0(side)", List.of("Left", "Right", "Centre", "Side left", "Side right")),
            Map.entry("5.1", List.of("Left", "Right", "Centre", "Bass", "Back left", "Back right")),
            Map.entry("5.1(side)", List.of("Left", "Right", "Centre", "Bass", "Side left", "Side right")),
            Map.entry("6.1", List.of("Left", "Right", "Centre", "Bass", "Back", "Side left", "Side right")),
            Map.entry("7.1", List.of("Left", "Right", "Centre", "Bass", "Back left", "Back right", "Side left", "Side right")));

    /** Layouts that a patch can make, by their speakers; those of 5.1 stand at the back for ffmpeg. */
    private static final Map<Set<Speaker>, String> LAYOUTS = Map.of(Set.of(Speaker.C), "mono", Set.of(Speaker.L, Speaker.R),
            "stereo", Set.of(Speaker.L, Speaker.R, Speaker.LFE), "2.1", Set.of(Speaker.L, Speaker.R, Speaker.C, Speaker.CB),
            "4.0", Set.of(Speaker.L, Speaker.R, Speaker.C, Speaker.LFE, Speaker.LB, Speaker.RB), "5.1",
            Set.of(Speaker.L, Speaker.R, Speaker.C, Speaker.LFE, Speaker.LS, Speaker.RS), "5.1(side)",
            Set.of(Speaker.L, Speaker.R, Speaker.C, Speaker.LFE, Speaker.LB, Speaker.RB, Speaker.LS, Speaker.RS), "7.1");

    private Remix() {}

    /** How several channels become fewer. */
    public enum Down {
        /** By the usual matrix, turned down so that nothing can clip. */
        STANDARD,
        /** The same with the centre 3 dB louder. */
        DIALOGUE,
        /** The left channel alone. */
        LEFT,
        /** The right channel alone. */
        RIGHT
    }

    /** The filter that gives a track this layout; empty when it has it already. */
    public static Optional<Filter> to(String layout, int channels, Down down, Track.Audio here) {
        if ((down == Down.LEFT || down == Down.RIGHT) && here.channels() > 1) {
            return Optional.of(only(down == Down.LEFT ? 0 : 1, channels));
        } else if (here.channels() == channels) {
            return Optional.empty();
        } else if (here.channels() == 1 && channels == 2) {
            // the usual matrix would take 3 dB off
            return Optional.of(only(0, 2));
        }
        // rematrix_maxval: a mix down must not clip, whatever the sample format
        String centre = down == Down.DIALOGUE ? ":center_mix_level=1" : "";
        return Optional.of(Filter.of("aresample=rematrix_maxval=1" + centre + ",aformat=channel_layouts=" + layout));
    }

    private static Filter only(int channel, int channels) {
        return Filter.of(channels == 1 ? "pan=mono|c0=c" + channel : "pan=stereo|c0=c%1$d|c1=c%1$d".formatted(channel));
    }

    /** The filter that leaves one channel, from 0. */
    public static Filter channel(int number) {
        return only(number, 1);
    }

    /** What a person calls a channel of a track, from 0; empty where the layout is unknown. */
    public static Optional<String> speaker(Track.Audio track, int number) {
        List<String> all = SPEAKERS.getOrDefault(track.layout(), List.of());
        return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    /** The layout that so many single channels make; empty above eight. */
    public static Optional<String> layout(int channels) {
        List<String> all = List.of("mono", "stereo", "2.1", "4.0", "5.0", "5.1", "6.1", "7.1");
        return channels >= 1 && channels <= all.size() ? Optional.of(all.get(channels - 1)) : Optional.empty();
    }

    /** The layout of these speakers; empty when no usual one has exactly these. */
    public static Optional<String> layout(List<Speaker> speakers) {
        return Optional.ofNullable(LAYOUTS.get(Set.copyOf(speakers)));
    }

    /** The speakers of a layout that {@link #layout(List)} or {@link #layout(int)} named, in the order of their channels, by ffmpeg's names. */
    static List<String> names(String layout) {
        return switch (layout) {
            case "mono" -> List.of("FC");
            case "stereo" -> List.of("FL", "FR");
            case "2.1" -> List.of("FL", "FR", "LFE");
            case "4.0" -> List.of("FL", "FR", "FC", "BC");
            case "5.0" -> List.of("FL", "FR", "FC", "BL", "BR");
            case "5.1" -> List.of("FL", "FR", "FC", "LFE", "BL", "BR");
            case "5.1(side)" -> List.of("FL", "FR", "FC", "LFE", "SL", "SR");
            case "6.1" -> List.of("FL", "FR", "FC", "LFE", "BC", "SL", "SR");
            default -> List.of("FL", "FR", "FC", "LFE", "BL", "BR", "SL", "SR");
        };
    }

    /**
     * Where one channel of a new track comes from.
     *
     * @param input   which of the joined tracks, from 0
     * @param channel of it, from 0
     */
    public record From(int input, int channel) {
    }

    /** How several tracks become one of this layout; one source for each of its channels. */
    public static String join(String layout, int inputs, List<From> sources) {
        List<String> names = names(layout);
        StringBuilder map = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            map.append(i == 0 ? "" : "|")
                    .append("%d.%d-%s".formatted(sources.get(i).input(), sources.get(i).channel(), names.get(i)));
        }
        return "join=inputs=%d:channel_layout=%s:map=%s".formatted(inputs, layout, map);
    }

    /** The same where all channels come from one track. */
    public static Filter pan(String layout, List<From> sources) {
        StringBuilder map = new StringBuilder("pan=").append(layout);
        for (int i = 0; i < sources.size(); i++) {
            map.append("|c%d=c%d".formatted(i, sources.get(i).channel()));
        }
        return Filter.of(map.toString());
    }
}
