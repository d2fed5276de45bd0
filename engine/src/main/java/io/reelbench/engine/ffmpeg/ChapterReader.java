package io.reelbench.engine.ffmpeg;

import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a list of chapters, which is untrusted: a small text of lines such as {@code 1:02:03 A title}, the OGM form
 * ({@code CHAPTER01=00:00:00.000}, {@code CHAPTER01NAME=A title}), or JSON ({@code [{"start":"0:00","title":"…"}]}, also as ffprobe and
 * {@code detect} write it).
 */
final class ChapterReader {

    private static final int LARGEST = 1 << 20;
    private static final int MOST = 5000;
    private static final int LONGEST = 500;
    private static final Pattern LINE = Pattern.compile("\\s*([0-9:.]+)\\s*(?:[-–—|]\\s*)?(.*)");
    private static final Pattern OGM_TIME = Pattern.compile("\\s*CHAPTER(\\d{1,4})=([0-9:.]+)\\s*");
    private static final Pattern OGM_NAME = Pattern.compile("\\s*CHAPTER(\\d{1,4})NAME=(.*)");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(10).maxDocumentLength(LARGEST).build())
            .build())
            .build();

    private ChapterReader() {}

    static SideFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new SideFile.Missing();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? unusable(FfmpegWords.LONG_LIST.say()) : chapters(text(bytes));
        } catch (CharacterCodingException notText) {
            return unusable(FfmpegWords.NO_TEXT.say());
        } catch (IOException wrong) {
            return unusable(String.valueOf(wrong.getMessage()));
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static SideFile unusable(String why) {
        return new SideFile.Unfit(Text.verbatim(why));
    }

    private static SideFile chapters(String text) {
        try {
            boolean json = text.stripLeading().startsWith("[") || text.stripLeading().startsWith("{");
            List<Media.Chapter> all = new ArrayList<>(json ? json(text) : lines(text));
            all.sort(Comparator.comparingLong(Media.Chapter::fromUs));
            return all.isEmpty() || all.size() > MOST
                    ? unusable(FfmpegWords.CHAPTER_COUNT.say(all.size(), MOST))
                    : new SideFile.Chapters(List.copyOf(all));
        } catch (BadValue wrong) {
            return unusable(wrong.text().toString());
        } catch (JacksonException wrong) {
            return unusable(wrong.getOriginalMessage());
        }
    }

    private static List<Media.Chapter> lines(String text) throws BadValue {
        List<Media.Chapter> all = new ArrayList<>();
        Optional<Long> waiting = Optional.empty();
        for (String line : text.lines().toList()) {
            Matcher time = OGM_TIME.matcher(line);
            Matcher name = OGM_NAME.matcher(line);
            Matcher plain = LINE.matcher(line);
            if (time.matches()) {
                waiting = Optional.of(time(time.group(2)));
            } else if (name.matches() && waiting.isPresent()) {
                all.add(chapter(waiting.get(), name.group(2)));
                waiting = Optional.empty();
            } else if (plain.matches()) {
                all.add(chapter(time(plain.group(1)), plain.group(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new BadValue(Code.BAD_SYNTAX, FfmpegWords.NO_CHAPTER.with(cut(line)));
            }
        }
        return all;
    }

    private static List<Media.Chapter> json(String text) throws BadValue {
        JsonNode root = JSON.readTree(text);
        List<Media.Chapter> all = new ArrayList<>();
        for (JsonNode one : (root.isArray() ? root : root.path("chapters")).values()) {
            String start = first(one, "start", "start_time", "from", "time");
            String title = first(one, "title", "name");
            all.add(chapter(time(start), title.isEmpty() ? one.path("tags").path("title").asString("") : title));
        }
        return all;
    }

    private static String first(JsonNode one, String... names) {
        for (String name : names) {
            JsonNode value = one.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                return value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
            }
        }
        return "";
    }

    private static long time(String text) throws BadValue {
        if (Moment.parse(text) instanceof Moment.At(long us)) {
            return us;
        }
        throw new BadValue(Code.BAD_SYNTAX, FfmpegWords.NO_CHAPTER.with(cut(text)));
    }

    private static Media.Chapter chapter(long fromUs, String title) {
        return new Media.Chapter(fromUs, fromUs, cut(title.strip()));
    }

    /** On one line, and not longer than players show. */
    private static String cut(String title) {
        String line = title.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
