package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What a service would refuse after an upload is told before it. */
final class Caps {

    private static final Set<String> BEFORE = Set.of(ProviderWords.MAKE_SMALLER.key(), ProviderWords.SHORTEN.key(),
            ProviderWords.TO_MP4.key());

    private final String service;
    private final Offer offer;

    Caps(String service, Offer offer) {
        this.service = service;
        this.offer = offer;
    }

    /** Whether a fix must be done on this computer before anything is sent. */
    static boolean isBefore(Fix fix) {
        return BEFORE.contains(fix.text().key());
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0; // whoever opens it says that it is gone
        }
    }

    /** @param made what the job before makes, as far as it can be foretold; empty for the first job */
    List<Problem> problems(Draft draft, Optional<Foretold> made) {
        List<Problem> problems = new ArrayList<>();
        long together = 0;
        for (Slot slot : draft.slots()) {
            long bytes = slot.file().map(Caps::size).orElseGet(() -> made.map(Foretold::least).orElse(0L));
            together += bytes;
            boolean uploaded = slot.file().isPresent() || !offer.intake().takesItsOwn();
            OptionalLong most = offer.limits().upload();
            if (uploaded && most.isPresent() && bytes > most.getAsLong()) {
                problems.add(tooBig(slot, bytes, most.getAsLong()));
            }
        }
        OptionalLong most = offer.limits().together();
        if (problems.isEmpty() && most.isPresent() && together > most.getAsLong()) {
            problems.add(new Problem("", Code.OUT_OF_RANGE, ProviderWords.TOO_BIG_TOGETHER.with(new Bytes(together).spoken(),
                    service, new Bytes(most.getAsLong()).spoken())));
        }
        for (Media clip : draft.clips()) {
            length(clip, made.isPresent()).ifPresent(problems::add);
            format(clip, made.isPresent()).ifPresent(problems::add);
        }
        return problems;
    }

    private Problem tooBig(Slot slot, long bytes, long limit) {
        String is = new Bytes(bytes).spoken();
        String most = new Bytes(limit).spoken();
        return slot.file()
                .map(file -> new Problem("", Code.OUT_OF_RANGE, ProviderWords.TOO_BIG.with(file.getFileName(), is, service, most))
                        .mendedBy(new Fix.Add(ProviderWords.MAKE_SMALLER.with(most), OptionalInt.of(0), "compress",
                                Map.of("target-size", List.of(Long.toString(limit))))))
                .orElseGet(() -> new Problem("", Code.OUT_OF_RANGE, ProviderWords.MADE_TOO_BIG.with(is, service, most)));
    }

    private Optional<Problem> length(Media clip, boolean made) {
        OptionalLong us = clip.lengthUs();
        var limit = offer.limits().longest();
        if (limit.isEmpty() || us.isEmpty() || us.getAsLong() <= limit.get().toNanos() / 1000) {
            return Optional.empty();
        }
        String most = Time.spoken(limit.get().toNanos() / 1000);
        Problem problem = new Problem("", Code.OUT_OF_RANGE,
                ProviderWords.TOO_LONG.with(clip.name(), Time.spoken(us.getAsLong()), service, most));
        return Optional.of(made
                ? problem
                : problem.mendedBy(new Fix.Add(ProviderWords.SHORTEN.with(most), OptionalInt.of(0), "trim",
                        Map.of("duration", List.of(Long.toString(limit.get().toSeconds()))))));
    }

    private Optional<Problem> format(Media clip, boolean made) {
        Set<String> formats = offer.limits().formats();
        if (formats.isEmpty() || List.of(clip.format().split(",")).stream().anyMatch(formats::contains)) {
            return Optional.empty();
        }
        Problem problem = new Problem("", Code.NOT_AVAILABLE,
                ProviderWords.NOT_ITS_FORMAT.with(service, clip.name(), clip.format()));
        return Optional.of(made
                ? problem
                : problem.mendedBy(new Fix.Add(ProviderWords.TO_MP4.with(), OptionalInt.of(0), "transcode",
                        Map.of("container", List.of("mp4")))));
    }
}
