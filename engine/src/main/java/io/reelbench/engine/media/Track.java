package io.reelbench.engine.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One track of a file, as ffprobe found it. */
public sealed interface Track {

    Facts facts();

    /** Stands in the dispositions of a track that holds more before its first moment, which an edit list hides. */
    String HIDES = "hides_its_beginning";

    /** Whether something of it is hidden that a container without edit lists would show. */
    default boolean hides() {
        return facts().dispositions().contains(HIDES);
    }

    /** Position in the file, from 0; ffmpeg's stream index. */
    default int index() {
        return facts().index();
    }

    /** ffmpeg's name of the codec; {@code unknown} when it has none. */
    default String codec() {
        return facts().codec();
    }

    /**
     * What every kind of track has.
     *
     * @param index        position in the file, from 0
     * @param codec        ffmpeg's codec name, {@code unknown} when it has none
     * @param codecTag     the container's own four letters ({@code hvc1}); empty when it has none
     * @param profile      codec profile ({@code High}, {@code Main 10}, {@code HE-AAC})
     * @param decodable    whether the installed ffmpeg can decode it
     * @param timebase     unit of the track's times, in seconds
     * @param startUs      first time shown, in microseconds; may be negative
     * @param lengthUs     in microseconds
     * @param bitrate      average
     * @param frames       number of frames, where the container says it
     * @param language     ISO 639-2/T
     * @param title        name given by an editor
     * @param dispositions ffmpeg's flags that are set ({@code default}, {@code forced}, {@code attached_pic} …)
     * @param tags         everything else the container says
     * @param setup        what tells apart what decoders are set up with: tracks of the same codec and setup can follow each other.
     *                     Empty where there is nothing to set up, and where nobody looked
     * @param lead         what comes before its first moment and only prepares its decoder
     */
    record Facts(int index, String codec, String codecTag, Optional<String> profile, boolean decodable, Fraction timebase,
            OptionalLong startUs,
            OptionalLong lengthUs, Optional<Bitrate> bitrate, OptionalLong frames, Optional<Language> language,
            Optional<String> title, Set<String> dispositions,
            Map<String, String> tags, String setup, Lead lead) {

        /**
         * What only prepares a decoder.
         *
         * @param packets so many whole packets
         * @param us      how long before the first moment it begins, in microseconds
         */
        public record Lead(int packets, long us) {
            public static final Lead NONE = new Lead(0, 0);
        }

        /** Of which nobody looked how its decoder is set up. */
        public Facts(int index, String codec, String codecTag, Optional<String> profile, boolean decodable, Fraction timebase,
                OptionalLong startUs, OptionalLong lengthUs, Optional<Bitrate> bitrate, OptionalLong frames,
                Optional<Language> language, Optional<String> title, Set<String> dispositions, Map<String, String> tags) {
            this(index, codec, codecTag, profile, decodable, timebase, startUs, lengthUs, bitrate, frames, language, title,
                    dispositions, tags, "", Lead.NONE);
        }

        /** The same with other labels. */
        Facts labelled(Optional<String> named, Set<String> flags) {
            return new Facts(index, codec, codecTag, profile, decodable, timebase, startUs, lengthUs, bitrate, frames, language,
                    named,
                    flags, tags);
        }

        /** Where it ends in a clip that begins then, both in microseconds from the clip's first moment; empty when nobody says. */
        public OptionalLong endUs(long clipStartUs) {
            return lengthUs.isEmpty()
                    ? lengthUs
                    : OptionalLong.of(lengthUs.getAsLong() + Math.max(0, startUs.orElse(clipStartUs) - clipStartUs));
        }

        /** Where the last of several ends; empty unless all of them say it. */
        public static OptionalLong lastEndUs(List<Facts> all, long clipStartUs) {
            return all.stream().allMatch(f -> f.lengthUs().isPresent())
                    ? all.stream().mapToLong(f -> f.endUs(clipStartUs).getAsLong()).max()
                    : OptionalLong.empty();
        }
    }

    /**
     * Moving pictures, or one still.
     *
     * @param coded       stored size, before pixel shape and rotation
     * @param pixelShape  width of a pixel over its height (SAR); 1:1 when not said
     * @param rotation    degrees clockwise that a player turns it: 0, 90, 180 or 270
     * @param flipped     whether a player also mirrors it
     * @param pixels      sample format
     * @param rate        average frames per second; empty for a still
     * @param variable    whether frames are shown for different lengths (VFR)
     * @param fields      whether it is interlaced
     * @param colour      how numbers become light
     * @param hdr         which kind of high dynamic range, if any
     * @param timecode    first timecode, from this track or the file
     * @param reorder     how many frames later than decoded a frame may be shown ({@code has_b_frames})
     */
    record Video(Facts facts, Size coded, Fraction pixelShape, int rotation, boolean flipped, PixelFormat pixels,
            Optional<Rate> rate, boolean variable,
            Fields fields, ColourSpace colour, Hdr hdr, Optional<Timecode> timecode, int reorder) implements Track {

        /** Stands in the dispositions of a picture that is put together from tiles, before the number of their stream group. */
        public static final String TILES = "tiles_of_group_";

        /** The stream group whose tiles this picture consists of; empty for most pictures. */
        public Optional<Integer> tileGroup() {
            return facts.dispositions().stream().filter(d -> d.startsWith(TILES)).findFirst()
                    .map(d -> Integer.valueOf(d.substring(TILES.length())));
        }

        /**
         * Whether a decoder must see its first frame. Early x264 wrote H.264 of 4:4:4 in a way of its own, and only a note in the first frame
         * says that it was written so (libavcodec, {@code x264_build < 151}): a decoder that begins elsewhere shows rubbish.
         */
        public boolean isReadFromItsStart() {
            return facts.codec().equals("h264") && pixels.chroma() == 444;
        }

        /** As a player shows it: square pixels, turned upright. */
        public Size upright() {
            int width = (int) pixelShape.times(Fraction.of(coded.width())).round();
            Size square = new Size(Math.max(width, coded.width() > 0 ? 1 : 0), coded.height());
            return rotation % 180 == 0 ? square : square.turned();
        }

        /** The same with players told to turn it otherwise. */
        public Video lying(int degrees, boolean mirrored) {
            return new Video(facts, coded, pixelShape, degrees, mirrored, pixels, rate, variable, fields, colour, hdr, timecode,
                    reorder);
        }

        public boolean hasSquarePixels() {
            return pixelShape.equals(Fraction.ONE);
        }
    }

    /**
     * Sound.
     *
     * @param sampleRate samples per second and channel
     * @param channels   how many
     * @param layout     ffmpeg's name of the layout ({@code stereo}, {@code 5.1(side)}); empty when not said
     * @param bits       bits of a sample for lossless codecs, 0 for lossy ones
     * @param floating   whether samples are floating point numbers
     */
    record Audio(Facts facts, int sampleRate, int channels, String layout, int bits, boolean floating) implements Track {

        /** The same with other channels. */
        public Audio laidOut(int count, String name) {
            return new Audio(facts, sampleRate, count, name, bits, floating);
        }

        /** The same, taken by players by themselves or not. */
        public Audio byDefault(boolean yes) {
            Set<String> flags = new java.util.TreeSet<>(facts.dispositions());
            flags.remove("default");
            if (yes) {
                flags.add("default");
            }
            return new Audio(facts.labelled(facts.title(), Set.copyOf(flags)), sampleRate, channels, layout, bits,
                    floating);
        }

        /**
         * The same as a track of another clip, as long as that.
         *
         * @param number  stands for its position
         * @param startUs when that clip begins
         * @param yes     whether players take it by themselves
         */
        public Audio laid(int number, long startUs, Optional<Language> language, boolean yes) {
            Facts there = new Facts(number, facts.codec(), facts.codecTag(), facts.profile(), facts.decodable(), facts.timebase(),
                    OptionalLong.of(startUs), OptionalLong.empty(), facts.bitrate(), OptionalLong.empty(), language,
                    facts.title(),
                    facts.dispositions(), facts.tags());
            return new Audio(there, sampleRate, channels, layout, bits, floating).byDefault(yes);
        }

        /**
         * The same under another title.
         *
         * @param first whether it may be the default track, if this one was
         */
        public Audio called(String title, boolean first) {
            Set<String> flags = first
                    ? facts.dispositions()
                    : facts.dispositions().stream().filter(d -> !d.equals("default"))
                            .collect(java.util.stream.Collectors.toUnmodifiableSet());
            return new Audio(facts.labelled(Optional.of(title), flags), sampleRate, channels, layout, bits,
                    floating);
        }
    }

    /**
     * Subtitles.
     *
     * @param text whether they are text; false for pictures (PGS, DVB, VobSub)
     */
    record Subtitle(Facts facts, boolean text) implements Track {
    }

    /** A picture attached to the file, such as an album cover: stored as video by ffmpeg, but no video. */
    record Cover(Facts facts, Size size) implements Track {
    }

    /** Timecode, GPS, telemetry, attachments, anything else. */
    record Data(Facts facts, Kind kind) implements Track {

        public enum Kind {
            TIMECODE, ATTACHMENT, OTHER
        }
    }

    /** How a picture is interlaced, if at all. */
    enum Fields {
        PROGRESSIVE, TOP_FIRST, BOTTOM_FIRST, UNKNOWN;

        public boolean isInterlaced() {
            return this == TOP_FIRST || this == BOTTOM_FIRST;
        }
    }

    /**
     * ffmpeg's pixel format, taken apart.
     *
     * @param name   ffmpeg's name; {@code unknown} when it has none
     * @param bits   bits of a sample
     * @param chroma 400 (grey), 420, 422, 444 or 0 when it is something else; RGB counts as 444
     * @param rgb    whether it is RGB
     * @param alpha  whether it has an alpha channel
     */
    record PixelFormat(String name, int bits, int chroma, boolean rgb, boolean alpha) {
    }

    /** ffmpeg's names of range, matrix, primaries and transfer; empty text when not said. */
    record ColourSpace(String range, String matrix, String primaries, String transfer) {
        public static final ColourSpace UNSAID = new ColourSpace("", "", "", "");
    }

    /**
     * High dynamic range.
     *
     * @param kind       which one
     * @param mastering  whether mastering display data is there (SMPTE ST 2086)
     * @param peakNits   brightest level in nits: of the content (MaxCLL), else of the mastering display
     */
    record Hdr(Kind kind, boolean mastering, java.util.OptionalInt peakNits) {

        public static final Hdr NONE = new Hdr(Kind.SDR, false, java.util.OptionalInt.empty());

        public enum Kind {
            SDR, HDR10, HLG, DOLBY_VISION
        }
    }

    /** Tracks of one kind, in file order. */
    static <T extends Track> List<T> only(Class<T> kind, List<Track> tracks) {
        return tracks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
