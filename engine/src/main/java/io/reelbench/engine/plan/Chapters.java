package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;

/** The chapters of a clip on the timeline of an edit, as a text that ffmpeg reads. */
final class Chapters {

    static final String FILE = "chapters.ffmetadata";

    private Chapters() {}

    /** Each part of the timeline brings the chapters that lie in it. */
    static String text(Edit edit) {
        Inputs inputs = new Inputs(edit);
        StringBuilder text = new StringBuilder(";FFMETADATA1\n");
        long at = 0;
        for (Segment segment : edit.segments()) {
            long start = inputs.start(segment);
            long end = segment.toUs().orElse(edit.source(segment).lengthUs().orElse(Long.MAX_VALUE));
            for (Media.Chapter chapter : edit.source(segment).chapters()) {
                long from = Math.max(chapter.fromUs(), start);
                long to = Math.min(chapter.toUs(), end);
                if (from < to) {
                    text.append("[CHAPTER]\nTIMEBASE=1/1000000\nSTART=%d\nEND=%d\ntitle=%s\n".formatted(
                            edit.paced(at + from - start), edit.paced(at + to - start), escaped(chapter.title())));
                }
            }
            at += end - start;
        }
        return text.toString();
    }

    /** The brace as well: it begins our own placeholders. */
    private static String escaped(String title) {
        return title.replaceAll("[=;#{\\\\\n]", "\\\\$0").replace("\r", "");
    }
}
