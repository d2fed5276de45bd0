package io.reelbench.engine.plan;

import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.schema.Ask;

/** Which tracks of the source the file gets. */
public record TrackSelection(
        @Ask(value = "Picture track", help = "Which one, if there are several; a cover picture is not counted.", advanced = true) TrackChoice videoTrack,
        @Ask(value = "Sound tracks", help = "All, none, numbers from 1, or lang:eng; they are written in the order given.") TrackChoice audioTracks,
        @Ask(value = "Subtitle tracks", help = "All that the container can hold, none, numbers from 1, or lang:eng.") TrackChoice subtitleTracks,
        @Ask(value = "Data tracks", help = "Timecode, GPS, telemetry and attachments, where the container is the same.", advanced = true) boolean data,
        @Ask(value = "Chapters", help = "Keep the chapter marks.", advanced = true) boolean chapters) {

    public TrackSelection() {
        this(TrackChoice.DEFAULT, TrackChoice.ALL, TrackChoice.ALL, true, true);
    }
}
