package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Decides for one file which sound tracks it gets, and whether each is copied or encoded. */
final class SoundChoice {

    /** Sound that ends so much before the picture is as usual as not: films are mixed so. */
    private static final long UNNOTICED = Time.SECOND / 2;

    private final Edit edit;
    private final Sink.FileSink sink;
    private final Container container;
    private final Optional<PictureOut> picture;
    private final Capabilities can;
    private final Draft draft;

    SoundChoice(Edit edit, Sink.FileSink sink, Container container, Optional<PictureOut> picture, Capabilities can, Draft draft) {
        this.edit = edit;
        this.sink = sink;
        this.container = container;
        this.picture = picture;
        this.can = can;
        this.draft = draft;
    }

    /** In the order in which they are written. */
    List<SoundOut> decide() {
        List<Heard> all = sink.sounds();
        if (sink.sound().audioCodec() == AudioCodec.NONE) {
            return List.of();
        }
        List<Heard> chosen = limited(Heard.chosen(sink.tracks().audioTracks(), all));
        List<SoundOut> outs = new ArrayList<>();
        for (Heard heard : chosen) {
            decide(heard, PlanWords.SOUND.with(all.indexOf(heard) + 1)).ifPresent(outs::add);
        }
        return outs;
    }

    /** Sound files other than mka and the mp4 family hold one track. */
    private List<Heard> limited(List<Heard> chosen) {
        boolean one = container.isSound() && container != Container.MKA && container != Container.M4A;
        if (one && chosen.size() > 1) {
            chosen.stream().skip(1)
                    .forEach(h -> draft.reason(PlanWords.SOUND.with(sink.sounds().indexOf(h) + 1), PlanWords.LEFT_OUT.with(),
                            PlanWords.NO_PLACE.with(PictureChoice.title(container))));
        }
        return one ? chosen.stream().limit(1).toList() : chosen;
    }

    private Optional<SoundOut> decide(Heard heard, Text subject) {
        Track.Audio track = heard.here();
        if (!heard.besides().isEmpty() && edit.atKeyframes() && edit.segments().size() > 1) {
            // each part begins earlier than asked for by another time
            draft.problem("mode", Code.NOT_AVAILABLE, PlanWords.SOUND_OVER_COPIES.with(),
                    List.of(Fix.use("mode", "reencode", PlanWords.COPY_CUT_FIX.with("reencode"))));
            return Optional.empty();
        }
        AudioCodec asked = sink.sound().audioCodec();
        Optional<Text> because = reasonToEncode(heard, asked);
        if (because.isEmpty()) {
            draft.reason(subject, PlanWords.COPIED.with(), heard.beside()
                    .map(side -> PlanWords.UNCHANGED_OF.with(side.media().name())).orElseGet(PlanWords.UNCHANGED::with));
            return Optional.of(
                    new SoundOut(heard, true, List.of("-c:a:#", "copy"), List.of(), track.codec(), SoundCoder.bitrate(track)));
        }
        if (asked == AudioCodec.COPY) {
            boolean refused = !container.copiesSound(track.codec());
            draft.problem("audio-codec", Code.CODEC_CONTAINER, PlanWords.COPY_SOUND_CHANGED.with(because.get()),
                    Mending.copy("audio-codec", c -> refused && c.copiesSound(track.codec())));
            return Optional.empty();
        } else if (!track.facts().decodable() && heard.beside().isPresent()) {
            draft.problem("audio", Code.NOT_AVAILABLE, PlanWords.NOT_DECODABLE, track.codec());
            return Optional.empty();
        } else if (!track.facts().decodable()) {
            draft.reason(subject, PlanWords.LEFT_OUT.with(), PlanWords.NOT_DECODABLE.with(track.codec()));
            return Optional.empty();
        }
        AudioCodec codec = asked.isCodec() ? asked : automatic(track);
        if (!container.sounds().contains(codec)) {
            String takes = container.sounds().stream().map(AudioCodec::title).collect(Collectors.joining(", "));
            draft.problem("audio-codec", Code.CODEC_CONTAINER,
                    PlanWords.SOUND_CONTAINER.with(PictureChoice.title(container), codec.title(), takes),
                    Mending.sound(container, codec, sink.video().videoCodec()));
            return Optional.empty();
        }
        draft.reason(subject, PlanWords.ENCODED.with(codec.title()), because.get());
        return new SoundCoder(sink.sound(), codec, container, heard, can, draft).encode();
    }

    private AudioCodec automatic(Track.Audio track) {
        boolean edited = picture.filter(p -> List.of("prores", "dnxhd").contains(p.codec())).isPresent();
        if (container == Container.MOV && (edited || track.codec().startsWith("pcm_"))) {
            return AudioCodec.PCM;
        }
        return AudioCodec.of(track.codec()).filter(c -> container.sounds().contains(c))
                .filter(c -> c != AudioCodec.VORBIS || can.canEncode("libvorbis")).orElse(container.sounds().getFirst());
    }

    private Optional<Text> reasonToEncode(Heard heard, AudioCodec asked) {
        Track.Audio track = heard.here();
        if (!heard.isUntouched()) {
            return Optional.of(PlanWords.FILTERED.with());
        }
        Optional<Text> laid = heard.beside().flatMap(side -> reasonToLay(side, heard, asked));
        if (laid.isPresent()) {
            return laid;
        } else if (heard.beside().isEmpty() && (edit.cutsSound() || edit.pieces().filter(Pieces::isExact).isPresent())) {
            return Optional.of(PlanWords.CUT_EXACTLY.with());
        } else if ((!edit.isWhole() || edit.pieces().isPresent()) && container == Container.FLAC) {
            // a copied FLAC header goes on to claim the whole length
            return Optional.of(PlanWords.CUT_EXACTLY.with());
        } else if (asked.isCodec() && !asked.is(track.codec())) {
            return Optional.of(PlanWords.CODEC_ASKED.with(asked.title()));
        } else if (sink.sound().asksForEncode()) {
            return Optional.of(PlanWords.QUALITY_ASKED.with());
        } else if (track.hides() && !container.isMp4Family()) {
            return Optional.of(PlanWords.HIDDEN_BEGINNING.with(PictureChoice.title(container)));
        } else if (!container.copiesSound(track.codec())) {
            return Optional.of(PlanWords.CONTAINER_REFUSES.with(PictureChoice.title(container), track.codec()));
        }
        return Optional.empty();
    }

    /**
     * Why the sound of a file beside the clip cannot be laid there as it is. Moved by a time of packets it stays as much in time as
     * encoded, and a packet more at its end is not heard; silence behind it can only be encoded.
     */
    private Optional<Text> reasonToLay(SideSound side, Heard heard, AudioCodec asked) {
        long later = side.laterUs(new Inputs(edit).earlyFor(heard));
        boolean cut = !side.isOneStretch() || side.parts().getFirst().fromUs() > 0 && !edit.atKeyframes();
        OptionalLong end = side.endUs();
        long until = side.parts().getLast().toUs();
        boolean ends = later < 0 || end.isEmpty() || end.getAsLong() > until + Time.SECOND / 50;
        if (cut || ends && side.track().bits() > 0 && asked != AudioCodec.COPY) {
            // packets of lossless codecs may be long, and nothing is lost
            return Optional.of(PlanWords.CUT_EXACTLY.with());
        } else if (asked != AudioCodec.COPY && container == Container.MP4 && side.track().codec().startsWith("pcm_")) {
            // cameras write it and their programs read it
            return Optional.of(PlanWords.SELDOM_PLAYED.with(PictureChoice.title(container), side.track().codec()));
        } else if (container.isSound() && later != 0) {
            return Optional.of(PlanWords.MOVED_SOUND.with());
        } else if (asked != AudioCodec.COPY && end.isPresent() && end.getAsLong() < until - UNNOTICED) {
            return Optional.of(PlanWords.PADDED.with(Time.spoken(until - end.getAsLong())));
        }
        return Optional.empty();
    }
}
