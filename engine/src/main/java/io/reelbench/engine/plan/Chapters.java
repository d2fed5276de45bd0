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
        List<Labels.Mark> source = edit.labels().chapters().given()
                .orElseGet(() -> edit.first().chapters().stream().map(c -> new Labels.Mark(c.fromUs(), c.title())).toList());
        if (edit.labels().chapters().stripped() || areKept() || source.isEmpty()) {
            return Optional.empty();
        }
        List<Media.Chapter> marks = onTimeline(source, lengthUs);
        return marks.isEmpty() ? Optional.empty() : Optional.of(text(marks));
    }

    private List<Media.Chapter> onTimeline(List<Labels.Mark> source, long lengthUs) {
        List<Labels.Mark> sorted = source.stream().sorted(Comparator.comparingLong(Labels.Mark::atUs)).toList();
        List<Labels.Mark> starts = new ArrayList<>();
        long at = 0;
        for (Segment segment : edit.segments()) {
            long from = inputs.start(segment);
            long length = edit.length(segment).orElse(Long.MAX_VALUE / 4) + segment.fromUs() - from;
            long begin = at;
            sorted.stream().filter(m -> m.atUs() <= from).reduce((_, last) -> last)
                    .ifPresent(m -> starts.add(new Labels.Mark(edit.paced(begin), m.title())));
            sorted.stream().filter(m -> m.atUs() > from && m.atUs() < from + length)
                    .forEach(m -> starts.add(new Labels.Mark(edit.paced(begin + m.atUs() - from), m.title())));
            at += length;
        }
        List<Media.Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1).atUs() : Math.max(lengthUs, starts.get(i).atUs() + 1);
            if (starts.get(i).atUs() < end) {
                chapters.add(new Media.Chapter(starts.get(i).atUs(), end, starts.get(i).title()));
            }
        }
        return chapters.stream().filter(c -> c.fromUs() < Math.max(lengthUs, 1)).toList();
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
