package io.reelbench.app.form;

import java.util.Map;

/** Words of options as people of the trade write them, where the word itself is all that is known: abbreviations, and words that grew together. */
final class Titles {

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

    private Titles() {}

    static String of(String title) {
        String sentence = Words.sentence(title);
        return WRITTEN.getOrDefault(sentence, sentence);
    }
}
