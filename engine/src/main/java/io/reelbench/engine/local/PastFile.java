package io.reelbench.engine.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Work;
import io.reelbench.engine.plan.Work.Rough;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this machine did, one JSON object a line for each finished task, the oldest first. It holds figures and names of codecs, never
 * those of files. Lines are only appended, whole, so that several programs may do it at once; what cannot be read is left out, since all of
 * it can be learnt again.
 */
public final class PastFile {

    private static final Logger LOG = LoggerFactory.getLogger(PastFile.class);
    private static final String NAME = "past.jsonl";
    /** Of the formulas: figures by other ones tell nothing of these. */
    private static final int VERSION = 2;
    private static final long MOST_BYTES = 16_000_000;

    /**
     * A line.
     *
     * @param formula whose rough figures these are
     * @param at      when it was done, seconds since 1970
     * @param wall    seconds in which it worked
     * @param cpu     processor seconds; null where the system does not say
     * @param beside  how many of ours worked meanwhile
     * @param alone   seconds that it would have taken alone
     */
    private record Line(int formula, long at, double media, double megapixels, Figure time, double wall, Double cpu,
            double beside, double alone, List<Figure> sizes, List<Long> bytes) {
    }

    private record Figure(List<String> kinds, double rough) {

        static Figure of(Rough rough) {
            return new Figure(rough.kinds(), rough.value());
        }

        Rough toRough() {
            return new Rough(kinds, rough, 1);
        }

        boolean isSound() {
            return kinds != null && !kinds.isEmpty() && !kinds.contains(null) && Double.isFinite(rough) && rough > 0;
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private final int cores;
    private final FutureTask<Past> found = new FutureTask<>(this::read);
    private Past past;

    /** Begins to read what a folder for data has of it, in the background. */
    public PastFile(Path folder) {
        this.file = folder.resolve(NAME);
        this.cores = Runtime.getRuntime().availableProcessors();
        Thread.startVirtualThread(found);
    }

    /** All that is known now. */
    public synchronized Past past() {
        if (past == null) {
            try {
                past = found.get();
            } catch (ExecutionException e) {
                LOG.warn("What was done before cannot be read", e.getCause());
                past = new Past(cores, List.of());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return new Past(cores, List.of());
            }
        }
        return past;
    }

    private Past read() throws IOException {
        List<Past.Done> done = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (Files.exists(file) && Files.size(file) <= MOST_BYTES) {
            var lenient = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
            try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), lenient))) {
                lines.addAll(text.lines().filter(line -> !line.isBlank()).toList());
            } catch (NoSuchFileException gone) {
                return new Past(cores, List.of());
            }
        }
        boolean tooMany = lines.size() > 2 * Past.MOST || Files.exists(file) && Files.size(file) > MOST_BYTES;
        List<String> newest = lines.subList(Math.max(0, lines.size() - Past.MOST), lines.size());
        newest.forEach(line -> understand(line, done));
        if (tooMany) {
            keep(newest);
        }
        return new Past(cores, done);
    }

    private void understand(String text, List<Past.Done> into) {
        try {
            Line line = json.readValue(text, Line.class);
            boolean sound = line != null && line.formula == VERSION && line.time != null && line.time.isSound()
                    && line.sizes != null
                    && line.bytes != null && line.sizes.stream().allMatch(s -> s != null && s.isSound())
                    && !line.bytes.contains(null) && Double.isFinite(line.alone);
            if (sound) {
                List<Rough> sizes = line.sizes.stream().map(Figure::toRough).toList();
                into.add(new Past.Done(new Work(line.media, line.megapixels, line.time.toRough(), sizes), line.alone,
                        line.bytes));
            }
        } catch (JacksonException torn) {
            LOG.debug("A line of {} cannot be read", file, torn);
        }
    }

    /** What another program adds in this moment may be lost; it can be learnt again. */
    private void keep(List<String> newest) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
            Files.write(fresh, newest, UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notNow) {
            LOG.warn("Old lines of {} stay", file, notNow);
        }
    }

    /** One more was done. */
    synchronized void add(Work work, Meter.Measured measured, double finishing, List<Long> bytes) {
        double alone = measured.alone(cores) + finishing;
        past = past().with(new Past.Done(work, alone, bytes));
        Line line = new Line(VERSION, Instant.now().getEpochSecond(), work.mediaSeconds(), work.megapixels(),
                Figure.of(work.time()), measured.wall() + finishing, measured.cpu().orElse(null), measured.beside(), alone,
                work.sizes().stream().map(Figure::of).toList(), bytes);
        try {
            Files.createDirectories(file.getParent());
            // a torn line of an earlier end must not swallow this one: an empty one between them harms nothing
            Files.writeString(file, "\n" + json.writeValueAsString(line), UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            LOG.warn("What was done cannot be kept", full);
        }
    }
}
