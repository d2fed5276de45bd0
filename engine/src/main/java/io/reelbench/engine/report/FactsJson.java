package io.reelbench.engine.report;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.Track;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One file as JSON. Sizes are as stored; {@code displayWidth} and {@code displayHeight} are as a player shows them. */
public final class FactsJson {

    private FactsJson() {}

    public static ObjectNode of(Media media) {
        Optional<Track.Video> video = media.video();
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("file", media.path().toString()).put("formatName",
                media.format());
        JsonFields.seconds(object, "durationSeconds", media.lengthUs());
        object.put("sizeBytes", media.bytes());
        JsonFields.number(object, "bitRate", bits(media.bitrate()));
        object.put("hasVideo", video.isPresent()).put("hasAudio", media.audio().isPresent());
        size(object, video);
        object.put("videoCodec", video.map(Track::codec).filter(c -> !c.equals("unknown")).orElse(null));
        object.put("audioCodec", media.audio().map(Track::codec).filter(c -> !c.equals("unknown")).orElse(null));
        object.put("still", media.still());
        JsonFields.seconds(object, "startSeconds", OptionalLong.of(media.startUs()));
        ArrayNode streams = object.putArray("streams");
        media.tracks().forEach(track -> streams.add(stream(track, media.known().read().packets())));
        ArrayNode chapters = object.putArray("chapters");
        media.chapters().forEach(c -> chapter(chapters.addObject(), c));
        ObjectNode tags = object.putObject("tags");
        media.tags().forEach(tags::put);
        ArrayNode notes = object.putArray("notes");
        media.notes().forEach(note -> notes.add(word(note)));
        return object;
    }

    private static OptionalLong bits(Optional<Bitrate> bitrate) {
        return bitrate.map(b -> OptionalLong.of(b.bitsPerSecond())).orElse(OptionalLong.empty());
    }

    private static void size(ObjectNode object, Optional<Track.Video> video) {
        object.put("width", video.map(v -> v.coded().width()).orElse(null));
        object.put("height", video.map(v -> v.coded().height()).orElse(null));
        object.put("displayWidth", video.map(v -> v.upright().width()).orElse(null));
        object.put("displayHeight", video.map(v -> v.upright().height()).orElse(null));
    }

    private static void chapter(ObjectNode object, Media.Chapter chapter) {
        JsonFields.seconds(object, "startSeconds", OptionalLong.of(chapter.fromUs()));
        JsonFields.seconds(object, "endSeconds", OptionalLong.of(chapter.toUs()));
        object.put("title", chapter.title());
    }

    private static ObjectNode stream(Track track, List<Read.Packets> packets) {
        Track.Facts facts = track.facts();
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("index", track.index()).put("type", type(track))
                .put("codec", track.codec().equals("unknown") ? null : track.codec());
        object.put("codecTag", facts.codecTag().isEmpty() ? null : facts.codecTag()).put("profile", facts.profile().orElse(null))
                .put("decodable", facts.decodable());
        JsonFields.seconds(object, "startSeconds", facts.startUs());
        JsonFields.seconds(object, "durationSeconds", facts.lengthUs());
        JsonFields.number(object, "bitRate", bits(facts.bitrate()));
        JsonFields.number(object, "frames", facts.frames());
        object.put("language", facts.language().map(Language::toString).orElse(null)).put("title", facts.title().orElse(null));
        ArrayNode dispositions = object.putArray("dispositions");
        facts.dispositions().stream().sorted().forEach(dispositions::add);
        switch (track) {
            case Track.Video video -> video(object, video);
            case Track.Audio audio -> audio(object, audio);
            case Track.Subtitle subtitle -> object.put("text", subtitle.text());
            case Track.Cover cover -> object.put("width", cover.size().width()).put("height", cover.size().height());
            case Track.Data data -> object.put("kind", word(data.kind()));
        }
        packets.stream().filter(p -> p.track() == track.index()).forEach(p -> packets(object.putObject("packets"), p));
        return object;
    }

    /** What reading all of it told. */
    private static void packets(ObjectNode object, Read.Packets packets) {
        object.put("count", packets.count()).put("keyframes", packets.keyframes()).put("bytes", packets.bytes());
        JsonFields.seconds(object, "firstSeconds", packets.firstUs());
        JsonFields.seconds(object, "endSeconds", packets.endUs());
        JsonFields.seconds(object, "longestGopSeconds", packets.longestGopUs());
        object.put("uneven", packets.uneven());
    }

    /** A cover picture is told from a film: ffmpeg calls both video. */
    private static String type(Track track) {
        return switch (track) {
            case Track.Video _ -> "video";
            case Track.Audio _ -> "audio";
            case Track.Subtitle _ -> "subtitle";
            case Track.Cover _ -> "cover";
            case Track.Data(Track.Facts _, Track.Data.Kind kind) -> kind == Track.Data.Kind.ATTACHMENT ? "attachment" : "data";
        };
    }

    private static void video(ObjectNode object, Track.Video video) {
        size(object, Optional.of(video));
        object.put("pixelShape", video.pixelShape().toString()).put("rotation", video.rotation()).put("flipped", video.flipped())
                .put("pixelFormat", video.pixels().name()).put("bits", video.pixels().bits())
                .put("alpha", video.pixels().alpha());
        object.put("rate", video.rate().map(Object::toString).orElse(null))
                .put("framesPerSecond", video.rate().map(r -> r.perSecond().approximate()).orElse(null))
                .put("variableRate", video.variable()).put("fields", word(video.fields()));
        object.put("range", said(video.colour().range())).put("matrix", said(video.colour().matrix()))
                .put("primaries", said(video.colour().primaries())).put("transfer", said(video.colour().transfer()));
        object.put("hdr", word(video.hdr().kind()))
                .put("peakNits", video.hdr().peakNits().isPresent() ? (Integer) video.hdr().peakNits().getAsInt() : null)
                .put("timecode", video.timecode().map(Object::toString).orElse(null));
    }

    private static void audio(ObjectNode object, Track.Audio audio) {
        object.put("sampleRate", audio.sampleRate()).put("channels", audio.channels()).put("layout", said(audio.layout()))
                .put("bits", audio.bits() == 0 ? null : (Integer) audio.bits());
    }

    private static String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
