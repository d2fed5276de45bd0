package io.reelbench.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.raw.AllowList;
import io.reelbench.engine.raw.Bounds;
import io.reelbench.engine.raw.CommandReader;
import io.reelbench.engine.raw.CommandText;
import io.reelbench.engine.raw.Files;
import io.reelbench.engine.raw.OutputFile;
import io.reelbench.engine.raw.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of what written commands may say against what the bundled ffmpeg itself lists: what the list does not name is refused. */
class WrittenCommandsTest {

    private static final AllowList LIST = AllowList.LIST;
    private static final Pattern OPTION = Pattern.compile("^ {0,3}-([A-Za-z0-9_][A-Za-z0-9_-]*)", Pattern.MULTILINE);
    private static final Pattern OF_FILTER = Pattern.compile("^ {2,3}([A-Za-z0-9_][A-Za-z0-9_-]*) +<", Pattern.MULTILINE);

    private static String full;

    @BeforeAll
    static void ask() throws Exception {
        full = said("-h", "full");
    }

    private static String said(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(Clips.binaries().ffmpeg().toString(), "-hide_banner"));
        command.addAll(List.of(arguments));
        return Captured.of(Clips.launcher().start(command, Clips.binaries().environment(), Launcher.Manner.QUICK),
                Duration.ofMinutes(2)).out();
    }

    /** The second word of each line behind the head of a list. */
    private static Set<String> listed(String what) throws Exception {
        return said(what).lines().map(String::strip)
                .filter(line -> line.matches("[A-Z.|]{1,8}( d)? +[a-z0-9_,-]+( .*)?|[a-z0-9_]+"))
                .flatMap(line -> List.of(line.replaceFirst("^[A-Z.|]{1,8}( d)? +", "").split(" ")[0].split(",")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> parts(String command) throws Exception {
        CommandReader reader = new CommandReader(new Files(Set.of("in_1"), List.of(OutputFile.parse("out_1=a.mkv"))), Set.of());
        return reader.read(CommandText.parse(command), _ -> Bounds.Scene.UNKNOWN).refusals().stream().map(Refusal::part)
                .collect(Collectors.toSet());
    }

    @Test
    void everyOptionThatIsNotListedIsRefused() throws Exception {
        Set<String> options = OPTION.matcher(full).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(options).hasSizeGreaterThan(1000).contains("attach", "crf", "hls_key_info_file", "protocol_whitelist");
        Set<String> known = new TreeSet<>(LIST.names("option"));
        known.addAll(LIST.names("alias"));
        known.add("i");
        options.removeAll(known);
        assertThat(options).hasSizeGreaterThan(900);
        for (String option : options) {
            assertThat(parts("-i {{in_1}} -" + option + " 1 {{out_1}}")).as("before an output").contains("-" + option);
            assertThat(parts("-" + option + " 1 -i {{in_1}} {{out_1}}")).as("before an input").contains("-" + option);
        }
    }

    @Test
    void everyFilterThatIsNotListedIsRefused() throws Exception {
        Set<String> filters = listed("-filters");
        assertThat(filters).hasSizeGreaterThan(400).containsAll(LIST.names("filter")).contains("movie", "amovie", "lut3d");
        filters.removeAll(LIST.names("filter"));
        assertThat(filters).hasSizeGreaterThan(100);
        for (String filter : filters) {
            assertThat(parts("-i {{in_1}} -vf " + filter + "=x {{out_1}}")).contains(filter);
        }
    }

    @Test
    void everyOptionOfAFilterIsKnownAndThoseThatNameFilesAreRefused() throws Exception {
        Pattern file = Pattern.compile("file|path|url|model|plot|device|cmd|command");
        for (String filter : LIST.names("filter")) {
            Set<String> options = OF_FILTER.matcher(said("-h", "filter=" + filter)).results().map(m -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> known = new TreeSet<>(LIST.optionsOf(filter, true));
            assertThat(known).as(filter).noneMatch(name -> file.matcher(name).find());
            known.addAll(LIST.optionsOf(filter, false));
            assertThat(known).as("options of " + filter + ", compared with the build").isEqualTo(options);
            for (String refused : LIST.optionsOf(filter, false)) {
                assertThat(parts("-i {{in_1}} -vf " + filter + "=" + refused + "=1 {{out_1}}")).contains(filter + " " + refused);
            }
        }
    }

    @Test
    void everyContainerEncoderAndBitstreamFilterThatIsNotListedIsRefused() throws Exception {
        Set<String> muxers = listed("-muxers");
        assertThat(muxers).containsAll(LIST.names("muxer")).contains("tee", "segment", "hls");
        muxers.removeAll(LIST.names("muxer"));
        for (String muxer : muxers) {
            assertThat(parts("-i {{in_1}} -f " + muxer + " {{out_1}}")).contains("-f " + muxer);
        }
        Set<String> demuxers = listed("-demuxers");
        demuxers.removeAll(LIST.names("demuxers"));
        assertThat(demuxers).contains("concat", "lavfi", "hls");
        for (String demuxer : demuxers) {
            assertThat(parts("-f " + demuxer + " -i {{in_1}} {{out_1}}")).contains("-f " + demuxer);
        }
        Set<String> encoders = listed("-encoders");
        Set<String> ours = new TreeSet<>(LIST.names("encoders"));
        ours.remove("copy");
        assertThat(encoders).containsAll(ours);
        encoders.removeAll(ours);
        for (String encoder : encoders) {
            assertThat(parts("-i {{in_1}} -c:v " + encoder + " {{out_1}}")).contains("-c:v " + encoder);
        }
        Set<String> changes = listed("-bsfs");
        assertThat(changes).containsAll(LIST.names("bsfs"));
        changes.removeAll(LIST.names("bsfs"));
        assertThat(changes).isNotEmpty();
        for (String change : changes) {
            assertThat(parts("-i {{in_1}} -bsf:v " + change + " {{out_1}}")).contains("-bsf:v " + change);
        }
    }
}
