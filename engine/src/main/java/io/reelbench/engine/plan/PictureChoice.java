package io.reelbench.engine.plan;

import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Decides for one file whether its picture is copied or encoded, and with which codec. */
final class PictureChoice {

    private static final int MOST_ZONES = 6;

    private final Edit edit;
    private final Sink.FileSink sink;
    private final Container container;
    private final Capabilities can;
    private final Draft draft;
    private final int product;

    PictureChoice(Edit edit, Sink.FileSink sink, Container container, int product, Capabilities can, Draft draft) {
        this.product = product;
        this.edit = edit;
        this.sink = sink;
        this.container = container;
        this.can = can;
        this.draft = draft;
    }

    /** Empty when the file gets no picture. */
    Optional<PictureOut> decide() {
        VideoCodec asked = sink.video().videoCodec();
        List<Track.Video> all = edit.first().all(Track.Video.class);
        List<Track.Video> chosen = sink.tracks().videoTrack().from(all);
        if (asked == VideoCodec.NONE || chosen.isEmpty() || container.isSound()) {
            if (asked != VideoCodec.NONE && !all.isEmpty()
                    && !sink.tracks().videoTrack().equals(io.reelbench.engine.media.TrackChoice.NONE)) {
                draft.reason(PlanWords.PICTURE.with(), PlanWords.LEFT_OUT.with(), PlanWords.NO_PLACE.with(title(container)));
            }
            if (!chosen.isEmpty() && container.isSound() && (asked.isCodec() || asked == VideoCodec.COPY)) {
                draft.problem("video-codec", Code.CODEC_CONTAINER, PlanWords.SOUND_ALONE.with(title(container)),
                        Mending.soundAlone(chosen.getFirst().codec(), asked, sink.sound().audioCodec()));
            }
            return Optional.empty();
        }
        if (all.size() > 1) {
            draft.note(PlanWords.OTHER_PICTURES, all.size() - 1);
        }
        Track.Video track = chosen.getFirst();
        OptionalLong end = track.facts().endUs(edit.first().startUs());
        if (end.isPresent() && edit.segments().stream().allMatch(s -> s.fromUs() > 0 && s.fromUs() >= end.getAsLong())) {
            draft.problem("start", Code.OUT_OF_RANGE, PlanWords.PICTURE_OVER, edit.first().name(), Time.spoken(end.getAsLong()));
        }
        Optional<Text> because = reasonToEncode(track, asked);
        if (because.isEmpty() && edit.cutsPicture()) {
            SmartCut smart = new SmartCut(edit, container, track, product);
            // keyframes of what is cut smartly itself are not known before
            boolean atKeyframes = edit.pieces().filter(p -> !p.isExact() && !p.ranges().equals(Pieces.between(List.of())))
                    .isPresent();
            because = edit.cutting() == Cutting.SMART && !atKeyframes && sink.form().trimTo().isEmpty()
                    ? smart.refusal()
                    : Optional.of(PlanWords.CUT_EXACTLY.with());
            if (because.isEmpty()) {
                return Optional.of(spliced(track, smart.splice()));
            }
        }
        if (because.isEmpty()) {
            if (edit.endsLoosely() && track.reorder() > 0) {
                draft.note(PlanWords.ENDS_LATER);
            }
            draft.reason(PlanWords.PICTURE.with(), PlanWords.COPIED.with(),
                    edit.picture().isEmpty()
                            ? PlanWords.UNCHANGED.with()
                            : PlanWords.RETIMED.with(here(track).rate().orElseThrow()));
            return Optional.of(new PictureOut(track, here(track), null, track.codec()));
        }
        return encoded(track, asked, because.get());
    }

    private PictureOut spliced(Track.Video track, Splice splice) {
        if (splice.encoded() == 0) {
            draft.reason(PlanWords.PICTURE.with(), PlanWords.COPIED.with(), PlanWords.CLEAN_CUT.with());
        } else {
            String zones = splice.zones().stream().limit(MOST_ZONES)
                    .map(z -> Time.spoken(z.fromUs()) + "–" + Time.spoken(z.toUs())).collect(Collectors.joining(", "));
            draft.reason(PlanWords.PICTURE.with(), PlanWords.SPLICED.with(splice.encoded(), splice.frames()),
                    PlanWords.CUT_FRAMES.with(splice.zones().size() > MOST_ZONES ? zones + ", …" : zones));
        }
        if (splice.tagged() && track.codec().equals("hevc") && container.isMp4Family()) {
            draft.note(PlanWords.SPLICED_HEVC);
        }
        return new PictureOut(track, here(track), null, track.codec(), Optional.of(splice));
    }

    private Track.Video here(Track.Video track) {
        return sink.chain().on(edit.picture().on(track));
    }

    private Optional<PictureOut> encoded(Track.Video track, VideoCodec asked, Text because) {
        if (asked == VideoCodec.COPY) {
            boolean refused = !container.copiesPicture(track.codec());
            draft.problem("video-codec", Code.CODEC_CONTAINER, PlanWords.COPY_CHANGED.with(because),
                    Mending.copy("video-codec", c -> refused && c.copiesPicture(track.codec())));
        } else if (edit.reel().filter(r -> r.way() == Reel.Way.COPY).isPresent()) {
            draft.problem("mode", Code.CHOOSE_ONE, ReelWords.COPY_BUT.with(because),
                    List.of(Fix.use("mode", "auto", ReelWords.COPY_BUT_FIX.with())));
        } else if (edit.atKeyframes() || edit.pieces().filter(p -> p.mode() == Pieces.Mode.COPY).isPresent()) {
            draft.problem("mode", Code.CHOOSE_ONE, PlanWords.COPY_CUT.with(because),
                    List.of(Fix.use("mode", "reencode", PlanWords.COPY_CUT_FIX.with("reencode"))));
        } else if (!track.facts().decodable()) {
            draft.problem("video-codec", Code.NOT_AVAILABLE, PlanWords.NOT_DECODABLE, track.codec());
        }
        VideoCodec codec = asked.isCodec() ? asked : automatic(track);
        if (!container.pictures().contains(codec)) {
            String takes = container.pictures().stream().map(VideoCodec::title).collect(Collectors.joining(", "));
            draft.problem("video-codec", Code.CODEC_CONTAINER,
                    PlanWords.PICTURE_CONTAINER.with(title(container), codec.title(), takes),
                    Mending.picture(container, codec, sink.sound().audioCodec()));
            return Optional.empty();
        }
        Optional<PictureOut.Encode> encode = new PictureCoder(edit, container, codec, sink, track, here(track), can, draft)
                .encode();
        encode.ifPresent(e -> draft.reason(PlanWords.PICTURE.with(),
                PlanWords.ENCODED.with(codec.title() + " (" + e.encoder() + ")"), because));
        return encode.map(e -> new PictureOut(track, here(track), e, codec.ffmpeg()));
    }

    private VideoCodec automatic(Track.Video track) {
        return VideoCodec.of(track.codec()).filter(c -> container.pictures().contains(c)).orElse(container.pictures().getFirst());
    }

    /** Why it cannot simply be copied; empty when it can. */
    private Optional<Text> reasonToEncode(Track.Video track, VideoCodec asked) {
        boolean timed = List.of(Container.MP4, Container.MOV, Container.MKV).contains(container);
        boolean filters = !(edit.picture().isEmpty() || timed && edit.picture().isForPackets()) || !sink.chain().isEmpty();
        if (filters) {
            return Optional.of(PlanWords.FILTERED.with());
        } else if (edit.heldUs() > 0) {
            return Optional.of(PlanWords.HELD.with(Time.spoken(edit.heldUs())));
        } else if (edit.pieces().filter(Pieces::isExact).isPresent()) {
            return Optional.of(PlanWords.CUT_EXACTLY.with());
        } else if (sink.alwaysEncode()) {
            return Optional.of(PlanWords.ALWAYS.with());
        } else if (asked.isCodec() && !asked.ffmpeg().equals(track.codec())) {
            return Optional.of(PlanWords.CODEC_ASKED.with(asked.title()));
        } else if (sink.video().asksForEncode() || sink.rate().goal().isPresent() || !sink.rate().equals(new RateControl())) {
            return Optional.of(PlanWords.QUALITY_ASKED.with());
        } else if ((track.rotation() != 0 || track.flipped()) && !container.holdsTurns()) {
            return Optional.of(PlanWords.NO_TURNS.with(title(container)));
        } else if (track.hides() && !container.isMp4Family() && (edit.isWhole() || edit.cutting() != Cutting.SMART)) {
            return Optional.of(PlanWords.HIDDEN_BEGINNING.with(title(container)));
        } else if (!container.copiesPicture(track.codec()) || withoutTimes(track)) {
            return Optional.of(PlanWords.CONTAINER_REFUSES.with(title(container), track.codec()));
        }
        return edit.reel().flatMap(reel -> new ReelList(reel, can).refusal(container));
    }

    /** AVI stores no time for frames that are shown later than decoded: a copy of such a stream stutters. */
    private boolean withoutTimes(Track.Video track) {
        return List.of("avi", "rm").contains(edit.first().format()) && track.reorder() > 0
                && sink.video().videoCodec() != VideoCodec.COPY;
    }

    static String title(Container container) {
        return container.extension().toUpperCase(java.util.Locale.ROOT);
    }
}
