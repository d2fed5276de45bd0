package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Timecode;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes a {@link Track} of each stream that ffprobe describes. */
final class TrackReader {

    private static final Set<String> SAID_ELSEWHERE = Set.of("language", "title", "name");

    private static final double MOST_PRIMING = 0.1;

    private final Answer answer;
    private final PixelFormats pixels;
    private final JsonNode firstFrame;
    private final Set<Integer> undecodable;

    /** @param firstFrame of the picture, where it was asked for; else missing */
    TrackReader(Answer answer, PixelFormats pixels, JsonNode firstFrame) {
        this.answer = answer;
        this.pixels = pixels;
        this.firstFrame = firstFrame;
        this.undecodable = answer.undecodable();
    }

    Track read(JsonNode stream, boolean hasSound, boolean still) {
        Track.Facts facts = facts(stream);
        return switch (stream.path("codec_type").asString("")) {
            case "video" -> isCover(stream, hasSound) ? new Track.Cover(facts, size(stream)) : video(stream, facts, still);
            case "audio" -> audio(stream, facts);
            case "subtitle" -> new Track.Subtitle(facts, isText(facts.codec()));
            case "attachment" -> new Track.Data(facts, Track.Data.Kind.ATTACHMENT);
            default -> new Track.Data(facts, facts.codecTag().equals("tmcd") ? Track.Data.Kind.TIMECODE : Track.Data.Kind.OTHER);
        };
    }

    private Track.Facts facts(JsonNode stream) {
        int index = stream.path("index").asInt(-1);
        Map<String, String> tags = Answer.tags(stream);
        Map<String, String> rest = new TreeMap<>(tags);
        rest.keySet().removeAll(SAID_ELSEWHERE);
        String codec = stream.path("codec_name").asString("unknown");
        boolean decodable = !undecodable.contains(index) && !codec.equals("unknown");
        Optional<Language> language = Optional.ofNullable(tags.get("language")).flatMap(Language::of)
                .filter(l -> !l.equals(Language.UNKNOWN));
        return new Track.Facts(index, codec, letters(stream.path("codec_tag_string").asString("")),
                Optional.of(stream.path("profile").asString("")).filter(p -> !p.isEmpty() && !p.equals("unknown")), decodable,
                Numbers.ratio(stream.path("time_base")).orElse(Fraction.ONE), Numbers.micros(stream.path("start_time")),
                length(stream, tags),
                bitrate(stream, tags), frames(stream, tags), language,
                Stream.of("title", "name").map(tags::get).filter(t -> t != null && !t.isBlank()).findFirst(),
                dispositions(stream, hides(stream, index)), Map.copyOf(rest), stream.path("extradata_hash").asString(""),
                lead(stream, index));
    }

    private static String letters(String tag) {
        return tag.startsWith("[") ? "" : tag;
    }

    /** Matroska writes its statistics into tags. */
    private OptionalLong length(JsonNode stream, Map<String, String> tags) {
        OptionalLong said = Numbers.micros(stream.path("duration"));
        // what ffprobe says of a track of Matroska it has from the whole file
        boolean matroska = answer.format().path("format_name").asString("").startsWith("matroska");
        String clock = statistic(tags, "duration").orElse("");
        if (said.isPresent() && !matroska || !clock.matches("\\d{1,4}:\\d\\d:\\d\\d(\\.\\d{1,9})?")) {
            return said;
        }
        String[] parts = clock.split("[:.]");
        long seconds = Long.parseLong(parts[0]) * 3600 + Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2]);
        String fraction = parts.length < 4 ? "" : parts[3];
        long us = seconds * 1_000_000 + Long.parseLong((fraction + "000000").substring(0, 6));
        // ffmpeg writes when a track ends there, mkvmerge (which signs it) how long it is
        boolean signed = statistic(tags, "_statistics_writing_app").isPresent();
        long late = signed ? 0 : Math.max(0, Numbers.micros(stream.path("start_time")).orElse(0));
        return OptionalLong.of(Math.max(0, us - late));
    }

    private static OptionalLong frames(JsonNode stream, Map<String, String> tags) {
        OptionalLong said = Numbers.count(stream.path("nb_frames"));
        String counted = statistic(tags, "number_of_frames").orElse("");
        return said.isEmpty() && counted.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(counted)) : said;
    }

    private static Optional<Bitrate> bitrate(JsonNode stream, Map<String, String> tags) {
        OptionalLong said = Numbers.count(stream.path("bit_rate"));
        String counted = statistic(tags, "bps").orElse("");
        long bits = said.isEmpty() && counted.matches("\\d{1,12}") ? Long.parseLong(counted) : said.orElse(0);
        return bits > 0 ? Optional.of(new Bitrate(bits)) : Optional.empty();
    }

    private static Optional<String> statistic(Map<String, String> tags, String name) {
        return Stream.of(name, name + "-eng").map(tags::get).filter(java.util.Objects::nonNull).findFirst();
    }

    /** Sound begins with packets before its zero that are not heard. */
    private Track.Facts.Lead lead(JsonNode stream, int index) {
        if (!stream.path("codec_type").asString("").equals("audio")) {
            return Track.Facts.Lead.NONE;
        }
        Fraction tick = Numbers.ratio(stream.path("time_base")).orElse(Fraction.ONE);
        List<Answer.Packet> first = answer.packetsOf(index);
        long packets = first.stream().takeWhile(p -> p.pts() < 0 && p.pts() + p.duration() <= 0).count();
        long us = first.isEmpty() ? 0 : tick.times(Fraction.of(first.getFirst().pts())).times(Fraction.of(1_000_000)).round();
        return new Track.Facts.Lead((int) packets, Math.max(0, -us));
    }

    /** The first packets of sound only prepare its decoder: a tenth of a second hides nothing. */
    private boolean hides(JsonNode stream, int index) {
        Fraction tick = Numbers.ratio(stream.path("time_base")).orElse(Fraction.ONE);
        boolean picture = stream.path("codec_type").asString("").equals("video");
        return answer.packetsOf(index).stream().takeWhile(Answer.Packet::hidden)
                .anyMatch(p -> picture || tick.times(Fraction.of(p.pts())).approximate() < -MOST_PRIMING);
    }

    private static Set<String> dispositions(JsonNode stream, boolean hides) {
        Set<String> set = new TreeSet<>(hides ? Set.of(Track.HIDES) : Set.of());
        stream.path("disposition").properties().stream().filter(d -> d.getValue().asInt(0) == 1)
                .forEach(d -> set.add(d.getKey()));
        return Set.copyOf(set);
    }

    /** ffmpeg marks most covers; a single JPEG beside sound is one too. */
    private boolean isCover(JsonNode stream, boolean hasSound) {
        boolean marked = stream.path("disposition").path("attached_pic").asInt(0) == 1
                || stream.path("disposition").path("timed_thumbnails").asInt(0) == 1;
        boolean picture = Set.of("mjpeg", "png", "gif", "bmp", "webp", "tiff").contains(stream.path("codec_name").asString(""));
        boolean single = Numbers.count(stream.path("nb_frames")).orElse(0) == 1
                || answer.whole() && answer.packetsOf(stream.path("index").asInt(-1)).size() == 1;
        return marked || hasSound && picture && single;
    }

    private Track.Video video(JsonNode stream, Track.Facts facts, boolean still) {
        Track.Fields fields = fields(stream);
        int reorder = Numbers.small(stream.path("has_b_frames"));
        Cadence cadence = still ? new Cadence(Optional.empty(), false) : cadence(stream, facts, fields, reorder);
        Turn turn = Stream.of(Answer.sideData(firstFrame, "3x3 displaymatrix"), Answer.sideData(stream, "Display Matrix"))
                .map(Turn::of).filter(t -> !t.equals(Turn.NONE)).findFirst().orElse(Turn.NONE);
        Track.ColourSpace colour = colour(stream);
        return new Track.Video(facts, size(stream), Numbers.ratio(stream.path("sample_aspect_ratio")).orElse(Fraction.ONE),
                turn.degrees(),
                turn.flipped(), pixels.named(stream.path("pix_fmt").asString("")), cadence.rate(), cadence.variable(), fields,
                colour,
                hdr(stream, colour), timecode(stream), reorder);
    }

    private Cadence cadence(JsonNode stream, Track.Facts facts, Track.Fields fields, int reorder) {
        var shown = answer.packetsOf(facts.index()).stream().filter(p -> !p.hidden()).map(Answer.Packet::pts).toList();
        return Cadence.of(new Cadence.Sample(shown, answer.timeless().contains(facts.index()), answer.whole(), reorder,
                facts.timebase(), rate(stream.path("r_frame_rate")),
                rate(stream.path("avg_frame_rate")), facts.frames(), facts.lengthUs(), fields.isInterlaced()));
    }

    private static Optional<Rate> rate(JsonNode rate) {
        return Numbers.ratio(rate).map(Rate::of);
    }

    static Size size(JsonNode stream) {
        return new Size(Numbers.small(stream.path("width")), Numbers.small(stream.path("height")));
    }

    private Track.Fields fields(JsonNode stream) {
        return switch (stream.path("field_order").asString("")) {
            case "progressive" -> Track.Fields.PROGRESSIVE;
            // by the book the second letter tells; ffmpeg's encoders, decoders and so its deinterlacers go by the first
            case "tt", "tb" -> Track.Fields.TOP_FIRST;
            case "bb", "bt" -> Track.Fields.BOTTOM_FIRST;
            default -> fieldsOfFrame();
        };
    }

    private Track.Fields fieldsOfFrame() {
        if (!firstFrame.has("interlaced_frame")) {
            return Track.Fields.UNKNOWN;
        } else if (firstFrame.path("interlaced_frame").asInt(0) == 0) {
            return Track.Fields.PROGRESSIVE;
        }
        return firstFrame.path("top_field_first").asInt(0) == 1 ? Track.Fields.TOP_FIRST : Track.Fields.BOTTOM_FIRST;
    }

    private Track.ColourSpace colour(JsonNode stream) {
        return new Track.ColourSpace(colour(stream, "color_range"), colour(stream, "color_space"),
                colour(stream, "color_primaries"),
                colour(stream, "color_transfer"));
    }

    /** Where the container says nothing, the picture may. */
    private String colour(JsonNode stream, String name) {
        String said = word(stream, name);
        return said.isEmpty() ? word(firstFrame, name) : said;
    }

    private static String word(JsonNode stream, String name) {
        String word = stream.path(name).asString("");
        return word.equals("unknown") || word.equals("reserved") ? "" : word;
    }

    private Track.Hdr hdr(JsonNode stream, Track.ColourSpace colour) {
        JsonNode mastering = either(stream, "Mastering display metadata");
        OptionalInt peak = peak(either(stream, "Content light level metadata").path("max_content"))
                .or(() -> peak(mastering.path("max_luminance"))).map(OptionalInt::of).orElse(OptionalInt.empty());
        Track.Hdr.Kind kind = !Answer.sideData(stream, "DOVI configuration record").isMissingNode()
                ? Track.Hdr.Kind.DOLBY_VISION
                : switch (colour.transfer()) {
                    case "smpte2084" -> Track.Hdr.Kind.HDR10;
                    case "arib-std-b67" -> Track.Hdr.Kind.HLG;
                    default -> Track.Hdr.Kind.SDR;
                };
        return kind == Track.Hdr.Kind.SDR ? Track.Hdr.NONE : new Track.Hdr(kind, !mastering.isMissingNode(), peak);
    }

    /** Said by the container, or only inside the picture. */
    private JsonNode either(JsonNode stream, String kind) {
        JsonNode said = Answer.sideData(stream, kind);
        return said.isMissingNode() ? Answer.sideData(firstFrame, kind) : said;
    }

    private static Optional<Integer> peak(JsonNode nits) {
        return Numbers.ratio(nits).map(n -> (int) Math.min(n.round(), 1_000_000)).filter(n -> n > 0);
    }

    private Optional<Timecode> timecode(JsonNode stream) {
        Stream<JsonNode> tracks = answer.streams().stream().filter(s -> s.path("codec_tag_string").asString("").equals("tmcd"));
        return Stream.concat(Stream.of(stream), Stream.concat(tracks, Stream.of(answer.format())))
                .map(node -> Answer.tags(node).get("timecode")).filter(java.util.Objects::nonNull).map(Timecode::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Track.Audio audio(JsonNode stream, Track.Facts facts) {
        int bits = Math.max(Numbers.small(stream.path("bits_per_sample")), Numbers.small(stream.path("bits_per_raw_sample")));
        String samples = stream.path("sample_fmt").asString("");
        boolean floating = bits > 0 && (samples.startsWith("flt") || samples.startsWith("dbl"));
        return new Track.Audio(facts, Numbers.small(stream.path("sample_rate")), Numbers.small(stream.path("channels")),
                word(stream, "channel_layout"), bits, floating);
    }

    /** The kinds of picture subtitles are few and old; all others are text. */
    private static boolean isText(String codec) {
        return !Set.of("hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "xsub", "unknown").contains(codec);
    }
}
