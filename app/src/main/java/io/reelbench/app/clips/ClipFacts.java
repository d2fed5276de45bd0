package io.reelbench.app.clips;

import io.reelbench.engine.media.CodecName;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an editor wants to know of a clip at a glance, in the words of the trade. Pure. */
final class ClipFacts {

    static final String BETWEEN = " · ";

    private ClipFacts() {}

    /** The most important first: {@code 1080p 29.97}, {@code H.264}, {@code AAC}. The length is told by {@link #length}. */
    static List<String> of(Media media) {
        List<String> facts = new ArrayList<>();
        Optional<Track.Video> picture = media.video();
        if (picture.isPresent() && media.still()) {
            facts.add(picture.get().upright().toString().replace('x', '×'));
            facts.add(CodecName.of(picture.get()));
        } else {
            picture.ifPresent(video -> {
                facts.add(shape(video));
                facts.add(CodecName.of(video));
            });
            facts.addAll(sound(media));
        }
        return List.copyOf(facts);
    }

    /** {@code 1080p 29.97}: the short side, whether whole pictures or fields, pictures a second. */
    private static String shape(Track.Video video) {
        Size size = video.upright();
        String lines = Math.min(size.width(), size.height()) + (video.fields().isInterlaced() ? "i" : "p");
        return lines + video.rate().map(Rate::rounded).map(rate -> " " + rate).orElse("");
    }

    private static List<String> sound(Media media) {
        List<Track.Audio> all = media.all(Track.Audio.class);
        boolean only = media.video().isEmpty();
        if (all.isEmpty()) {
            return only ? List.of() : List.of(ClipWords.NO_AUDIO.say());
        } else if (all.size() > 1) {
            return List.of(ClipWords.SEVERAL_AUDIO.say(all.size()));
        }
        Track.Audio one = all.getFirst();
        return only
                ? List.of(CodecName.of(one), kilohertz(one.sampleRate()), speakers(one))
                : List.of(one.channels() > 2 ? CodecName.of(one) + " " + speakers(one) : CodecName.of(one));
    }

    private static String kilohertz(int hertz) {
        return BigDecimal.valueOf(hertz, 3).stripTrailingZeros().toPlainString() + " kHz";
    }

    /** {@code stereo}, {@code 5.1}. */
    private static String speakers(Track.Audio audio) {
        String layout = audio.layout().replaceFirst("\\(.*", "");
        boolean plain = layout.isEmpty() || layout.equals("mono") || layout.equals("stereo");
        return !plain ? layout : switch (audio.channels()) {
            case 1 -> ClipWords.MONO.say();
            case 2 -> ClipWords.STEREO.say();
            default -> ClipWords.CHANNELS.say(audio.channels());
        };
    }

    /** {@code 4:12}; empty for a still and where nobody knows. */
    static Optional<String> length(Media media) {
        if (media.still() || media.lengthUs().isEmpty()) {
            return Optional.empty();
        }
        long us = media.lengthUs().getAsLong();
        long whole = Math.round(us / (double) Time.SECOND) * Time.SECOND;
        return Optional.of(whole > 0
                ? Time.spoken(whole)
                : BigDecimal.valueOf(Math.max(1, us / 10_000), 2).stripTrailingZeros().toPlainString() + " s");
    }

    /** All on one line, for tool-tips and screen readers. */
    static String spoken(Media media) {
        List<String> all = new ArrayList<>(of(media));
        length(media).ifPresent(all::add);
        return String.join(BETWEEN, all);
    }
}
