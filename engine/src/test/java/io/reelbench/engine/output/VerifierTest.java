package io.reelbench.engine.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Expect.TrackExpected;
import io.reelbench.engine.plan.Expect.TrackExpected.Kind;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private static final List<TrackExpected> FILM = List.of(new TrackExpected(Kind.VIDEO, "h264"),
            new TrackExpected(Kind.AUDIO, "aac"));
    private static final Expect GOOD = expect(10_000_000, OptionalLong.empty());

    @TempDir
    Path folder;
    private Path product;
    private Path clip;
    private final List<Long> played = new ArrayList<>();

    @BeforeEach
    void files() throws IOException {
        product = Files.writeString(folder.resolve("product"), "film");
        clip = Files.writeString(folder.resolve("clip"), "clip");
    }

    @Test
    void aProductAsPlannedIsGoodAndItsLastSecondIsPlayed() throws Exception {
        assertThat(check(film(10_050_000), GOOD, facts(true, true))).isEmpty();
        assertThat(played).containsExactly(9_050_000L);
    }

    @Test
    void whatIsProvenIsWhatWasSeen() throws Exception {
        Verifier verifier = new Verifier(file -> film(10_050_000), (file, from) -> true);
        assertThat(verifier.check(product, GOOD, facts(true, true))).isEqualTo(new Verifier.Verdict.Good(
                new Proof(OptionalLong.of(10_050_000), OptionalLong.of(10_000_000), 1, 1, 0, true), List.of()));
        assertThat(verifier.check(product, GOOD, facts(true, false)))
                .isInstanceOfSatisfying(Verifier.Verdict.Good.class, good -> assertThat(good.proof().played()).isFalse());
    }

    @Test
    void copiedPacketsAreNotPlayed() throws Exception {
        assertThat(check(film(10_000_000), GOOD, facts(true, false))).isEmpty();
        assertThat(played).isEmpty();
    }

    @Test
    void tooShortIsIncompleteAndTooLongIsNotAsPlanned() throws Exception {
        assertThat(check(film(2_600_000), GOOD, facts(true, true))).contains(new Failure.Incomplete("clip", "0:02.6", "0:10"));
        assertThat(check(film(10_200_000), GOOD, facts(true, true)).get()).isInstanceOf(Failure.NotAsPlanned.class);
    }

    @Test
    void whatIsNotAsPlannedIsSaid() throws Exception {
        assertThat(said(film(10_000_000, video(320, 240)), GOOD))
                .contains("it holds video h264 instead of video h264, audio aac");
        assertThat(said(film(10_000_000, video(320, 200), audio()), GOOD)).contains("its picture is 320×200 instead of 320×240");
        assertThat(check(film(10_000_000), GOOD, facts(false, true)).get().headline().toString()).contains("ended before");
        Files.writeString(product, "");
        assertThat(said(film(10_000_000), GOOD)).contains("it is empty");
        Files.delete(product);
        assertThat(said(film(10_000_000), GOOD)).contains("cannot be opened");
    }

    @Test
    void aPromisedSizeIsKept() throws Exception {
        assertThat(check(film(10_000_000), expect(10_000_000, OptionalLong.of(3)), facts(true, true)))
                .contains(new Failure.TooBig("clip", "4 bytes", "3 bytes"));
    }

    @Test
    void aChangedInputSpoilsTheBestProduct() throws Exception {
        Verifier.Facts facts = facts(true, true);
        Files.writeString(clip, "clip goes on");
        assertThat(check(film(10_000_000), GOOD, facts)).contains(new Failure.InputChanged(clip.toString()));
        Files.delete(clip);
        assertThat(check(film(10_000_000), GOOD, facts)).contains(new Failure.Missing(clip.toString()));
    }

    @Test
    void aLastSecondThatDoesNotPlayIsSaid() throws Exception {
        Verifier verifier = new Verifier(file -> film(10_000_000), (file, from) -> false);
        assertThat(failure(verifier.check(product, GOOD, facts(true, true))).get().headline().toString()).contains("last second");
    }

    @Test
    void aHeadWithoutContentMeansThatTheClipHadNone() throws Exception {
        Verifier blind = new Verifier(file -> {
            throw new FailedException(new Failure.Damaged("x", "no index"));
        }, (file, from) -> true);
        assertThat(failure(blind.check(product, GOOD, facts(true, true))).get()).isInstanceOf(Failure.Incomplete.class);
    }

    private String said(Media media, Expect expect) throws Exception {
        return check(media, expect, facts(true, true)).get().headline().toString();
    }

    private Optional<Failure> check(Media media, Expect expect, Verifier.Facts facts) throws InterruptedException {
        return failure(new Verifier(file -> media, (file, from) -> played.add(from)).check(product, expect, facts));
    }

    private static Optional<Failure> failure(Verifier.Verdict verdict) {
        return verdict instanceof Verifier.Verdict.Bad(Failure failure) ? Optional.of(failure) : Optional.empty();
    }

    private Verifier.Facts facts(boolean ended, boolean encoded) throws FailedException {
        return new Verifier.Facts("clip", ended, encoded, List.of(InputStamp.take(clip)));
    }

    private static Expect expect(long lengthUs, OptionalLong most) {
        return new Expect.Film(FILM, OptionalLong.of(lengthUs), 100_000, Optional.of(new Size(320, 240)), most);
    }

    private Media film(long lengthUs) {
        return film(lengthUs, video(320, 240), audio());
    }

    private Media film(long lengthUs, Track... tracks) {
        return new Media(product, 4, 0, "mov", 0, OptionalLong.of(lengthUs), Optional.empty(), List.of(tracks), List.of(),
                Map.of(), false, List.of(), io.reelbench.engine.media.Known.NOTHING);
    }

    private static Track video(int width, int height) {
        return new Track.Video(facts("h264"), new Size(width, height), Fraction.ONE, 0, false,
                new Track.PixelFormat("yuv420p", 8, 420, false, false), Optional.of(new Rate(25, 1)), false,
                Track.Fields.PROGRESSIVE, Track.ColourSpace.UNSAID, Track.Hdr.NONE, Optional.empty(), 0);
    }

    private static Track audio() {
        return new Track.Audio(facts("aac"), 48_000, 2, "stereo", 0, true);
    }

    private static Track.Facts facts(String codec) {
        return new Track.Facts(0, codec, "", Optional.empty(), true, Fraction.ONE, OptionalLong.empty(), OptionalLong.empty(),
                Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(), Set.of(), Map.of());
    }
}
