package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.AudioCodec;
import io.reelbench.engine.plan.Container;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.FileForm;
import io.reelbench.engine.plan.Goal;
import io.reelbench.engine.plan.RateControl;
import io.reelbench.engine.plan.Resize;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.plan.SoundCoding;
import io.reelbench.engine.plan.TrackSelection;
import io.reelbench.engine.plan.VideoCodec;
import io.reelbench.engine.plan.VideoCoding;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.schema.Ask;
import java.util.List;

/** Makes a film smaller: always encodes, by quality or under a size. */
public record Compress(FileForm file, Resize size, VideoCoding video, RateControl rate, SoundCoding sound, TrackSelection tracks,
        @Ask(value = "If larger", help = "When the result would be no smaller: keep the source's streams, write it all the same, or fail.") Sink.IfLarger ifLarger)
        implements
            Operation {

    private static final About ABOUT = new About("compress", "Compress",
            "Makes a film smaller, by quality or to fit under a size.", About.Group.CONVERT, About.Role.SINK,
            List.of("shrink", "smaller", "size", "email", "upload", "whatsapp", "discord"),
            "compress talk.mp4 --target-size 9.5MB -o talk-small.mp4");

    /** A share copy must open anywhere: H.264 and AAC, at a quality that shows no blocks at arm's length. */
    public Compress() {
        this(new FileForm(), new Resize(), new VideoCoding().with(VideoCodec.H264),
                new RateControl().with(new Goal.EqualQuality(65)), new SoundCoding().with(AudioCodec.AAC),
                new TrackSelection(), Sink.IfLarger.KEEP_SOURCE);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        Rules.coding(video, rate, problems);
        Rules.tracks(tracks, edit, problems);
        if (video.videoCodec() == VideoCodec.COPY) {
            problems.add("video-codec", Code.CODEC_CONTAINER, OperationWords.COPY_REFUSED.with(),
                    Fix.use("video-codec", "h264", OperationWords.LET_ENCODE.with()));
        }
        var chain = Rules.picture(Rules.resize(size, edit, false, problems));
        FileForm form = file.container() == Container.SAME ? file.with(home(edit)) : file;
        boolean webm = form.container() == Container.WEBM;
        VideoCoding picture = webm && video.videoCodec() == VideoCodec.H264 ? video.with(VideoCodec.VP9) : video;
        SoundCoding coded = webm && sound.audioCodec() == AudioCodec.AAC ? sound.with(AudioCodec.OPUS) : sound;
        SoundCoding heard = new LeanSound(coded, rate, tracks).on(edit);
        Edit noted = heard.equals(coded) ? edit : edit.noting(OperationWords.LEAN_SOUND, LeanSound.spoken(heard));
        return noted.withSink(new Sink.FileSink(id(), chain, edit.sounds(), form, picture, rate, heard, tracks, true, ifLarger));
    }

    /** The source's own container where a share copy may live in it, else mp4. */
    private static Container home(Edit edit) {
        Container own = Container.of(edit.first());
        boolean kept = own == Container.MP4 || own == Container.MOV || own == Container.MKV || own == Container.WEBM;
        return kept && !edit.first().all(Track.Video.class).isEmpty() ? own : Container.MP4;
    }
}
