package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens to a child's complaints: keeps the last 32 kB word for word, counts warnings and errors, remembers the first errors. */
final class Tail {

    private static final int KEPT = 32 << 10;
    private static final int LONGEST_LINE = 4 << 10;
    private static final int FIRST = 20;
    private static final Pattern REPEATED = Pattern.compile(".*Last message repeated (\\d{1,9}) times?");

    private final Predicate<String> worth;
    private final StringBuilder kept = new StringBuilder();
    private final List<String> firstErrors = new ArrayList<>();
    private int warnings;
    private int errors;
    private boolean lastWasError;

    Tail() {
        this(_ -> true);
    }

    /** @param worth whether a line is kept */
    Tail(Predicate<String> worth) {
        this.worth = worth;
    }

    /** Reads to the end on a thread of its own; completes then. */
    CompletableFuture<Void> reading(InputStream in) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().name("complaints").start(() -> {
            try (in) {
                read(in);
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private void read(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        byte[] buffer = new byte[1 << 12];
        int length = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                boolean ends = buffer[i] == '\n' || buffer[i] == '\r';
                if (!ends && length < LONGEST_LINE) {
                    line[length++] = buffer[i];
                } else if (ends && length > 0) {
                    add(new String(line, 0, length, StandardCharsets.UTF_8));
                    length = 0;
                }
            }
        }
        if (length > 0) {
            add(new String(line, 0, length, StandardCharsets.UTF_8));
        }
    }

    private synchronized void add(String line) {
        if (worth.test(line)) {
            kept.append(line).append('\n');
        }
        if (kept.length() > KEPT) {
            kept.delete(0, Math.max(kept.length() - KEPT, kept.indexOf("\n") + 1));
        }
        Complaint complaint = Complaint.of(line);
        Matcher repeated = REPEATED.matcher(line);
        if (repeated.matches()) {
            count(Integer.parseInt(repeated.group(1)));
        } else if (complaint.isError() || complaint.isWarning()) {
            lastWasError = complaint.isError();
            count(1);
            if (lastWasError && firstErrors.size() < FIRST) {
                firstErrors.add(complaint.what());
            }
        }
    }

    private void count(int times) {
        if (lastWasError) {
            errors += times;
        } else {
            warnings += times;
        }
    }

    synchronized String text() {
        return kept.toString();
    }

    synchronized int warnings() {
        return warnings;
    }

    synchronized int errors() {
        return errors;
    }

    synchronized List<String> firstErrors() {
        return List.copyOf(firstErrors);
    }
}
