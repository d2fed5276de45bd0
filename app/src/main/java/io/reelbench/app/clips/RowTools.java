package io.reelbench.app.clips;

import io.reelbench.app.room.Room;

/** What rows need from around them. */
record RowTools(Room room, Thumbs thumbs, Sample sample, AboutClip about) {
}
