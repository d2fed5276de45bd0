package io.reelbench.engine.output;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks what nobody could plan: that there is something, that it is not empty, and that it opens. */
final class AnythingCheck {

    private final Verifier.Probe probe;
    private final String source;

    /** @param source name of the clip, for people */
    AnythingCheck(Verifier.Probe probe, String source) {
        this.probe = probe;
        this.source = source;
    }

    Verifier.Verdict file(Path file) throws InterruptedException {
        try {
            if (MovingWebp.isOne(file)) {
                return good(OptionalLong.empty(), 1, 0, 0);
            }
            Media media = probe.probe(file);
            return good(media.still() ? OptionalLong.empty() : media.lengthUs(), media.all(Track.Video.class).size(),
                    media.all(Track.Audio.class).size(), media.all(Track.Subtitle.class).size());
        } catch (FailedException e) {
            return bad(OutputWords.NOT_OPENED.with(e.failure().headline()));
        }
    }

    /** Each file of it has content, and the first and the last open. */
    Verifier.Verdict folder(Path folder) throws InterruptedException {
        List<Path> all;
        try {
            all = Folder.inside(folder);
            for (Path file : all) {
                if (Files.size(file) == 0) {
                    return bad(OutputWords.NO_BYTES.with());
                }
            }
        } catch (IOException e) {
            return bad(OutputWords.NOT_OPENED.with(e.getMessage()));
        }
        if (all.isEmpty()) {
            return bad(OutputWords.NO_BYTES.with());
        }
        Optional<Verifier.Verdict> wrong = Optional.empty();
        for (Path file : List.of(all.getFirst(), all.getLast())) {
            Verifier.Verdict verdict = file(file);
            wrong = wrong.isEmpty() && verdict instanceof Verifier.Verdict.Bad ? Optional.of(verdict) : wrong;
        }
        return wrong.orElseGet(() -> good(OptionalLong.empty(), all.size(), 0, 0));
    }

    private static Verifier.Verdict good(OptionalLong lengthUs, int pictures, int sounds, int subtitles) {
        return new Verifier.Verdict.Good(new Proof(lengthUs, OptionalLong.empty(), pictures, sounds, subtitles, false),
                List.of());
    }

    private Verifier.Verdict bad(Text difference) {
        return new Verifier.Verdict.Bad(new Failure.NotAsPlanned(source, difference.toString()));
    }
}
