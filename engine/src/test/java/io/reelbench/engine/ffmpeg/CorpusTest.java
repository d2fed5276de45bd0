package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Real clips from many cameras and programs, where a folder of them is at hand ({@code -Dreelbench.media=…}, else {@code ../shared/media}
 * beside the project). Its MANIFEST.tsv says what each is.
 */
class CorpusTest {

    private static final Path FOLDER = Path.of(System.getProperty("reelbench.media", "../../shared/media"));

    /** Where an older ffprobe, which wrote the manifest, was mistaken or less able. */
    private static final Map<String, String> BETTER_KNOWN = Map.of("hostile/mp3-garbage-prefix-100k.mp3", "it is MP3 and not AMR",
            "hostile/fragment-duration-143165s.mp4", "it lasts one second", "images/fox.avif", "it can be opened now",
            "images/iphone.heic", "likewise",
            "audio/aac-adts-97s.aac", "counted, not estimated", "audio/amr-wb.amr", "likewise", "audio/id3-cover-1400px.mp3",
            "likewise",
            "video/bbb-cmaf-360p-24s-starts-at-120s-noaudio.mp4", "without the two minutes before it");

    @Test
    @Timeout(300)
    void everyFileIsUnderstoodOrRefusedWithAReason() throws Exception {
        assumeTrue(Files.isRegularFile(FOLDER.resolve("MANIFEST.tsv")),
                "no folder of real clips at " + FOLDER.toAbsolutePath().normalize());
        List<String> wrong = new ArrayList<>();
        try (ProbePool pool = new ProbePool(Clips.prober())) {
            Map<String, CompletableFuture<ProbePool.Outcome>> outcomes = new java.util.LinkedHashMap<>();
            List<String[]> rows = Files.readAllLines(FOLDER.resolve("MANIFEST.tsv")).stream().skip(1).map(l -> l.split("\t"))
                    .toList();
            rows.forEach(row -> outcomes.put(row[0], pool.probe(FOLDER.resolve(row[0]))));
            for (String[] row : rows) {
                differences(row, outcomes.get(row[0]).get()).stream().map(d -> row[0] + ": " + d).forEach(wrong::add);
            }
            assertThat(outcomes).hasSizeGreaterThan(100);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPhotoOfAPhoneIsOnePictureAndNot48Tiles() throws Exception {
        Path photo = FOLDER.resolve("images/iphone.heic");
        assumeTrue(Files.isRegularFile(photo), "no folder of real clips at " + FOLDER.toAbsolutePath().normalize());
        Media media = Clips.probe(photo);

        assertThat(media.still()).isTrue();
        assertThat(media.tracks()).hasSize(1);
        assertThat(media.video().orElseThrow().coded()).hasToString("3024×4032");
        assertThat(media.video().orElseThrow().facts().dispositions()).contains(io.reelbench.engine.media.Track.Video.TILES + 0);
    }

    private static List<String> differences(String[] row, ProbePool.Outcome outcome) {
        return switch (outcome) {
            case ProbePool.Outcome.Failed(Failure failure) -> mayFail(row)
                    ? List.of()
                    : List.of("refused: " + failure.headline());
            case ProbePool.Outcome.Understood(Media media) ->
                BETTER_KNOWN.containsKey(row[0]) ? List.of() : differences(row, media);
        };
    }

    private static boolean mayFail(String[] row) {
        return row[0].startsWith("hostile/") || row[3].equals("none") || row[0].equals("images/animated-lossy.webp");
    }

    private static List<String> differences(String[] row, Media media) {
        List<String> wrong = new ArrayList<>();
        String pictures = media.tracks().stream().map(CorpusTest::picture).filter(p -> !p.isEmpty())
                .collect(Collectors.joining(","));
        String expected = row[4].equals("-") ? "" : row[4].replaceAll("\\([^)]*\\)", "").replace("?", "vvc");
        if (!pictures.equals(expected)) {
            wrong.add("picture " + pictures + ", not " + expected);
        }
        long sounds = row[7].equals("-") ? 0 : row[7].chars().filter(c -> c == ',').count() + 1;
        if (media.all(Track.Audio.class).size() != sounds) {
            wrong.add("sound " + media.all(Track.Audio.class).size() + ", not " + sounds);
        }
        String size = media.video().map(v -> v.coded().width() + "x" + v.coded().height()).orElse("");
        if (!size.isEmpty() && !row[5].startsWith(size) && !row[5].equals("0x0")) {
            wrong.add("size " + size + ", not " + row[5]);
        }
        if (row[8].matches("[0-9.]+") && media.lengthUs().isPresent()) {
            double seconds = Double.parseDouble(row[8]);
            double is = media.lengthUs().getAsLong() / 1e6;
            if (Math.abs(is - seconds) > Math.max(0.15, seconds / 50) && !row[0].startsWith("video/nasa")) {
                wrong.add("length " + is + ", not " + seconds);
            }
        }
        return wrong;
    }

    private static String picture(Track track) {
        return track instanceof Track.Video || track instanceof Track.Cover ? track.codec() : "";
    }
}
