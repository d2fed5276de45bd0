package io.reelbench.engine.caption;

import io.reelbench.engine.caption.Place.Spot;
import io.reelbench.engine.caption.Place.Wrap;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.problem.BadValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WebVTT: cues with their settings. Style sheets and regions are passed over. */
final class WebVtt {

    private static final String STAMP = "(?:(\\d{1,6}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern LINE = Pattern.compile("\\s*" + STAMP + "\\s*-->\\s*" + STAMP + "(?:\\s+(.{0,500}))?");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)%.*");
    private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,4})(?:\\.\\d{1,9})?(?:,.*)?");

    private final Style style;

    WebVtt(Style style) {
        this.style = style;
    }

    Script read(String text) throws BadValue {
        List<Cue> cues = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Matcher time = null;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher next = LINE.matcher(line);
            if (next.matches()) {
                time = next;
                said.clear();
            } else if (line.isBlank()) {
                add(cues, time, said);
                time = null;
            } else if (time != null) {
                said.add(line);
            }
        }
        add(cues, time, said);
        return new Script(style.frame().width(), style.frame().height(), true, List.copyOf(cues), Set.of());
    }

    private void add(List<Cue> cues, Matcher time, List<String> said) throws BadValue {
        if (time == null) {
            return;
        }
        String text = String.join("\n", said);
        Captions.bound(cues, text);
        Pieces pieces = new Pieces(style.look());
        new Marked(pieces).add(text);
        cues.add(new Cue(us(time, 1), us(time, 5), 0, place(time.group(9) == null ? "" : time.group(9)), Cue.Fade.NONE,
                pieces.all()));
    }

    private static long us(Matcher time, int group) {
        long hours = time.group(group) == null ? 0 : Long.parseLong(time.group(group));
        long ms = Long.parseLong((time.group(group + 3) + "00").substring(0, 3));
        long seconds = hours * 3600 + Long.parseLong(time.group(group + 1)) * 60 + Long.parseLong(time.group(group + 2));
        return (seconds * 1000 + ms) * 1000;
    }

    private Place place(String settings) {
        Map<String, String> given = new HashMap<>();
        for (String setting : settings.strip().split("\\s+")) {
            int colon = setting.indexOf(':');
            if (colon > 0) {
                given.put(setting.substring(0, colon), setting.substring(colon + 1));
            }
        }
        return given.isEmpty() ? style.place() : down(across(style.place(), given), given.getOrDefault("line", ""));
    }

    /** The box that a cue gets, and the side of it that lines keep to. */
    private Place across(Place usual, Map<String, String> given) {
        String align = given.getOrDefault("align", "center");
        int side = switch (align) {
            case "start", "left" -> 0;
            case "end", "right" -> 2;
            default -> 1;
        };
        OptionalDouble size = percent(given.get("size"));
        OptionalDouble position = percent(given.get("position"));
        if (size.isEmpty() && position.isEmpty()) {
            return usual.at(beside(usual.position(), side));
        }
        double width = style.frame().width();
        double point = position.orElse(side * 0.5);
        String kept = given.getOrDefault("position", "");
        int anchor = kept.endsWith(",line-left") ? 0 : kept.endsWith(",line-right") ? 2 : kept.endsWith(",center") ? 1 : side;
        double room = anchor == 0 ? 1 - point : anchor == 2 ? point : 2 * Math.min(point, 1 - point);
        double share = Math.min(size.orElse(1), room);
        double left = point - share * anchor / 2;
        return usual.at(beside(usual.position(), side)).within(left * width, (1 - left - share) * width, usual.edge());
    }

    private static Position beside(Position position, int side) {
        return Position.values()[position.down() * 3 + side];
    }

    /** Lines count from the top, below zero from the bottom; shares are of the height, and name where the first line begins. */
    private Place down(Place place, String line) {
        OptionalDouble share = percent(line);
        Matcher whole = WHOLE.matcher(line);
        double high = style.look().size();
        if (share.isPresent()) {
            return place.at(Position.values()[place.position().across()]).within(place.left(), place.right(),
                    share.getAsDouble() * style.frame().height());
        } else if (!whole.matches()) {
            return place;
        }
        int number = Integer.parseInt(whole.group(1));
        int row = number >= 0 ? 0 : 2;
        double edge = number >= 0 ? style.place().edge() + number * high : style.place().edge() - (number + 1) * high;
        return place.at(Position.values()[row * 3 + place.position().across()]).within(place.left(), place.right(), edge);
    }

    private static OptionalDouble percent(String text) {
        Matcher percent = PERCENT.matcher(text == null ? "" : text);
        double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 2;
        return share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
    }
}
