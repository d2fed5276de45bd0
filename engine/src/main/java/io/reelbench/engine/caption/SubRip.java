package io.reelbench.engine.caption;

import io.reelbench.engine.problem.BadValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SubRip as it is met in the wild: numbers may be missing, empty lines too, and tags of ASS stand between those of HTML. */
final class SubRip {

    private static final String STAMP = "(\\d{1,3}):(\\d{1,2}):(\\d{1,2})(?:[,.:](\\d{1,3}))?";
    private static final Pattern LINE = Pattern.compile("\\s*" + STAMP + "\\s*-->\\s*" + STAMP + ".{0,200}");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
    private static final int LOOKED_AT = 200;

    private final Style style;

    SubRip(Style style) {
        this.style = style;
    }

    static boolean isOne(String text) {
        return text.lines().limit(LOOKED_AT).anyMatch(line -> LINE.matcher(line).matches());
    }

    Script read(String text) throws BadValue {
        List<Cue> cues = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Matcher time = null;
        Set<Script.Missing> missing = java.util.EnumSet.noneOf(Script.Missing.class);
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher next = LINE.matcher(line);
            if (next.matches()) {
                if (!said.isEmpty() && NUMBER.matcher(said.getLast()).matches()) {
                    said.removeLast();
                }
                add(cues, time, said, missing);
                time = next;
                said.clear();
            } else {
                said.add(line);
            }
        }
        add(cues, time, said, missing);
        return new Script(style.frame().width(), style.frame().height(), true, List.copyOf(cues), Set.copyOf(missing));
    }

    private void add(List<Cue> cues, Matcher time, List<String> said, Set<Script.Missing> missing) throws BadValue {
        if (time == null) {
            return;
        }
        String text = String.join("\n", said).strip();
        Captions.bound(cues, text);
        long from = us(time, 1);
        long to = us(time, 5);
        Overrides overrides = Overrides.among(style, to - from, pieces -> new Marked(pieces)::add);
        overrides.read(text);
        missing.addAll(overrides.missing());
        cues.add(new Cue(from, to, 0, overrides.place(), overrides.fade(), overrides.pieces()));
    }

    private static long us(Matcher time, int group) {
        // players take them for a number of milliseconds, however many digits there are
        long ms = time.group(group + 3) == null ? 0 : Long.parseLong(time.group(group + 3));
        long seconds = Long.parseLong(time.group(group)) * 3600 + Long.parseLong(time.group(group + 1)) * 60
                + Long.parseLong(time.group(group + 2));
        return (seconds * 1000 + ms) * 1000;
    }
}
