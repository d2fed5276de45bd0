package io.reelbench.engine.schema;

import io.reelbench.engine.problem.Translations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of options as people of the trade write them: abbreviations, words that grew together, and the same in other languages. */
public final class Titles {

    private static final Map<String, String> WRITTEN = Map.ofEntries(Map.entry("Json", "JSON"), Map.entry("Csv", "CSV"),
            Map.entry("Edl", "EDL"), Map.entry("Ffprobe", "ffprobe"), Map.entry("Pcm", "PCM"), Map.entry("Reencode", "Re-encode"),
            Map.entry("Bwdif", "BWDIF"), Map.entry("Yadif", "YADIF"), Map.entry("W3fdif", "W3FDIF"), Map.entry("Xpsnr", "XPSNR"),
            Map.entry("Ssim", "SSIM"), Map.entry("Vmaf", "VMAF"), Map.entry("Lt", "LT"), Map.entry("Hq", "HQ"),
            Map.entry("Lb", "LB"), Map.entry("Sq", "SQ"), Map.entry("Hqx", "HQX"), Map.entry("4444xq", "4444 XQ"),
            Map.entry("Ultrafast", "Ultra fast"), Map.entry("Superfast", "Super fast"), Map.entry("Veryfast", "Very fast"),
            Map.entry("Veryslow", "Very slow"), Map.entry("Fastdecode", "Fast decoding"), Map.entry("Zerolatency", "No latency"),
            Map.entry("Sqrt", "Square root"), Map.entry("Cbrt", "Cube root"), Map.entry("Log", "Logarithmic"),
            Map.entry("Auto", "Automatic"), Map.entry("32f", "32 float"),
            Map.entry("Center", "Centre"));

    /** Which are the same in every language. */
    private static final Set<String> NAMES = Set.of("Apple Lossless", "Avid", "Baseline", "Bayer", "Final Cut", "Floyd", "Hable",
            "High", "Lanczos", "Main", "Mobius", "Opus", "Premiere", "Reelbench", "Reinhard", "Resolve", "Sierra", "Vorbis");
    /** Of value types that are no enums but know words. */
    public static final List<String> OTHERS = List.of("All", "None", "First", "Default", "Automatic", "Software", "Hardware",
            "Source", "Own", "Keep", "Strip", "System");

    private Titles() {}

    /** In the language of this program. */
    public static String of(String title) {
        String english = english(title);
        return key(english).flatMap(Translations::of).orElse(english);
    }

    /** In English, with a capital letter unless it is a name that has none. */
    public static String english(String title) {
        boolean own = title.isEmpty()
                || title.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || c == ':' || c == '=' || c == '{')
                || title.matches(".*\\.[a-z].*");
        String sentence = own ? title : Character.toUpperCase(title.charAt(0)) + title.substring(1);
        return WRITTEN.getOrDefault(sentence, sentence);
    }

    /** The key in a translation bundle; empty for what is written alike in all languages: figures, formats and other names. */
    public static Optional<String> key(String english) {
        boolean name = NAMES.contains(english) || english.chars().anyMatch(Character::isDigit)
                || english.matches(".*\\S\\p{Lu}.*|[a-z.]*|\\p{Lu}");
        return name ? Optional.empty() : Optional.of("word." + english.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
}
