package io.reelbench.engine.media;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A language, by its ISO 639-2/T code.
 *
 * @param code three letters, {@code und} for unknown
 */
public record Language(String code) {

    public static final Language UNKNOWN = new Language("und");
    /** The twenty bibliographic codes of ISO 639-2 that differ from the terminological ones; files use both. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(Map.entry("alb", "sqi"), Map.entry("arm", "hye"),
            Map.entry("baq", "eus"),
            Map.entry("bur", "mya"), Map.entry("chi", "zho"), Map.entry("cze", "ces"), Map.entry("dut", "nld"),
            Map.entry("fre", "fra"),
            Map.entry("geo", "kat"), Map.entry("ger", "deu"), Map.entry("gre", "ell"), Map.entry("ice", "isl"),
            Map.entry("mac", "mkd"),
            Map.entry("mao", "mri"), Map.entry("may", "msa"), Map.entry("per", "fas"), Map.entry("rum", "ron"),
            Map.entry("slo", "slk"),
            Map.entry("tib", "bod"), Map.entry("wel", "cym"));
    /** How QuickTime's own list of languages spells those that differ otherwise. */
    private static final Map<String, String> QUICKTIME = Map.of("swe", "sve", "hrv", "hr ", "srp", "sr ", "pan", "pa ", "fao",
            "fo ",
            "fra", "fra", "ron", "ron", "ces", "ces", "slk", "slk");
    private static final Set<String> THREE = Arrays.stream(Locale.getISOLanguages()).map(Language::three)
            .flatMap(Optional::stream).collect(Collectors.toSet());

    public static Language parse(String text) throws BadValue {
        return of(text).orElseThrow(() -> new BadValue(Code.UNKNOWN_VALUE, MediaWords.NOT_A_LANGUAGE.with(text),
                Nearest.to(text, THREE).map(MediaWords.NEAREST::with)));
    }

    /** Reads a tag of a file; nothing when it names no language. */
    public static Optional<Language> of(String text) {
        String tag = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        String primary = tag.contains("-") ? tag.substring(0, tag.indexOf('-')) : tag;
        if (primary.equals("sve")) {
            return Optional.of(new Language("swe"));
        } else if (primary.equals("und") || primary.length() == 3 && THREE.contains(primary)) {
            return Optional.of(new Language(primary));
        } else if (BIBLIOGRAPHIC.containsKey(primary)) {
            return Optional.of(new Language(BIBLIOGRAPHIC.get(primary)));
        }
        return primary.length() == 2 && Arrays.asList(Locale.getISOLanguages()).contains(primary)
                ? three(primary).map(Language::new)
                : Optional.empty();
    }

    /** The code by which ffmpeg finds this language in QuickTime's own list. */
    public String quickTime() {
        return QUICKTIME.getOrDefault(code, BIBLIOGRAPHIC.entrySet().stream().filter(e -> e.getValue().equals(code))
                .map(Map.Entry::getKey).findFirst().orElse(code));
    }

    private static Optional<String> three(String two) {
        try {
            return Optional.of(Locale.of(two).getISO3Language()).filter(code -> !code.isEmpty());
        } catch (MissingResourceException noThreeLetters) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
