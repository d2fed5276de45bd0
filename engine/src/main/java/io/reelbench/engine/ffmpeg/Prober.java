package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Known;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Media.Note;
import io.reelbench.engine.media.Read;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Span;
import io.reelbench.engine.media.Stretch;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.report.RangesReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds out what a file is. Whatever the file is, either a {@link Media} comes out or one {@link Failure} that says why not, within half a
 * minute. Usually one run of ffprobe is enough, about 15 ms; a second one is made where the first leaves something open: a length that
 * is missing or cannot be true, or facts that only the first picture tells (EXIF rotation, light levels, field order).
 */
public final class Prober {

    /** Only headers are compared by it, but ffprobe takes it of every packet it reads: by MD5 that was a third of its time. */
    private static final String HASH = "murmur3";

    private static final List<String> QUESTION = List.of("-of", "json=c=1", "-show_data_hash", HASH, "-show_format",
            "-show_streams",
            "-show_stream_groups",
            "-show_chapters", "-show_entries", "packet=stream_index,pts,duration,flags:packet_side_data=side_data_type",
            "-read_intervals",
            "%+#" + Answer.PACKETS);
    private static final List<String> FIRST_FRAME = List.of("-of", "json=c=1", "-show_frames", "-select_streams", "v:0",
            "-read_intervals", "%+#1");

    private static final List<String> ATTACHED = List.of("-of", "json=c=1", "-show_streams", "-show_frames", "-select_streams",
            "v:0", "-read_intervals", "%+#1");

    private static final int MOST_TRACKS = 100;
    private static final int LONGEST_SIDE = 16384;
    /** Codecs of broadcast and tape, which are interlaced as often as not. */
    private static final Set<String> MAYBE_INTERLACED = Set.of("mpeg2video", "mpeg1video", "dvvideo", "h264", "vc1", "wmv3");

    private final Ffprobe ffprobe;
    private final Looking looking;
    private final Binaries binaries;
    private final Launcher launcher;
    private final Searching searching;
    private final ColourTables tables = new ColourTables();
    private final JsonMapper json = JsonMapper.shared();
    private final Once<PixelFormats> pixels;

    public Prober(Binaries binaries, Launcher launcher) {
        this.ffprobe = new Ffprobe(binaries, launcher);
        this.looking = new Looking(binaries, launcher);
        this.binaries = binaries;
        this.launcher = launcher;
        this.searching = new Searching(binaries, launcher);
        this.pixels = new Once<>(this::askPixelFormats);
    }

    /**
     * @throws FailedException      when nothing can be made of the file
     * @throws InterruptedException when this thread was interrupted; the child is dead then
     */
    public Media probe(Path path) throws FailedException, InterruptedException {
        Entrance file = Entrance.of(path);
        if (Sniff.isList(file.head())) {
            throw new FailedException(new Failure.Refused(file.name()));
        }
        try {
            Optional<String> demuxer = Sniff.picture(file.head());
            Captured said = ffprobe.ask(file, demuxer, Ffprobe.MOMENT, QUESTION);
            Answer answer = Answer.of(json, said);
            if (said.exitCode() != 0 || answer.format().isMissingNode() || answer.streams().isEmpty()) {
                throw new FailedException(Refusal.of(file, said));
            }
            refuseWhatIsTooMuch(file, answer, said);
            return media(file, demuxer, answer);
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffprobe: " + e.getMessage()), e);
        }
    }

    /**
     * The same file with one more thing known of it; a clip that has no such thing stays as it is. Reads as much of the file as it takes:
     * all of it for {@link Fact.Frames}.
     */
    public Media with(Media media, Fact fact) throws FailedException, InterruptedException {
        Read read = media.known().read();
        switch (fact) {
            case Fact.Packets _ -> {
                return media.with(media.known().withRead(read.withPackets(asked(media, p -> p.ofAll(media)))));
            }
            case Fact.Answer(boolean counted) -> {
                return media.with(media.known().withRead(read.withAnswer(counted, answer(media, counted))));
            }
            case Fact.Ranges(Span.Listed list) -> {
                return media.with(media.known().withRead(read.withRanges(list, new RangesReader().read(list))));
            }
            case Fact.Beside(Path file) -> {
                return media.with(media.known().withFile(file, tables.look(file)));
            }
            case Fact.Chapters(Path file) -> {
                return media.with(media.known().withFile(file, ChapterReader.read(file)));
            }
            case Fact.Cover(Path file) -> {
                return media.with(media.known().withFile(file, new CoverReader(this).read(file)));
            }
            case Fact.Clip(Path file) -> {
                boolean known = media.known().files().get(file) instanceof SideFile.Mark;
                return known ? media : media.with(media.known().withFile(file, beside(file)));
            }
            case Fact.Lines(Path file) -> {
                return media.with(media.known().withFile(file, LinesReader.read(file)));
            }
            case Fact.Font(Path file) -> {
                return media.with(media.known().withFile(file, LinesReader.font(file)));
            }
            case Fact.TrackText(int track) -> {
                return media.with(media.known().withRead(read.withCues(track, seen(media, _ -> looking.cues(media, track)))));
            }
            case Fact.Cues(Path file) -> {
                return media.with(media.known().withFile(file, CueReader.read(file)));
            }
            case Fact.Mark(Path file) -> {
                return media.with(media.known().withFile(file, new MarkReader(this).read(file)));
            }
            default -> {
                return inside(media, fact);
            }
        }
    }

    private SideFile beside(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            return new SideFile.Missing();
        }
        try {
            return new SideFile.Clip(probe(file));
        } catch (FailedException wrong) {
            return new SideFile.Unfit(wrong.failure().headline());
        }
    }

    private Media inside(Media media, Fact fact) throws FailedException, InterruptedException {
        Optional<Track.Video> video = media.video();
        Optional<Track> main = video.map(Track.class::cast).or(media::audio);
        boolean ofStills = fact instanceof Fact.Bars || fact instanceof Fact.Attached;
        if (media.still() && !ofStills || main.isEmpty()) {
            return media;
        }
        return switch (fact) {
            case Fact.Frames _ -> video.isEmpty()
                    ? media
                    : media.with(media.known().withFrames(asked(media, p -> p.allFrames(video.get()))));
            case Fact.Landing(long atUs) ->
                media.with(media.known().withLanding(atUs, asked(media, p -> p.landing(main.get(), atUs))));
            case Fact.Stretch asked -> video.isEmpty()
                    ? media
                    : media.with(media.known().withStretch(asked, stretch(media, video.get(), asked)));
            case Fact.Chapters _,Fact.Cover _,Fact.Mark _,Fact.Cues _,Fact.Lines _,Fact.Font _,Fact.TrackText _ -> media;
            case Fact.Bars(double level) -> video.isEmpty()
                    ? media
                    : media.with(media.known().withBars(level, seen(media, file -> looking.bars(media, file, level))));
            case Fact.Beside _,Fact.Clip _ -> media;
            case Fact.Interlacing _ -> video.isEmpty()
                    ? media
                    : media.with(media.known().withFields(seen(media, file -> looking.fields(media, file))));
            case Fact.Packets _,Fact.Answer _,Fact.Ranges _ -> media;
            case Fact.Attached _ -> media.with(media.known().withAttached(attached(media)));
            case Fact.Keyframes _ -> media.with(media.known().withRead(media.known().read()
                    .withKeys(asked(media, p -> p.keys(main.get())))));
            case Fact.Scenes _,Fact.Pauses _ -> media.with(media.known().withRead(media.known().read()
                    .withTimes(fact, seen(media, file -> searching.times(media, file, fact)))));
        };
    }

    private Stretch stretch(Media media, Track.Video video, Fact.Stretch asked) throws FailedException, InterruptedException {
        return seen(media, file -> new StretchReader(ffprobe, binaries, launcher, file, media, video).read(asked));
    }

    private interface LookQuestion<T> {
        T of(Entrance file) throws IOException, InterruptedException;
    }

    private static <T> T seen(Media media, LookQuestion<T> question) throws FailedException, InterruptedException {
        Entrance file = Entrance.of(media.path());
        try {
            return question.of(file);
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffmpeg: " + e.getMessage()), e);
        }
    }

    /** What ffprobe says, word for word: for people who know it. */
    private String answer(Media media, boolean counted) throws FailedException, InterruptedException {
        Entrance file = Entrance.of(media.path());
        List<String> question = new ArrayList<>(
                List.of("-of", "json", "-show_format", "-show_streams", "-show_chapters", "-show_programs"));
        if (counted) {
            question.add("-count_packets");
        }
        try {
            Captured said = ffprobe.ask(file, Sniff.picture(file.head()), counted ? Ffprobe.LONG : Ffprobe.MOMENT, question);
            return new String(said.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffprobe: " + e.getMessage()), e);
        }
    }

    private interface PacketQuestion<T> {
        T of(PacketTimes times) throws IOException, InterruptedException;
    }

    private <T> T asked(Media media, PacketQuestion<T> question) throws FailedException, InterruptedException {
        Entrance file = Entrance.of(media.path());
        try {
            return question.of(new PacketTimes(ffprobe, file, Sniff.picture(file.head())));
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffprobe: " + e.getMessage()), e);
        }
    }

    private Set<Known.Attached> attached(Media media) throws FailedException, InterruptedException {
        Entrance file = Entrance.of(media.path());
        try {
            JsonNode root = Answer.of(json, ffprobe.ask(file, Sniff.picture(file.head()), Ffprobe.MOMENT, ATTACHED)).root();
            Set<Known.Attached> found = EnumSet.noneOf(Known.Attached.class);
            root.findValuesAsString("side_data_type").forEach(type -> {
                if (type.equalsIgnoreCase("ICC profile")) {
                    found.add(Known.Attached.PROFILE);
                } else if (type.equalsIgnoreCase("EXIF metadata")) {
                    found.add(Known.Attached.CAMERA);
                }
            });
            return found;
        } catch (IOException e) {
            throw new FailedException(new Failure.Internal("ffprobe: " + e.getMessage()), e);
        }
    }

    private void refuseWhatIsTooMuch(Entrance file, Answer answer, Captured said) throws FailedException {
        String format = answer.format().path("format_name").asString("");
        if (format.equals("image2") && file.path().toString().contains("%")) {
            throw new FailedException(new Failure.NotMedia(file.name(), FfmpegWords.PERCENT.say()));
        }
        if (pictures(answer).size() + answer.streams().stream().filter(s -> !isPicture(s)).count() > MOST_TRACKS) {
            throw new FailedException(new Failure.TooLarge(file.name(), FfmpegWords.TRACKS.say(answer.streams().size()),
                    FfmpegWords.TRACKS.say(MOST_TRACKS)));
        }
        for (JsonNode picture : pictures(answer)) {
            var size = TrackReader.size(picture);
            if (size.width() > LONGEST_SIDE || size.height() > LONGEST_SIDE) {
                throw new FailedException(Refusal.tooLarge(file.name(), size.width(), size.height()));
            }
            if (size.width() == 0 && isSinglePicture(format)) {
                throw new FailedException(pictureless(file, said));
            }
        }
    }

    private static Failure pictureless(Entrance file, Captured said) {
        if (Sniff.isAnimatedWebp(file.head())) {
            return new Failure.Unsupported(file.name(), FfmpegWords.ANIMATED_WEBP.say());
        }
        Failure why = Refusal.of(file, said);
        return why instanceof Failure.TooLarge ? why : new Failure.Damaged(file.name(), FfmpegWords.BAD_PICTURE.say());
    }

    private Media media(Entrance file, Optional<String> demuxer, Answer answer)
            throws IOException, InterruptedException, FailedException {
        String format = answer.format().path("format_name").asString("");
        Collection<JsonNode> pictures = pictures(answer);
        boolean still = isStill(answer, format, pictures);
        JsonNode firstFrame = needsFirstFrame(file, still, pictures) ? firstFrame(file, demuxer) : MissingNode.getInstance();
        List<Track> tracks = tracks(answer, pictures, firstFrame, still);
        refuseWhatCannotBeSeen(file, answer, tracks);

        LengthFinder finder = new LengthFinder(ffprobe, file, demuxer, answer);
        OptionalLong length = still ? OptionalLong.empty() : finder.find();
        Set<Note> notes = EnumSet.noneOf(Note.class);
        notes.addAll(finder.notes());
        notes.addAll(notes(file, answer, format, tracks));
        long bitrate = Numbers.count(answer.format().path("bit_rate")).orElse(0);
        return new Media(file.path(), file.bytes(), file.modifiedMs(), format,
                Numbers.micros(answer.format().path("start_time")).orElse(0),
                length, bitrate > 0 ? Optional.of(new Bitrate(bitrate)) : Optional.empty(), tracks, chapters(answer),
                Map.copyOf(Answer.tags(answer.format())), still, List.copyOf(notes), Known.NOTHING);
    }

    /** Video streams; a photo that is stored in tiles (HEIC) counts as the one picture that it is. */
    private static Collection<JsonNode> pictures(Answer answer) {
        return Tiles.joined(answer);
    }

    private static boolean isPicture(JsonNode stream) {
        return stream.path("codec_type").asString("").equals("video");
    }

    private List<Track> tracks(Answer answer, Collection<JsonNode> pictures, JsonNode firstFrame, boolean still)
            throws IOException, InterruptedException {
        boolean hasSound = answer.streams().stream().anyMatch(s -> s.path("codec_type").asString("").equals("audio"));
        TrackReader reader = new TrackReader(answer, pixels.get(), firstFrame);
        List<Track> tracks = new ArrayList<>();
        answer.streams().stream().filter(s -> !isPicture(s)).forEach(s -> tracks.add(reader.read(s, hasSound, still)));
        pictures.forEach(s -> tracks.add(reader.read(s, hasSound, still)));
        tracks.sort(java.util.Comparator.comparingInt(Track::index));
        return List.copyOf(tracks);
    }

    private static boolean isStill(Answer answer, String format, Collection<JsonNode> pictures) {
        boolean one = answer.whole() && pictures.size() == 1 && answer.streams().stream().allMatch(Prober::isPicture);
        boolean moving = Set.of("gif", "apng", "webp_pipe", "jpegxl_anim").contains(format);
        boolean photo = format.startsWith("mov") && answer.format().path("duration").isMissingNode()
                && pictures.stream().allMatch(p -> Numbers.count(p.path("nb_frames")).orElse(1) == 1);
        return isSinglePicture(format) || moving && one && answer.packets().size() <= 1 || photo && !pictures.isEmpty() && one;
    }

    private static boolean isSinglePicture(String format) {
        return format.endsWith("_pipe") || format.equals("image2") || format.equals("ico");
    }

    private boolean needsFirstFrame(Entrance file, boolean still, Collection<JsonNode> pictures)
            throws IOException, InterruptedException {
        JsonNode picture = pictures.stream().findFirst().orElse(MissingNode.getInstance());
        if (still || picture.isMissingNode()) {
            return still && ExifOrientation.mayTurn(file.head());
        }
        String transfer = picture.path("color_transfer").asString("");
        boolean deep = pixels.get().named(picture.path("pix_fmt").asString("")).bits() > 8;
        boolean lightUnsaid = transfer.equals("smpte2084")
                && Answer.sideData(picture, "Content light level metadata").isMissingNode();
        boolean fieldsUnsaid = !picture.has("field_order") && MAYBE_INTERLACED.contains(picture.path("codec_name").asString(""));
        return fieldsUnsaid || lightUnsaid || deep && transfer.isEmpty();
    }

    private JsonNode firstFrame(Entrance file, Optional<String> demuxer) throws IOException, InterruptedException {
        return Answer.of(json, ffprobe.ask(file, demuxer, Ffprobe.MOMENT, FIRST_FRAME)).root().path("frames").path(0);
    }

    private static void refuseWhatCannotBeSeen(Entrance file, Answer answer, List<Track> tracks) throws FailedException {
        List<Track> media = tracks.stream().filter(t -> t instanceof Track.Video || t instanceof Track.Audio).toList();
        boolean readable = tracks.stream().anyMatch(t -> !(t instanceof Track.Data) && t.facts().decodable());
        if (!media.isEmpty() && media.stream().allMatch(t -> isEncrypted(answer, t))) {
            throw new FailedException(new Failure.Encrypted(file.name()));
        } else if (!readable && answer.complainsOf("Not detecting m3u8")) {
            throw new FailedException(new Failure.Refused(file.name()));
        } else if (!readable && media.isEmpty()) {
            throw new FailedException(new Failure.NotMedia(file.name(), FfmpegWords.NO_TRACKS.say()));
        } else if (!readable) {
            String codec = media.getFirst().codec();
            throw new FailedException(
                    new Failure.Unsupported(file.name(), codec.equals("unknown") ? FfmpegWords.SOME_CODEC.say() : codec));
        }
    }

    private static boolean isEncrypted(Answer answer, Track track) {
        boolean tagged = Set.of("encv", "enca").contains(track.facts().codecTag());
        return tagged || answer.packetsOf(track.index()).stream().anyMatch(Answer.Packet::encrypted);
    }

    private static Set<Note> notes(Entrance file, Answer answer, String format, List<Track> tracks) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        if (answer.complaints().contains("[error]")) {
            notes.add(Note.DAMAGED);
        }
        if (tracks.stream().anyMatch(t -> isEncrypted(answer, t))) {
            notes.add(Note.ENCRYPTED);
        }
        if (tracks.stream().anyMatch(t -> !(t instanceof Track.Data) && !t.facts().decodable())) {
            notes.add(Note.NOT_DECODABLE);
        }
        if (Endings.mislead(file.name(), format)) {
            notes.add(Note.WRONG_EXTENSION);
        }
        return notes;
    }

    private static List<Media.Chapter> chapters(Answer answer) {
        List<Media.Chapter> chapters = new ArrayList<>();
        for (JsonNode chapter : answer.root().path("chapters").values()) {
            OptionalLong from = Numbers.micros(chapter.path("start_time"));
            OptionalLong to = Numbers.micros(chapter.path("end_time"));
            if (from.isPresent() && to.isPresent()) {
                chapters.add(new Media.Chapter(from.getAsLong(), to.getAsLong(), Answer.tags(chapter).getOrDefault("title", "")));
            }
        }
        return List.copyOf(chapters);
    }

    private PixelFormats askPixelFormats() throws IOException, InterruptedException {
        Captured said = ffprobe.ask(Ffprobe.MOMENT, List.of("-v", "error", "-of", "json=c=1", "-show_pixel_formats"));
        return PixelFormats.of(Answer.of(json, said).root());
    }
}
