package io.reelbench.engine.plan;

import static io.reelbench.engine.plan.AudioCodec.*;
import static io.reelbench.engine.plan.VideoCodec.AV1;
import static io.reelbench.engine.plan.VideoCodec.DNXHR;
import static io.reelbench.engine.plan.VideoCodec.FFV1;
import static io.reelbench.engine.plan.VideoCodec.H264;
import static io.reelbench.engine.plan.VideoCodec.H265;
import static io.reelbench.engine.plan.VideoCodec.MJPEG;
import static io.reelbench.engine.plan.VideoCodec.MPEG2;
import static io.reelbench.engine.plan.VideoCodec.PRORES;
import static io.reelbench.engine.plan.VideoCodec.VP9;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.schema.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of file is written and what it may hold. Measured by writing and reading back; narrower than ffmpeg on purpose, because a file
 * that other programs refuse is no result. In each list the first codec is the automatic choice.
 */
public enum Container implements Word {
    /** The source's own; one that is only read becomes mp4 or m4a. */
    SAME("", "", Cover.NO, false, false), MP4("mp4", "mp4", Cover.TRACK, true, true), MOV("mov", "mov", Cover.NO, true, true),
    MKV("mkv", "matroska",
            Cover.ATTACHMENT, true, true),
    WEBM("webm", "webm", Cover.NO, true, false), TS("ts", "mpegts", Cover.NO, false, false), M4A("m4a", "ipod", Cover.TRACK, true,
            false),
    MP3("mp3", "mp3", Cover.TRACK, true, false), WAV("wav", "wav", Cover.NO, false, false),
    OGG("ogg", "ogg", Cover.NO, true, false), OPUS("opus",
            "opus", Cover.NO, true, false),
    FLAC("flac", "flac", Cover.TRACK, false, false), AAC("aac", "adts", Cover.NO, false, false), MKA("mka", "matroska",
            Cover.ATTACHMENT, true, false);

    /** How a cover picture is stored. */
    public enum Cover {
        NO, TRACK, ATTACHMENT
    }

    private final String extension;
    private final String muxer;
    private final Cover cover;
    private final boolean chapters;
    private final boolean timecode;

    Container(String extension, String muxer, Cover cover, boolean chapters, boolean timecode) {
        this.extension = extension;
        this.muxer = muxer;
        this.cover = cover;
        this.chapters = chapters;
        this.timecode = timecode;
    }

    /** Codecs that we encode into it; the first is the automatic one. Empty for containers without picture. */
    public List<VideoCodec> pictures() {
        return switch (this) {
            case MP4 -> List.of(H264, H265, AV1);
            case MOV -> List.of(H264, H265, PRORES, DNXHR, MJPEG);
            case MKV -> List.of(H264, H265, AV1, VP9, FFV1);
            case WEBM -> List.of(VP9, AV1);
            case TS -> List.of(H264, H265, MPEG2);
            default -> List.of();
        };
    }

    /** ffmpeg's names of picture codecs that are only copied into it; {@code *} means every other. */
    private List<String> picturesCopied() {
        return switch (this) {
            case MP4 -> List.of("vp9", "mpeg4", "mpeg2video");
            case MOV -> List.of("mpeg2video", "mpeg4", "ffv1");
            case MKV -> List.of("*");
            case WEBM -> List.of("vp8");
            default -> List.of();
        };
    }

    /** Codecs that we encode into it; the first is the automatic one. */
    public List<AudioCodec> sounds() {
        return switch (this) {
            case SAME -> List.of();
            case MP4 -> List.of(AudioCodec.AAC, AudioCodec.OPUS, AudioCodec.MP3, AC3, EAC3, AudioCodec.FLAC, ALAC);
            case MOV -> List.of(AudioCodec.AAC, PCM, ALAC, AC3);
            case MKV -> List.of(AudioCodec.AAC, AudioCodec.OPUS, AudioCodec.FLAC, AudioCodec.MP3, AC3, EAC3, PCM, VORBIS);
            case WEBM -> List.of(AudioCodec.OPUS, VORBIS);
            case TS -> List.of(AudioCodec.AAC, AC3, EAC3, AudioCodec.MP3);
            case M4A -> List.of(AudioCodec.AAC, ALAC);
            case MP3 -> List.of(AudioCodec.MP3);
            case WAV -> List.of(PCM);
            case OGG -> List.of(AudioCodec.OPUS, AudioCodec.FLAC, VORBIS);
            case OPUS -> List.of(AudioCodec.OPUS);
            case FLAC -> List.of(AudioCodec.FLAC);
            case AAC -> List.of(AudioCodec.AAC);
            case MKA -> List.of(AudioCodec.AAC, AudioCodec.OPUS, AudioCodec.FLAC, AudioCodec.MP3, AC3, EAC3, PCM, ALAC, VORBIS);
        };
    }

    /** Whether it can tell players to turn the picture. */
    public boolean holdsTurns() {
        return this == MP4 || this == MOV || this == MKV;
    }

    private List<String> soundsCopied() {
        return switch (this) {
            case MP4 -> List.of("pcm");
            case MOV -> List.of("mp3", "eac3");
            case MKV -> List.of("alac", "vorbis", "dts", "truehd", "mp2", "mp1", "wavpack", "tta", "opus");
            case WEBM, OGG, OPUS -> this == OPUS ? List.of() : List.of("vorbis");
            case TS -> List.of("mp2", "opus");
            case M4A -> List.of("ac3");
            case MKA -> List.of("*");
            default -> List.of();
        };
    }

    /** ffmpeg's codec of text subtitles in it; empty when it takes none. */
    public Optional<String> textSubtitle() {
        return switch (this) {
            case MP4, MOV -> Optional.of("mov_text");
            case MKV, MKA -> Optional.of("subrip");
            case WEBM -> Optional.of("webvtt");
            default -> Optional.empty();
        };
    }

    boolean copiesPicture(String codec) {
        return pictures().stream().anyMatch(c -> c.ffmpeg().equals(codec)) || picturesCopied().contains(codec)
                || picturesCopied().contains("*") && !codec.equals("unknown");
    }

    boolean copiesSound(String codec) {
        String family = codec.startsWith("pcm_") ? "pcm" : codec;
        boolean listed = sounds().stream().anyMatch(c -> c.is(codec)) || soundsCopied().contains(family)
                || soundsCopied().contains("*");
        boolean bigEndian = codec.startsWith("pcm_") && codec.endsWith("be") || codec.equals("pcm_dvd")
                || codec.equals("pcm_bluray");
        return listed && !codec.equals("unknown") && !(bigEndian && (this == WAV || this == MKV));
    }

    /** Whether subtitles of this codec may be copied as they are. */
    boolean copiesSubtitle(String codec) {
        return switch (this) {
            case MP4, MOV -> codec.equals("mov_text");
            case MKV, MKA -> List.of("subrip", "ass", "ssa", "webvtt").contains(codec)
                    || this == MKV && List.of("hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle").contains(codec);
            case WEBM -> codec.equals("webvtt");
            case TS -> codec.equals("dvb_subtitle");
            default -> false;
        };
    }

    @Override
    public String title() {
        return this == SAME ? "As source" : this == WEBM ? "WebM" : this == OPUS ? "Opus" : name();
    }

    /** Whether it is for sound alone. */
    public boolean isSound() {
        return this != SAME && pictures().isEmpty();
    }

    public String extension() {
        return extension;
    }

    /** ffmpeg's name of the muxer. */
    public String muxer() {
        return muxer;
    }

    public Cover cover() {
        return cover;
    }

    public boolean hasChapters() {
        return chapters;
    }

    public boolean hasTimecode() {
        return timecode;
    }

    boolean isMp4Family() {
        return this == MP4 || this == MOV || this == M4A;
    }

    boolean isMatroska() {
        return this == MKV || this == MKA || this == WEBM;
    }

    @Override
    public List<String> synonyms() {
        return this == MKV ? List.of("matroska") : this == TS ? List.of("mpegts") : List.of();
    }

    /** The container of a file name's ending, if we write it. */
    public static Optional<Container> ofExtension(String ending) {
        String lower = ending.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "m4v" -> Optional.of(MP4);
            case "m2ts", "mts" -> Optional.of(TS);
            case "oga" -> Optional.of(OGG);
            case "m4b" -> Optional.of(M4A);
            default -> Arrays.stream(values()).filter(c -> c != SAME && c.extension.equals(lower)).findFirst();
        };
    }

    /** The container a clip is in, as far as we write it; else the one that {@code same} means for it. */
    public static Container of(Media media) {
        boolean picture = !media.all(Track.Video.class).isEmpty();
        String name = media.name();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<String> formats = List.of(media.format().split(","));
        if (formats.contains("mov")) {
            return picture ? ending.equals("mov") || ending.equals("qt") ? MOV : MP4 : ending.equals("mov") ? MOV : M4A;
        } else if (formats.contains("matroska")) {
            return ending.equals("webm") && webmOnly(media) ? WEBM : picture ? MKV : MKA;
        }
        Optional<Container> own = formats.stream().map(Container::ofDemuxer).flatMap(Optional::stream).findFirst();
        return own.filter(c -> !picture || !c.isSound()).orElse(picture ? MP4 : soundHome(media));
    }

    private static Container soundHome(Media media) {
        return media.audio().map(a -> home(a.codec())).orElse(M4A);
    }

    private static boolean webmOnly(Media media) {
        return media.all(Track.Video.class).stream().allMatch(v -> WEBM.copiesPicture(v.codec()));
    }

    private static Optional<Container> ofDemuxer(String demuxer) {
        return switch (demuxer) {
            case "mpegts" -> Optional.of(TS);
            case "mp3" -> Optional.of(MP3);
            case "wav", "w64" -> Optional.of(WAV);
            case "ogg" -> Optional.of(OGG);
            case "flac" -> Optional.of(FLAC);
            case "aac" -> Optional.of(AAC);
            default -> Optional.empty();
        };
    }

    /** Where a sound track lives by itself without being encoded. */
    public static Container home(String codec) {
        return switch (codec) {
            case "aac", "alac" -> M4A;
            case "mp3" -> MP3;
            case "flac" -> FLAC;
            case "opus", "vorbis" -> OGG;
            default -> WAV.copiesSound(codec) ? WAV : MKA;
        };
    }
}
