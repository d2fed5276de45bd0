package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Problems;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.operation.RecipeReader;
import io.reelbench.engine.output.Names.Key;
import io.reelbench.engine.plan.Given;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planner;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyValuesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Map<Key, String> values(Media media, String name, String step) {
        String json = "{'schema':1%s,'steps':[%s]}".formatted(name.isEmpty() ? "" : ",'name':'" + name + "'", step)
                .replace('\'', '"');
        Recipe recipe = new RecipeReader(new Catalog()).read(json).value().orElseThrow();
        Plan plan = new Planner(Given.machine()).plan(recipe.apply(media, new Problems())).plan().orElseThrow();
        return KeyValues.of(recipe, plan, plan.products().getFirst(), BERLIN);
    }

    @Test
    void anEncodedFilmIsToldAsItWillBe() {
        Map<Key, String> values = values(film(65), "Share copy",
                "{'op':'compress','height':720,'video-codec':'h265','container':'mkv'}");
        assertThat(values).containsEntry(Key.OP, "share-copy").containsEntry(Key.PRESET, "Share copy")
                .containsEntry(Key.WIDTH, "1280").containsEntry(Key.HEIGHT, "720").containsEntry(Key.RESOLUTION, "720p")
                .containsEntry(Key.CODEC, "h265").containsEntry(Key.CONTAINER, "mkv").containsEntry(Key.FPS, "25")
                .containsEntry(Key.DURATION, "1m05s");
    }

    @Test
    void aCopyIsToldAsTheClipIs() {
        Map<Key, String> values = values(Given.empty("clip.mov", "mov,mp4,m4a,3gp,3g2,mj2").seconds(3723)
                .video("hevc", new Size(1080, 1920), Given.NTSC).media(), "",
                "{'op':'transcode','container':'mkv'}");
        assertThat(values).containsEntry(Key.OP, "transcode").doesNotContainKey(Key.PRESET)
                .containsEntry(Key.RESOLUTION, "1080p").containsEntry(Key.HEIGHT, "1920").containsEntry(Key.CODEC, "h265")
                .containsEntry(Key.FPS, "29.97").containsEntry(Key.DURATION, "1h02m03s");
    }

    @Test
    void soundHasNoPictureAndAStillHasNoTime() {
        assertThat(values(Given.film().media(), "", "{'op':'extract-audio','format':'mp3'}"))
                .containsEntry(Key.CODEC, "mp3").containsEntry(Key.DURATION, "1m00s")
                .doesNotContainKeys(Key.WIDTH, Key.RESOLUTION, Key.FPS);
        assertThat(values(Given.film().media(), "", "{'op':'thumbnail','width':640}"))
                .containsEntry(Key.CODEC, "jpg").containsEntry(Key.CONTAINER, "jpg").containsEntry(Key.RESOLUTION, "360p")
                .doesNotContainKeys(Key.DURATION, Key.FPS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            creation_time                        | 2024-12-31T23:30:00.000000Z | 2025-01-01
            com.apple.quicktime.creationdate     | 2024-12-31T23:30:00+0900    | 2024-12-31
            date                                 | 2019-05-04                  | 2019-05-04
            date                                 | 2019-05-04 12:00:00         | 2019-05-04
            date                                 | 1987                        | 2026-08-03
            creation_time                        | 1904-01-01T00:00:00.000000Z | 2026-08-03
            creation_time                        | nonsense-Z                  | 2026-08-03
            comment                              | 2019-05-04                  | 2026-08-03
            """)
    void recordedIsTheDayOfTheTagsElseOfTheFile(String tag, String value, String day) {
        assertThat(values(tagged(Map.of(tag, value)), "", "{'op':'transcode'}")).containsEntry(Key.RECORDED, day);
    }

    @Test
    void theCamerasOwnDayComesBeforeTheClockOfTheWorld() {
        Media media = tagged(Map.of("creation_time", "2024-12-31T14:30:00Z", "com.apple.quicktime.creationdate",
                "2024-12-31T23:30:00+09:00"));
        assertThat(values(media, "", "{'op':'transcode'}")).containsEntry(Key.RECORDED, "2024-12-31");
    }

    private static Media film(int seconds) {
        return Given.empty("clip.mp4", "mov,mp4,m4a,3gp,3g2,mj2").seconds(seconds)
                .video("h264", new Size(1920, 1080), Given.PAL).media();
    }

    private static Media tagged(Map<String, String> tags) {
        Media m = Given.film().media();
        return new Media(m.path(), m.bytes(), 1_785_739_000_000L, m.format(), m.startUs(), m.lengthUs(), m.bitrate(), m.tracks(),
                m.chapters(), tags, m.still(), m.notes(), m.known());
    }
}
