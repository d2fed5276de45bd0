package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Guarded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes a whole clip once and reads when something in it happens. */
final class Searching {

    /** A long film of a heavy codec on a small machine; who does not want to wait interrupts. */
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final String SCENE = "lavfi.scd.time";
    private static final String PAUSE_BEGINS = "lavfi.silence_start";
    private static final String PAUSE_ENDS = "lavfi.silence_end";
    /** A pause so near to the beginning is no pause in something. */
    private static final long BEGINNING = 50_000;

    /** What was printed: a key and a time, in microseconds of the clip. */
    private record Printed(String key, long us) {
    }

    private final Binaries binaries;
    private final Launcher launcher;

    Searching(Binaries binaries, Launcher launcher) {
        this.binaries = binaries;
        this.launcher = launcher;
    }

    /** From the first frame, in microseconds, in order. A clip that cannot have such a thing has none. */
    List<Long> times(Media media, Entrance file, Fact fact) throws IOException, InterruptedException {
        Optional<Track.Video> video = media.video();
        Optional<Track.Audio> audio = media.audio();
        if (fact instanceof Fact.Scenes(double percent) && video.isPresent()) {
            String detector = "metadata=delete,scdet=t=%s,metadata=print:key=%s:file=-".formatted(decimal(percent), SCENE);
            return printed(media, file, video.get(), "-filter:v", detector).stream().map(Printed::us).filter(us -> us > 0)
                    .sorted().distinct().toList();
        } else if (fact instanceof Fact.Pauses(long leastUs) && audio.isPresent()) {
            // one writer: two would not keep their lines apart
            String detector = "ametadata=delete,silencedetect=n=-30dB:d=%s,ametadata=print:file=-"
                    .formatted(BigDecimal.valueOf(leastUs, 6).toPlainString());
            return middles(printed(media, file, audio.get(), "-filter:a", detector));
        }
        return List.of();
    }

    /** A pause that lasts to the end has none: nothing comes after it. */
    private static List<Long> middles(List<Printed> printed) {
        List<Long> middles = new ArrayList<>();
        Optional<Long> began = Optional.empty();
        for (Printed one : printed) {
            if (one.key.equals(PAUSE_BEGINS)) {
                began = Optional.of(one.us).filter(us -> us > BEGINNING);
            } else if (one.key.equals(PAUSE_ENDS) && began.isPresent() && one.us > began.get()) {
                middles.add((began.get() + one.us) / 2);
                began = Optional.empty();
            }
        }
        return List.copyOf(middles);
    }

    private List<Printed> printed(Media media, Entrance file, Track track, String option, String detector)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.ffmpeg().toString(), "-hide_banner", "-nostdin", "-loglevel",
                "error", "-protocol_whitelist", "file", "-format_whitelist", Guarded.DEMUXERS, "-max_pixels",
                Long.toString(Ffprobe.MOST_PIXELS)));
        Sniff.picture(file.head()).ifPresent(demuxer -> command.addAll(List.of("-f", demuxer)));
        command.addAll(List.of("-i", "file:" + file.path(), "-map", "0:" + track.index(), option, detector));
        command.addAll(List.of("-fps_mode", "passthrough", "-f", "null", "-"));
        Captured said = Captured.of(launcher.start(command, binaries.environment(), Launcher.Manner.QUICK), PATIENCE);
        // ffmpeg counts from the first moment of any track, cuts are counted from the first frame
        long zero = media.video().flatMap(v -> v.facts().startUs().stream().boxed().findFirst())
                .map(start -> Math.max(0, start - media.startUs())).orElse(0L);
        List<Printed> all = new ArrayList<>();
        for (String line : new String(said.bytes(), StandardCharsets.ISO_8859_1).split("\\R")) {
            int is = line.indexOf('=');
            if (line.startsWith("lavfi.") && line.substring(is + 1).matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
                all.add(new Printed(line.substring(0, is),
                        new BigDecimal(line.substring(is + 1)).movePointRight(6).longValue() - zero));
            }
        }
        return all;
    }

    private static String decimal(double percent) {
        return BigDecimal.valueOf(percent).toPlainString();
    }
}
