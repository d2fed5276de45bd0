package io.reelbench.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.cloud.FfmpegMediaStandIn;
import io.reelbench.engine.cloud.FfmpegRestStandIn;
import io.reelbench.engine.cloud.StandIn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts and deliveries from the command line; a key comes over standard input and goes into no list. */
class CloudCliTest {

    private static final String KEY = "rb-secret-cli-do-not-leak";

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        out.reset();
        err.reset();
        Shell shell = new Shell(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder, false, () -> 200, true, false, new Stop(Thread.currentThread()));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data-dir", folder.resolve("home").toString()));
        return Cli.run(all, shell);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void accountsAreAddedListedAndRemoved() throws Exception {
        assertThat(run("cloud")).isZero();
        assertThat(said()).contains("no accounts");
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream((KEY + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("cloud", "add", "studio", "--service", "varg", "--address", "http://127.0.0.1:1", "--keep-key", "file",
                    "--monthly-limit", "20")).as(said()).isZero();
        } finally {
            System.setIn(usual);
        }
        assertThat(run("cloud", "list", "--json")).isZero();
        assertThat(said()).contains("\"studio\"", "\"varg\"", "20").doesNotContain(KEY);
        assertThat(run("cloud", "test", "studio")).isEqualTo(Tally.FAILED);
        assertThat(said()).contains("cannot be reached");
        assertThat(holding()).as("the key is in its own file only").extracting(p -> p.getFileName().toString())
                .containsExactly("keys.json");
        assertThat(run("cloud", "remove", "studio")).isZero();
        assertThat(holding()).isEmpty();
    }

    private List<Path> holding() throws Exception {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("programs")).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(KEY)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(run("cloud", "add", "studio")).isEqualTo(Tally.USAGE);
        assertThat(run("cloud", "tset", "studio")).isEqualTo(Tally.USAGE);
        assertThat(said()).contains("test");
        assertThat(run("publish", "x.mp4")).isEqualTo(Tally.USAGE);
    }

    @Test
    void finishedFilesArePublishedIntoAFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("film.mp4"), "not really a film");
        assertThat(run("publish", "film.mp4", "--to", "ready")).as(said()).isZero();
        assertThat(folder.resolve("ready").resolve("film.mp4")).hasSameBinaryContentAs(file);
        assertThat(run("publish", "film.mp4", "--to", "s3://nowhere")).isEqualTo(Tally.FAILED);
    }

    @Test
    void outputsArePublishedOnceTheyStand() throws Exception {
        Path clip = folder.resolve("clip.mp4");
        assertThat(run("demo", "--to", folder.resolve("demo").toString())).as(said()).isZero();
        try (Stream<Path> made = Files.walk(folder.resolve("demo"))) {
            Files.copy(made.filter(f -> f.toString().endsWith(".mp4")).findFirst().orElseThrow(), clip);
        }
        assertThat(run("compress", "clip.mp4", "--to", "out", "--publish", "nobody")).isEqualTo(Tally.FAILED);
        assertThat(said()).contains("nobody");
        assertThat(folder.resolve("out")).as("nothing runs").doesNotExist();
        assertThat(run("compress", "clip.mp4", "--to", "out", "--publish", "./ready")).as(said()).isZero();
        Path out = folder.resolve("out").resolve("clip-compress.mp4");
        assertThat(folder.resolve("ready").resolve("clip-compress.mp4")).as(said()).hasSameBinaryContentAs(out);
        Files.writeString(folder.resolve("share.json"),
                "{\"schema\":1,\"publish\":\"" + folder.resolve("shared") + "\",\"steps\":[{\"op\":\"compress\"}]}");
        assertThat(run("run", "share.json", "clip.mp4", "--to", "out")).as(said()).isZero();
        assertThat(said()).contains("The same as clip.mp4: taken from " + out);
        assertThat(folder.resolve("shared").resolve("clip-compress-2.mp4")).as(said()).hasSameBinaryContentAs(out);
        assertThat(run("compress", "clip.mp4", "--to", "anew", "--no-cache")).as(said()).isZero();
        assertThat(said()).doesNotContain("taken from");
        assertThat(run("cache")).isZero();
        assertThat(said()).contains("Known results:");
        assertThat(run("cache", "clear")).isZero();
        assertThat(run("cache")).isZero();
        assertThat(said()).contains("Known results: 0");
    }

    private void addStudio(StandIn there) {
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream((StandIn.KEY + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("cloud", "add", "studio", "--service", there.account().service().word(), "--address",
                    there.account().base().toString(), "--keep-key", "file")).as(said()).isZero();
        } finally {
            System.setIn(usual);
        }
    }

    @Test
    void whatItCostsElsewhereIsToldBefore() throws Exception {
        try (FfmpegMediaStandIn media = new FfmpegMediaStandIn(folder.resolve("there"), (_, _) -> {
        })) {
            addStudio(media);
            assertThat(run("demo", "--to", folder.resolve("demo").toString())).as(said()).isZero();
            try (Stream<Path> made = Files.walk(folder.resolve("demo"))) {
                Files.copy(made.filter(f -> f.toString().endsWith(".mp4")).findFirst().orElseThrow(), folder.resolve("clip.mp4"));
            }
            assertThat(run("explain", "compress", "clip.mp4", "--crf", "30", "--on", "studio", "--publish", "studio")).as(said())
                    .isZero();
            assertThat(said()).contains("clip-compress.mp4", "On “studio”: about 2 credits", "“studio” asks 1 credit for each")
                    .doesNotContain("ffmpeg -");
            assertThat(run("explain", "compress", "clip.mp4", "--crf", "30", "--on", "studio", "--publish", "studio", "--json"))
                    .as(said()).isZero();
            assertThat(said()).contains("asks 1 credit", "\"cost\":{\"amount\":2,\"unit\":\"credits\"}")
                    .doesNotContain("commands");
            assertThat(run("explain", "compress", "clip.mp4", "--crf", "12", "--on", "studio")).as("it takes 18 at least")
                    .isEqualTo(Tally.USAGE);
            assertThat(run("explain", "compress", "clip.mp4", "--on", "nobody")).isEqualTo(Tally.FAILED);
            assertThat(media.requests).as("nothing is sent").hasValue(0);
            assertThat(run("publish", "clip.mp4", "--to", "studio")).as(said()).isZero();
            assertThat(said()).contains("asks 1 credit", "It cost 1 credit.");
        }
    }

    @Test
    void modelsMakeOnePictureForEachPrompt() throws Exception {
        try (FfmpegRestStandIn rest = new FfmpegRestStandIn(folder.resolve("there"),
                (_, to) -> ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", to.toFile()))) {
            addStudio(rest);
            assertThat(run("generate", "studio", "zimage", "--to", "made")).isEqualTo(Tally.USAGE);
            assertThat(run("generate", "studio", "zimage", "prompt")).isEqualTo(Tally.USAGE);
            assertThat(run("generate", "studio", "zimage", "prompt=x", "width=9")).as("too small").isEqualTo(Tally.USAGE);
            assertThat(run("generate", "studio", "zimage", "prompt=a", "prompt=b", "prompt=c", "seed=1", "seed=2"))
                    .as("not as many").isEqualTo(Tally.USAGE);
            assertThat(rest.submits).hasValue(0);
            assertThat(
                    run("generate", "studio", "zimage", "prompt=a red bicycle", "prompt=a blue boat", "steps=12", "--to", "made"))
                    .as(said()).isZero();
            try (Stream<Path> made = Files.list(folder.resolve("made"))) {
                assertThat(made.map(f -> f.getFileName().toString()).sorted()).satisfiesExactly(
                        name -> assertThat(name).matches("a blue boat-zimage\\.png"),
                        name -> assertThat(name).matches("a red bicycle-zimage\\.png"));
            }
            assertThat(rest.violations).isEmpty();
            assertThat(run("generate", "studio", "zimage", "prompt=a tree", "--to", "made", "--json")).as(said()).isZero();
            assertThat(said()).contains("\"generate\"");
        }
    }
}
