package io.reelbench.engine.caption;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the text of a file of captions, whatever its ending says. */
public final class Captions {

    private static final int MOST_CUES = 20_000;
    private static final int LONGEST_CUE = 10_000;
    private static final int HEAD = 4096;
    private static final Pattern SECTION = Pattern.compile("(?m)^\\s*\\[(script info|v4\\+? styles|events)]");
    private static final Pattern EMPTY = Pattern.compile("[\\s\\p{Cf}]*");

    /** What a text is. */
    public enum Form {
        SUB_RIP, WEB_VTT, SUB_STATION
    }

    private Captions() {}

    /** What a text is. */
    public static Form form(String text) throws BadValue {
        String head = text.substring(0, Math.min(HEAD, text.length())).toLowerCase(Locale.ROOT);
        if (head.stripLeading().startsWith("webvtt")) {
            return Form.WEB_VTT;
        } else if (SECTION.matcher(head).find()) {
            return Form.SUB_STATION;
        } else if (SubRip.isOne(text)) {
            return Form.SUB_RIP;
        }
        throw new BadValue(Code.BAD_SYNTAX, CaptionWords.NOT_CAPTIONS.with());
    }

    /**
     * @param text   decoded
     * @param style  of what does not say how it looks
     * @param chosen what a person chose otherwise for a text that says how it looks
     */
    public static Script read(String text, Style style, Chosen chosen) throws BadValue {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").replace("\uFEFF", "");
        Script script = switch (form(plain)) {
            case SUB_RIP -> new SubRip(style).read(plain);
            case WEB_VTT -> new WebVtt(style).read(plain);
            case SUB_STATION -> new SubStation(style, chosen).read(plain);
        };
        List<Cue> shown = new ArrayList<>();
        for (Cue cue : script.cues()) {
            if (cue.toUs() > cue.fromUs() && !EMPTY.matcher(cue.text()).matches()) {
                shown.add(cue);
            }
        }
        if (shown.isEmpty()) {
            throw new BadValue(Code.BAD_SYNTAX, CaptionWords.NO_CUES.with());
        }
        return script.with(shown);
    }

    /** A text of Sub Station Alpha without the fonts and pictures that it carries, and with nothing that could be taken for ours. */
    public static String withoutAttachments(String text) {
        StringBuilder kept = new StringBuilder();
        boolean carried = false;
        for (String line : text.replace("\0", "").replace("@{", "@ {").split("\\R")) {
            String plain = line.strip().toLowerCase(Locale.ROOT);
            boolean heads = plain.startsWith("[") && plain.endsWith("]");
            carried = heads ? plain.equals("[fonts]") || plain.equals("[graphics]") : carried;
            if (!carried) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    /** Counts what was read so far and refuses what nobody writes by hand. */
    static void bound(List<?> cues, String text) throws BadValue {
        if (cues.size() >= MOST_CUES) {
            throw new BadValue(Code.TOO_MANY, CaptionWords.TOO_MANY.with(MOST_CUES));
        } else if (text.length() > LONGEST_CUE) {
            throw new BadValue(Code.TOO_MANY, CaptionWords.TOO_LONG.with(LONGEST_CUE));
        }
    }
}
