package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SubtitleForm;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.OptionalLong;

/** Writes subtitles to files of their own, one for each track. Cues come when they come on the timeline: cuts and speed move them. */
public record SubtitleExtract(
        @Ask(value = "Subtitle tracks", help = "First, all, numbers from 1, or lang:eng; each becomes a file.") TrackChoice tracks,
        SubtitleForm form) implements Operation {

    private static final About ABOUT = new About("subtitle-extract", "Subtitles only", "Writes subtitles to files of their own.",
            About.Group.CONVERT, About.Role.SINK, List.of("subtitles", "captions", "srt", "vtt", "ass", "text", "transcript"),
            "subtitle-extract subtitled.mkv --format vtt -o talk.vtt");

    public SubtitleExtract() {
        this(TrackChoice.FIRST, new SubtitleForm());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        List<Track.Subtitle> all = edit.first().all(Track.Subtitle.class);
        if (all.isEmpty()) {
            problems.add("", Code.NEEDS_SUBTITLE, OperationWords.NEEDS_SUBTITLE, id(), edit.first().name());
            return edit;
        }
        Needs.tracks("tracks", tracks, Track.Subtitle.class, edit, problems);
        List<Track.Subtitle> chosen = tracks.from(all);
        if (chosen.isEmpty() && !problems.areSerious()) {
            problems.add("tracks", Code.NO_SUCH_TRACK, OperationWords.NO_SUBTITLE_FITS, tracks, edit.first().name());
        }
        OptionalLong offset = offset(edit, problems);
        Edit done = edit;
        for (Track.Subtitle track : chosen) {
            int number = all.indexOf(track) + 1;
            String label = chosen.size() == 1
                    ? id()
                    : track.facts().language().map(l -> number + "-" + l).orElse(Integer.toString(number));
            done = done.withSink(new Sink.SubtitleSink(label, track, form.format(), offset.orElse(0), form.charset()));
        }
        return done;
    }

    private OptionalLong offset(Edit edit, Problems problems) {
        try {
            OptionalLong us = form.offset().on(edit.clock());
            if (us.isEmpty()) {
                problems.add("offset", Code.OUT_OF_RANGE, OperationWords.LENGTH_UNKNOWN, edit.first().name());
            }
            return us;
        } catch (BadValue wrong) {
            problems.add("offset", wrong);
            return OptionalLong.empty();
        }
    }
}
