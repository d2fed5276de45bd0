package io.reelbench.engine.operation;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.AudioCodec;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import java.util.List;
import java.util.Optional;

/** Sound for a file that must fit under a size: where nobody said how good it shall be, it leaves the picture most of the room. */
record LeanSound(SoundCoding sound, RateControl rate, TrackSelection tracks) {

    /** The sound gets no more than this part of the file. */
    private static final int PART = 4;
    /** What AAC and Opus still sound well enough with, and what they need no more than. */
    private static final long LEAST = 32_000;
    private static final long MOST = 192_000;
    private static final int STEREO = 2;

    SoundCoding on(Edit edit) {
        List<Heard> chosen = Heard.chosen(tracks.audioTracks(), edit.sounds());
        boolean free = sound.strength().isEmpty()
                && (sound.audioCodec() == AudioCodec.AAC || sound.audioCodec() == AudioCodec.OPUS);
        if (!free || chosen.isEmpty() || edit.lengthUs().isEmpty() || edit.lengthUs().getAsLong() == 0
                || !(rate.goal().orElse(RateControl.USUAL) instanceof Goal.Under(var size))) {
            return sound;
        }
        long whole = Math.round(size.count() * 8e6 / edit.lengthUs().getAsLong());
        long now = chosen.stream().mapToLong(heard -> bits(heard.here())).sum();
        if (now <= whole / PART) {
            return sound;
        }
        long each = Math.clamp(whole / PART / chosen.size() / 1000 * 1000, LEAST, MOST);
        boolean many = chosen.stream().anyMatch(heard -> heard.here().channels() > STEREO);
        return new SoundCoding(sound.audioCodec(), Optional.of(new SoundCoding.AtBitrate(new Bitrate(each))), sound.sampleRate(),
                many && sound.audioChannels() == SoundCoding.Channels.SOURCE
                        ? SoundCoding.Channels.STEREO
                        : sound.audioChannels(),
                sound.audioBitDepth());
    }

    /** What it would take as it is, or encoded as usual. */
    private long bits(Track.Audio track) {
        boolean copied = sound.audioCodec().is(track.codec());
        return copied
                ? track.facts().bitrate().map(Bitrate::bitsPerSecond).orElse(MOST)
                : MOST * Math.max(1, track.channels()) / STEREO;
    }

    static String spoken(SoundCoding lean) {
        return lean.strength().map(s -> s instanceof SoundCoding.AtBitrate(Bitrate rate) ? rate.toString() : "").orElse("");
    }
}
