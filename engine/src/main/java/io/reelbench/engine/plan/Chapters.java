package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chapters of one file. ffmpeg moves those of an input along with a plain cut; with a lead, several parts, another speed or a list of
 * somebody's own they are written out as times of the output.
 */
final class Chapters {

    private final Edit edit;
    private final Inputs inputs;

    Chapters(Edit edit, Inputs inputs) {
        this.edit = edit;
        this.inputs = inputs;
    }

    /** Whether the clip's own go over as they are. */
    boolean areKept() {
        return edit.labels().chapters().isKept() && edit.isWhole() && edit.pace().equals(io.reelbench.engine.media.Fraction.ONE)
                && !edit.first().chapters().isEmpty();
    }

    /** Those that must be written out; empty when there are none, or where {@link #areKept}. */
    Optional<String> list(long lengthUs) {
        List<Media.Chapter> marks = areKept() ? List.of() : here(lengthUs);
        return marks.isEmpty() ? Optional.empty() : Optional.of(text(marks));
    }

    /** All that lie on the timeline, in the order of its parts. */
    List<Media.Chapter> here(long lengthUs) {
        List<Labels.Mark> source = edit.labels().chapters().given()
                .orElseGet(() -> edit.first().chapters().stream().map(c -> new Labels.Mark(c.fromUs(), c.toUs(), c.title()))
                        .toList());
        return edit.labels().chapters().stripped() ? List.of() : onTimeline(source, lengthUs);
    }

    /** Each part of the timeline brings the chapters that lie in it. */
    private List<Media.Chapter> onTimeline(List<Labels.Mark> source, long lengthUs) {
        List<Labels.Mark> sorted = source.stream().sorted(Comparator.comparingLong(Labels.Mark::atUs)).toList();
        List<Media.Chapter> chapters = new ArrayList<>();
        long at = 0;
        for (Segment segment : edit.segments()) {
            long start = inputs.start(segment);
            long end = segment.toUs().orElse(edit.source(segment).lengthUs().orElse(Range.OPEN));
            for (Labels.Mark mark : sorted) {
                long from = Math.max(mark.atUs(), start);
                long to = Math.min(mark.untilUs(), end);
                if (from < to) {
                    long begins = edit.paced(at + from - start);
                    long ends = to == Range.OPEN ? Math.max(lengthUs, begins + 1) : edit.paced(at + to - start);
                    chapters.add(new Media.Chapter(begins, ends, mark.title()));
                }
            }
            at += end - start + segment.heldUs();
        }
        return chapters;
    }

    /** As ffmpeg reads it; {@code = ; # \} and line breaks mean something there. */
    private static String text(List<Media.Chapter> chapters) {
        StringBuilder text = new StringBuilder(";FFMETADATA1\n");
        for (Media.Chapter chapter : chapters) {
            text.append("[CHAPTER]\nTIMEBASE=1/").append(Time.SECOND).append("\nSTART=").append(chapter.fromUs()).append("\nEND=")
                    .append(chapter.toUs()).append("\ntitle=").append(escaped(chapter.title())).append('\n');
        }
        return text.toString();
    }

    private static String escaped(String title) {
        return title.replaceAll("\\p{Cntrl}", " ").replaceAll("[=;#{\\\\]", "\\\\$0");
    }
}
