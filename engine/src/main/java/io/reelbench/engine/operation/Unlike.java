package io.reelbench.engine.operation;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a clip differs from the one that rules, as far as the two could not stand in one stream without an encoder. */
final class Unlike {

    /** Sound that ends this much beside its picture is out by more than a packet of it. */
    private static final long MOST_BESIDE = 50_000;
    private static final long MOST_BEGINS = 2000;

    private final Edit rules;

    Unlike(Edit rules) {
        this.rules = rules;
    }

    /** Of its picture. */
    List<Text> picture(Edit edit) {
        List<Text> all = new ArrayList<>();
        Track.Video is = edit.first().video().orElseThrow();
        Track.Video wanted = rules.first().video().orElseThrow();
        if (!is.codec().equals(wanted.codec())) {
            all.add(JoinWords.CODEC.with(is.codec(), wanted.codec()));
        } else if (!is.facts().profile().equals(wanted.facts().profile())) {
            all.add(JoinWords.PROFILE.with(said(is.facts().profile()), said(wanted.facts().profile())));
        }
        if (!is.coded().equals(wanted.coded())) {
            all.add(JoinWords.SIZE.with(is.coded(), wanted.coded()));
        }
        if (!is.pixelShape().equals(wanted.pixelShape())) {
            all.add(JoinWords.SHAPE.with(is.pixelShape(), wanted.pixelShape()));
        }
        if (is.rotation() != wanted.rotation() || is.flipped() != wanted.flipped()) {
            all.add(JoinWords.TURN.with(is.rotation(), wanted.rotation()));
        }
        if (!is.pixels().name().equals(wanted.pixels().name())) {
            all.add(JoinWords.PIXELS.with(is.pixels().name(), wanted.pixels().name()));
        }
        Track.ColourSpace colour = Colours.of(is);
        if (!colour.equals(Colours.of(wanted))) {
            all.add(JoinWords.COLOURS.with(said(colour), said(Colours.of(wanted))));
        }
        if (is.fields().isInterlaced() != wanted.fields().isInterlaced()
                || is.fields().isInterlaced() && is.fields() != wanted.fields()) {
            all.add(JoinWords.FIELDS.with());
        }
        all.addAll(times(edit.first(), is, wanted));
        if (!edit.picture().isEmpty() || !edit.isWhole() || edit.beside().turned()) {
            all.add(JoinWords.CHANGED.with());
        }
        return all;
    }

    private List<Text> times(Media clip, Track.Video is, Track.Video wanted) {
        List<Text> all = new ArrayList<>();
        if (clip.still()) {
            return all;
        } else if (is.variable()) {
            all.add(JoinWords.UNEVEN.with());
        } else if (!is.rate().equals(wanted.rate())) {
            all.add(JoinWords.RATE.with(is.rate().map(Rate::spoken).orElse("?"), wanted.rate().map(Rate::spoken).orElse("?")));
        } else if (!is.facts().timebase().equals(wanted.facts().timebase())) {
            all.add(JoinWords.CLOCK.with(is.facts().timebase(), wanted.facts().timebase()));
        }
        if (is.reorder() != wanted.reorder() && is.codec().equals(wanted.codec())) {
            all.add(JoinWords.ORDER.with());
        }
        long begins = begins(clip, is);
        long usual = begins(rules.first(), wanted);
        if (Math.abs(begins - usual) > MOST_BEGINS) {
            all.add(JoinWords.BEGINS.with(Time.spoken(begins), Time.spoken(usual)));
        }
        if (is.hides()) {
            all.add(JoinWords.HIDES.with());
        }
        return all;
    }

    private static long begins(Media clip, Track.Video video) {
        return video.facts().startUs().orElse(clip.startUs()) - clip.startUs();
    }

    /**
     * Of its sounds, against those that rule.
     *
     * @param lengthUs how long the clip is in the whole
     */
    List<Text> sounds(Edit edit, List<Heard> ruling, long lengthUs) {
        List<Text> all = new ArrayList<>();
        List<Heard> own = edit.sounds();
        if (own.isEmpty() && !ruling.isEmpty()) {
            return List.of(JoinWords.SILENT.with());
        } else if (own.size() != ruling.size()) {
            return List.of(JoinWords.SOUNDS.with(own.size(), ruling.size()));
        }
        for (int i = 0; i < own.size(); i++) {
            Track.Audio is = own.get(i).here();
            Track.Audio wanted = ruling.get(i).here();
            if (!own.get(i).isUntouched() || !edit.isWhole()) {
                all.add(JoinWords.CHANGED.with());
            } else if (!is.codec().equals(wanted.codec())) {
                all.add(JoinWords.CODEC.with(is.codec(), wanted.codec()));
            } else if (!is.facts().profile().equals(wanted.facts().profile())) {
                all.add(JoinWords.PROFILE.with(said(is.facts().profile()), said(wanted.facts().profile())));
            }
            if (is.sampleRate() != wanted.sampleRate()) {
                all.add(JoinWords.SAMPLE_RATE.with(is.sampleRate(), wanted.sampleRate()));
            }
            if (is.channels() != wanted.channels() || !is.layout().equals(wanted.layout())) {
                all.add(JoinWords.CHANNELS.with(is.channels(), wanted.channels()));
            }
            if (is.index() != wanted.index()) {
                all.add(JoinWords.PLACES.with());
            } else if (is.codec().equals(wanted.codec()) && !is.facts().setup().equals(wanted.facts().setup())) {
                all.add(JoinWords.SETUP.with());
            }
            if (is.hides()) {
                all.add(JoinWords.HIDES.with());
            }
            lengths(edit, is, lengthUs).ifPresent(all::add);
        }
        return all.stream().distinct().toList();
    }

    private static Optional<Text> lengths(Edit edit, Track.Audio is, long lengthUs) {
        long beside = is.facts().endUs(edit.first().startUs()).orElse(lengthUs)
                - edit.first().video().map(v -> begins(edit.first(), v)).orElse(0L) - lengthUs;
        boolean longer = beside > 0;
        return !edit.hasPicture() || Math.abs(beside) <= MOST_BESIDE
                ? Optional.empty()
                : Optional.of(JoinWords.SOUND_LENGTH.with(Time.spoken(Math.abs(beside)),
                        longer ? JoinWords.LONGER.with() : JoinWords.SHORTER_SOUND.with()));
    }

    private static String said(Optional<String> profile) {
        return profile.orElse("?");
    }

    private static String said(Track.ColourSpace colour) {
        return String.join("/", colour.range(), colour.matrix(), colour.primaries(), colour.transfer());
    }
}
