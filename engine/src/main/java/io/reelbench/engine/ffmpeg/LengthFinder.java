package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Media.Note;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds out how long a file really is. What the container says is believed unless there is a reason not to, because looking costs a
 * second ffprobe: no length at all, an estimate from the bit rate, a start far from zero (then MP4 counts the silence before it too),
 * more claimed than the packets hold, or sizes that reach beyond the end of the file. A file that was cut off keeps the length
 * that it claims, with a note: what is missing should be missed.
 */
final class LengthFinder {

    /** Up to this size an estimated length is replaced by a counted one. */
    private static final long COUNTABLE = 64L << 20;
    private static final long SECOND = 1_000_000;
    /** Claims that differ less from the packets are believed. */
    private static final long SAME = SECOND / 4;

    private final Ffprobe ffprobe;
    private final Entrance file;
    private final Optional<String> demuxer;
    private final Answer answer;
    private final Set<Note> notes = EnumSet.noneOf(Note.class);

    LengthFinder(Ffprobe ffprobe, Entrance file, Optional<String> demuxer, Answer answer) {
        this.ffprobe = ffprobe;
        this.file = file;
        this.demuxer = demuxer;
        this.answer = answer;
    }

    /** What else a person should know about the length; filled by {@link #find}. */
    Set<Note> notes() {
        return notes;
    }

    OptionalLong find() throws IOException, InterruptedException {
        OptionalLong claimed = Numbers.micros(answer.format().path("duration"));
        long start = Numbers.micros(answer.format().path("start_time")).orElse(0);
        if (claimed.isEmpty() || claimed.getAsLong() <= 0) {
            return counted(start);
        } else if (answer.complainsOf("Estimating duration from bitrate")) {
            return estimated(claimed, start);
        } else if (file.endsEarly() || answer.complainsOf("partial file")) {
            return cutShort(claimed, start);
        } else if (answer.whole()) {
            return believed(claimed, ofPackets());
        } else if (isMp4() && Math.abs(start) > SECOND / 2) {
            return believed(claimed, ending(claimed.getAsLong(), start));
        }
        return claimed;
    }

    private OptionalLong counted(long start) throws IOException, InterruptedException {
        OptionalLong last = answer.whole() && !answer.packets().isEmpty()
                ? ofPackets()
                : length(Ending.ofAll(ffprobe, file, demuxer), start);
        return noted(last, Note.LENGTH_COUNTED);
    }

    private OptionalLong estimated(OptionalLong claimed, long start) throws IOException, InterruptedException {
        OptionalLong counted = file.bytes() <= COUNTABLE
                ? length(Ending.ofAll(ffprobe, file, demuxer), start)
                : OptionalLong.empty();
        return counted.isPresent() ? noted(counted, Note.LENGTH_COUNTED) : noted(claimed, Note.LENGTH_ESTIMATED);
    }

    private OptionalLong cutShort(OptionalLong claimed, long start) throws IOException, InterruptedException {
        Ending end = Ending.after(claimed.getAsLong() + start - 2 * SECOND, ffprobe, file, demuxer);
        boolean missing = end.partial() || length(end, start).orElse(0) < claimed.getAsLong() - 2 * SECOND;
        return missing ? noted(claimed, Note.CUT_SHORT) : claimed;
    }

    private OptionalLong believed(OptionalLong claimed, OptionalLong found) {
        boolean same = found.isEmpty()
                || Math.abs(found.getAsLong() - claimed.getAsLong()) <= Math.max(SAME, claimed.getAsLong() / 100);
        return same ? claimed : noted(found, Note.LENGTH_COUNTED);
    }

    private OptionalLong ending(long claimed, long start) throws IOException, InterruptedException {
        return length(Ending.after(claimed - 2 * SECOND, ffprobe, file, demuxer), start);
    }

    private static OptionalLong length(Ending end, long start) {
        boolean known = end.lastUs().isPresent() && end.lastUs().getAsLong() > start;
        return known ? OptionalLong.of(end.lastUs().getAsLong() - start) : OptionalLong.empty();
    }

    /** From the first to the last packet, when all of them are known already. */
    private OptionalLong ofPackets() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Answer.Packet packet : answer.packets()) {
            Fraction timebase = answer.timebase(packet.track());
            if (!packet.hidden()) {
                first = Math.min(first, Numbers.micros(packet.pts(), timebase));
                last = Math.max(last, Numbers.micros(packet.pts() + packet.duration(), timebase));
            }
        }
        return last > first ? OptionalLong.of(last - first) : OptionalLong.empty();
    }

    private OptionalLong noted(OptionalLong length, Note note) {
        if (length.isPresent()) {
            notes.add(note);
        }
        return length;
    }

    private boolean isMp4() {
        return answer.format().path("format_name").asString("").startsWith("mov");
    }
}
