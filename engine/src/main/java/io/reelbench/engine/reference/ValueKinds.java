package io.reelbench.engine.reference;

import io.reelbench.engine.schema.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people and programs should know of each kind of value. */
final class ValueKinds {

    /** What JSON may give for a value; a text always will do. */
    enum Json {
        TEXT, NUMBER, WHOLE_NUMBER, BOOLEAN, SPAN
    }

    private record Known(ReferenceWords words, Json json) {
    }

    private static final Map<String, Known> KNOWN = Map.ofEntries(known("moment", ReferenceWords.MOMENT, Json.NUMBER),
            known("length", ReferenceWords.LENGTH, Json.NUMBER), known("shift", ReferenceWords.SHIFT, Json.NUMBER),
            known("span", ReferenceWords.SPAN, Json.SPAN),
            known("bitrate", ReferenceWords.BITRATE, Json.NUMBER), known("bytes", ReferenceWords.BYTES, Json.NUMBER),
            known("rate", ReferenceWords.FRAME_RATE, Json.NUMBER), known("point", ReferenceWords.POINT, Json.TEXT),
            known("text-charset", ReferenceWords.TEXT_CHARSET, Json.TEXT),
            known("font-choice", ReferenceWords.FONT_CHOICE, Json.TEXT),
            known("side", ReferenceWords.SIDE, Json.WHOLE_NUMBER),
            known("own-side", ReferenceWords.OWN_SIDE, Json.WHOLE_NUMBER),
            known("fraction", ReferenceWords.FRACTION, Json.NUMBER), known("region", ReferenceWords.REGION, Json.TEXT),
            known("edges", ReferenceWords.EDGES, Json.TEXT), known("position", ReferenceWords.POSITION, Json.TEXT),
            known("colour", ReferenceWords.COLOUR, Json.TEXT), known("bool", ReferenceWords.BOOL, Json.BOOLEAN),
            known("language", ReferenceWords.LANGUAGE, Json.TEXT),
            known("track-choice", ReferenceWords.TRACK_CHOICE, Json.WHOLE_NUMBER), known("path", ReferenceWords.PATH, Json.TEXT),
            known("file-pattern", ReferenceWords.FILE_PATTERN, Json.TEXT),
            known("names", ReferenceWords.NAMES, Json.TEXT), known("number", ReferenceWords.NUMBER, Json.NUMBER),
            known("int", ReferenceWords.INT, Json.WHOLE_NUMBER), known("text", ReferenceWords.TEXT, Json.TEXT),
            known("enum", ReferenceWords.ENUM, Json.TEXT), known("sample-rate", ReferenceWords.SAMPLE_RATE, Json.WHOLE_NUMBER),
            known("patch", ReferenceWords.PATCH, Json.TEXT),
            known("tag", ReferenceWords.TAG, Json.TEXT),
            known("chapter-list", ReferenceWords.CHAPTER_LIST, Json.TEXT),
            known("recorded", ReferenceWords.RECORDED, Json.TEXT),
            known("place", ReferenceWords.PLACE, Json.TEXT),
            known("cover-picture", ReferenceWords.COVER_PICTURE, Json.TEXT),
            known("track-language", ReferenceWords.TRACK_LANGUAGE, Json.TEXT),
            known("track-title", ReferenceWords.TRACK_TITLE, Json.TEXT),
            known("default-track", ReferenceWords.DEFAULT_TRACK, Json.TEXT),
            known("first-timecode", ReferenceWords.FIRST_TIMECODE, Json.TEXT),
            known("rate-choice", ReferenceWords.RATE_CHOICE, Json.NUMBER),
            known("nits", ReferenceWords.NITS, Json.NUMBER),
            known("picture-names", ReferenceWords.PICTURE_NAMES, Json.TEXT),
            known("command-text", ReferenceWords.COMMAND_TEXT, Json.TEXT),
            known("input-file", ReferenceWords.INPUT_FILE, Json.TEXT),
            known("output-file", ReferenceWords.OUTPUT_FILE, Json.TEXT),
            known("encoder-choice", ReferenceWords.ENCODER_CHOICE, Json.TEXT));

    /** In the order in which the page explains them. */
    private static final List<String> ORDER = List.of("moment", "length", "shift", "span", "rate", "bitrate", "bytes", "side",
            "own-side",
            "fraction",
            "region", "edges", "point", "position", "colour", "text-charset", "font-choice", "track-choice", "patch", "language",
            "sample-rate",
            "encoder-choice", "enum",
            "bool",
            "int", "number", "text", "path", "file-pattern", "names", "tag", "chapter-list", "recorded", "place", "cover-picture",
            "track-language", "track-title", "default-track", "first-timecode", "rate-choice", "nits", "picture-names",
            "command-text", "input-file", "output-file");

    private static Map.Entry<String, Known> known(String kind, ReferenceWords words, Json json) {
        return Map.entry(kind, new Known(words, json));
    }

    private ValueKinds() {}

    /** All that are explained, in order. */
    static List<String> names() {
        return ORDER;
    }

    /** What it is called; its own name when nobody has explained it yet. */
    static String title(String kind) {
        return Optional.ofNullable(KNOWN.get(kind)).map(known -> known.words.say()).orElse(kind);
    }

    /** How it is written; empty when nobody has explained it yet. */
    static String grammar(String kind) {
        return Optional.ofNullable(KNOWN.get(kind)).map(known -> known.words.grammar()).orElse("");
    }

    static Json json(Kind kind) {
        return Optional.ofNullable(KNOWN.get(kind.name())).map(Known::json).orElse(Json.TEXT);
    }
}
