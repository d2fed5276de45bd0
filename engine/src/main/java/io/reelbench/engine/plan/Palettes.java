package io.reelbench.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filters that reduce a film to palettes of few colours.
 *
 * @param colours     of each palette, 2 to 256
 * @param transparent whether one of them is none at all
 * @param dither      how the colours between them are imitated
 * @param name        what their labels end in: several may share one graph
 */
public record Palettes(int colours, boolean transparent, GifForm.Dither dither, String name) {

    /** As large as a scene must differ from the one before, as a share of all it could. */
    static final String SCENE = "0.2";
    /** Each scene is a branch of the graph; where there are more, those that are near each other share one. */
    private static final int MOST_SCENES = 64;
    private static final Pattern PRINTED = Pattern.compile("pts:(\\d+)");

    private String generate(String mode) {
        return "palettegen=max_colors=%d:reserve_transparent=%d:stats_mode=%s".formatted(colours, transparent ? 1 : 0, mode);
    }

    private String use() {
        return "paletteuse=dither=" + dither.filter() + ":diff_mode=rectangle";
    }

    /** One palette for all; the frames wait in memory until it is made. */
    String forAll() {
        return "split[a%1$s][b%1$s];[a%1$s]%2$s[p%1$s];[b%1$s][p%1$s]%3$s".formatted(name, generate("full"), use());
    }

    /** A palette for each frame. */
    String forEach() {
        return "split[a%1$s][b%1$s];[a%1$s]%2$s[p%1$s];[b%1$s][p%1$s]%3$s:new=1".formatted(name, generate("single"), use());
    }

    /** Only the palette for all, as a picture. */
    String alone() {
        return generate("full");
    }

    /** The palette comes as a picture of its own. */
    String from(String frames, String palette) {
        return "%s[b%2$s];[b%2$s]%3$s%4$s".formatted(frames, name, palette, use());
    }

    /** A palette for each scene. {@code printed} is what the filter {@code metadata} said of the first frame of each but the first. */
    public String forScenes(String printed) {
        List<Long> starts = starts(printed);
        if (starts.size() == 1) {
            return forAll();
        }
        StringBuilder graph = new StringBuilder("split=" + starts.size());
        for (int i = 0; i < starts.size(); i++) {
            graph.append("[s%s_%d]".formatted(name, i));
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < starts.size(); i++) {
            String end = i + 1 < starts.size() ? ":end_frame=" + starts.get(i + 1) : "";
            String scene = name + "_" + i;
            graph.append(
                    ";[s%1$s]trim=start_frame=%2$d%3$s,setpts=PTS-STARTPTS,split[a%1$s][b%1$s];[a%1$s]%4$s[p%1$s];[b%1$s][p%1$s]%5$s[d%1$s]"
                            .formatted(scene, starts.get(i), end, generate("full"), use()));
            joined.append("[d%s]".formatted(scene));
        }
        return graph + ";" + joined + "concat=n=" + starts.size();
    }

    private static List<Long> starts(String printed) {
        List<Long> all = new ArrayList<>(List.of(0L));
        Matcher times = PRINTED.matcher(printed);
        while (times.find()) {
            all.add(Long.parseLong(times.group(1)));
        }
        List<Long> starts = apart(all, 2);
        for (long least = 4; starts.size() > MOST_SCENES; least *= 2) {
            starts = apart(all, least);
        }
        return starts;
    }

    private static List<Long> apart(List<Long> all, long least) {
        List<Long> kept = new ArrayList<>();
        for (long start : all.stream().sorted().toList()) {
            if (kept.isEmpty() || start - kept.getLast() >= least) {
                kept.add(start);
            }
        }
        return kept;
    }
}
