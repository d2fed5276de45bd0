package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Sink;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.raw.Bounds;
import io.reelbench.engine.raw.CommandReader;
import io.reelbench.engine.raw.CommandText;
import io.reelbench.engine.raw.Files;
import io.reelbench.engine.raw.InputFile;
import io.reelbench.engine.raw.OutputFile;
import io.reelbench.engine.raw.RawCommand;
import io.reelbench.engine.raw.Refusal;
import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One ffmpeg command as a person writes it, within what is known to be safe.
 *
 * @param command empty is a problem: it has no usual value
 */
public record Raw(
        @Ask(value = "Command", help = "Options of ffmpeg with {{in_1}} and {{out_1}} for the files; without any placeholder, what stands between them.") Optional<CommandText> command,
        @Ask(value = "Inputs", help = "Files for further placeholders: in_2=music.wav, or in_2={dir}/{name}.wav beside each clip. {{in_1}} is the clip.") List<InputFile> inputs,
        @Ask(value = "Outputs", help = "What comes out, with its ending: out_1=side.mp4; several are told apart by these names. Or folder, for {{OUTPUT_FOLDER}}/picture-%03d.png.") List<OutputFile> outputs)
        implements
            Operation {

    private static final String CLIP = "in_1";
    private static final int MOST_FILES = 64;

    private static final About ABOUT = new About("raw", "FFmpeg command",
            "Runs one ffmpeg command, held against a list of what is safe; files only through placeholders.",
            About.Group.CONVERT, About.Role.SINK, List.of("ffmpeg", "command", "expert", "filter", "custom", "template"),
            "raw clip.mp4 --command \"-i {{in_1}} -vf hflip,eq=brightness=0.1 -c:a copy {{out_1}}\" -o mirrored.mp4");

    public Raw() {
        this(Optional.empty(), List.of(), List.of());
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (command.isEmpty()) {
            problems.add("command", Code.REQUIRED, CommandWords.COMMAND_REQUIRED);
            return edit;
        } else if (!problems.above().isEmpty()) {
            problems.add("", Code.NOT_AVAILABLE, CommandWords.ALONE);
            return edit;
        } else if (inputs.size() > MOST_FILES || outputs.size() > MOST_FILES) {
            problems.add("", Code.TOO_MANY, CommandWords.TOO_MANY, MOST_FILES);
            return edit;
        }
        Map<String, Path> beside = new HashMap<>();
        Edit asking = edit;
        for (InputFile input : inputs) {
            Optional<SideFiles.Named> named = SideFiles.named("inputs", input.file(), edit, problems);
            if (input.name().equals(CLIP) || beside.containsKey(input.name())) {
                problems.add("inputs", Code.CHOOSE_ONE, CommandWords.GIVEN_TWICE, input.name());
            } else if (named.isPresent()) {
                beside.put(input.name(), named.get().file());
                asking = named.get().found().isEmpty() ? asking.wanting(new Fact.Clip(named.get().file())) : asking;
            }
        }
        if (problems.areSerious() || !asking.missing().isEmpty()) {
            return asking;
        }
        inputs.forEach(input -> SideFiles.named("inputs", input.file(), edit, problems)
                .ifPresent(named -> SideFiles.fit("inputs", SideFile.Clip.class, named, edit, problems)));
        return problems.areSerious() ? edit : read(edit, beside, problems);
    }

    private Edit read(Edit edit, Map<String, Path> beside, Problems problems) {
        Set<String> names = new HashSet<>(beside.keySet());
        names.add(CLIP);
        CommandReader.Reading reading = new CommandReader(new Files(Set.copyOf(names), made(edit)), problems.allowed())
                .read(command.orElseThrow(), name -> scene(edit, beside, name));
        reading.refusals().forEach(r -> problems.add(problem(r)));
        return reading.command().map(safe -> sinks(edit, safe, Map.copyOf(beside))).orElse(edit);
    }

    private static Problem problem(Refusal refusal) {
        Problem problem = new Problem("command", refusal.code(), refusal.why());
        return refusal.optional()
                ? problem.mendedBy(new Fix.Allow(CommandWords.ALLOW.with(refusal.part()), refusal.part()))
                : problem;
    }

    /** Where nothing is said, the output is of the clip's kind if that can be written, else MP4. */
    private List<OutputFile> made(Edit edit) {
        if (!outputs.isEmpty()) {
            return outputs;
        }
        String name = edit.first().path().getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return List.of(new OutputFile("out_1", id(), OutputFile.isWritten(ending) ? ending : "mp4"));
    }

    private Edit sinks(Edit edit, RawCommand safe, Map<String, Path> beside) {
        Edit done = edit;
        int products = outputs.stream().anyMatch(OutputFile::isFolder) ? 1 : safe.outputs().size();
        for (int i = 0; i < products; i++) {
            String name = safe.outputs().get(i).name();
            String label = outputs.stream().filter(o -> o.name().equals(name)).map(OutputFile::stem).findFirst().orElse(id());
            done = done.withSink(new Sink.RawSink(label, safe, i, beside));
        }
        return done;
    }

    private static Bounds.Scene scene(Edit edit, Map<String, Path> beside, String name) {
        Media media = edit.first();
        if (beside.containsKey(name)) {
            Optional<SideFile> found = Optional.ofNullable(edit.first().known().files().get(beside.get(name)));
            media = found.map(file -> file instanceof SideFile.Clip(Media other) ? other : null).orElse(media);
        }
        Optional<Track.Video> video = media.video();
        return new Bounds.Scene(
                media.lengthUs().isPresent() ? media.lengthUs().getAsLong() / (double) Time.SECOND : Double.POSITIVE_INFINITY,
                video.map(v -> (double) v.coded().pixels()).orElse(0.0),
                video.flatMap(Track.Video::rate).map(r -> r.perSecond().approximate()).orElse(25.0), media.still());
    }
}
