package io.reelbench.engine.cli;

import io.reelbench.engine.cli.CommandShape.Part;
import io.reelbench.engine.cli.CommandShape.Role;
import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.engine.operation.About;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Transcode;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Schema;
import io.reelbench.engine.settings.SettingsFile;
import io.reelbench.engine.watch.WatchList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All commands, made from the catalogue. */
final class CommandShapes {

    /** What a step's command takes of the conversion behind it; its size is left to the step itself. */
    private static final Set<String> OF_THE_SINK = Set.of("file-form", "video-coding", "rate-control", "sound-coding",
            "track-selection");
    private static final String REPORT_INPUTS = "INPUT… [options] [-o FILE | --to FOLDER, else it is printed]";
    private static final String INPUTS = "INPUT… [options] [-o FILE | --to FOLDER]";

    private final List<CommandShape> plain;
    private final List<CommandShape> explained;
    private final CommandShape root = shape("", "COMMAND …", CliWords.SUMMARY, List.of(), globals());
    private final CommandShape explain = shape("explain", "OPERATION|run …", CliWords.EXPLAIN_SUMMARY,
            List.of("explain scale wide.mp4 --width 50% -o half.mp4", "explain run \"Web 1080p\" talk.mp4 --to out"), globals());

    CommandShapes(Catalog catalog) {
        List<CommandShape> doing = new ArrayList<>(catalog.entries().stream().map(CommandShapes::operation).toList());
        doing.add(shape("run", "PRESET|RECIPE.json " + INPUTS, CliWords.RUN_SUMMARY,
                List.of("run \"Web 1080p\" talk.mp4", "run share.json talk.mp4 --to out"),
                wish(), gathering(), globals()));
        plain = new ArrayList<>(doing);
        plain.add(shape("operations", "[NAME] [--json]", CliWords.OPERATIONS_SUMMARY, List.of("operations scale"), globals()));
        plain.add(shape("presets", "[list | show NAME | export NAME… [--to FILE] | import FILE…]", CliWords.PRESETS_SUMMARY,
                List.of("presets", "presets export \"Web 1080p\" Podcast --to ours.reelbench", "presets import ours.reelbench"),
                new Part(Role.PRESETS, Schema.of(PresetPlace.class)), globals()));
        plain.add(shape("settings", "[reset NAME…] [options]", CliWords.SETTINGS_SUMMARY,
                List.of("settings", "settings --tasks 2 --theme light", "settings reset theme"),
                new Part(Role.SETTINGS, SettingsFile.schema()), globals()));
        plain.add(shape("watch", "[list | add | remove NUMBER… | pause NUMBER… | resume NUMBER… | run] [options]",
                CliWords.WATCH_SUMMARY,
                List.of("watch add --folder incoming --preset \"Web 1080p\" --to ready", "watch", "watch run"),
                new Part(Role.WATCH, WatchList.schema()), globals()));
        plain.add(shape("cloud", "[list | add NAME | change NAME | test NAME… | remove NAME… | services | status] [options]",
                CliWords.CLOUD_SUMMARY, List.of("cloud add studio --service varg", "cloud test studio", "cloud status"),
                new Part(Role.CLOUD, AccountWish.schema()), globals()));
        plain.add(shape("publish", "FILE… --to ACCOUNT|s3://BUCKET|FOLDER", CliWords.PUBLISH_SUMMARY,
                List.of("publish talk-small.mp4 --to studio", "publish talk-small.mp4 --to s3://films"),
                new Part(Role.PUBLISH, Schema.of(PublishPlace.class)), globals()));
        plain.add(shape("generate", "ACCOUNT MODEL NAME=VALUE… [--to FOLDER]", CliWords.GENERATE_SUMMARY,
                List.of("generate studio zimage prompt=\"a red bicycle in the rain\" --to made",
                        "generate studio ltx2 imageUrl=sea.jpg prompt=\"waves at night\" prompt=\"waves at noon\" --to made"),
                wish(), globals()));
        plain.add(shape("cache", "[show | clear]", CliWords.CACHE_SUMMARY, List.of("cache", "cache clear"), globals()));
        plain.add(shape("schema", "", CliWords.SCHEMA_SUMMARY, List.of("schema > recipe.schema.json"), globals()));
        plain.add(shape("demo", "[--to FOLDER]", CliWords.DEMO_SUMMARY, List.of("demo"),
                new Part(Role.DEMO, Schema.of(DemoPlace.class)), globals()));
        plain.add(shape("help", "[COMMAND]", CliWords.HELP_SUMMARY, List.of("help trim"), globals()));
        explained = doing.stream().map(CommandShapes::explaining).toList();
    }

    private static CommandShape operation(Catalog.Entry entry) {
        About about = entry.about();
        List<Part> parts = new ArrayList<>(List.of(new Part(Role.OPERATION, entry.schema())));
        if (!about.role().writes()) {
            parts.add(sink(entry));
        }
        parts.addAll(List.of(wish(), gathering(), globals()));
        boolean report = about.role() == About.Role.REPORT;
        return new CommandShape(about.id(), report ? REPORT_INPUTS : INPUTS, about.summary(), List.of(about.example()),
                Optional.of(entry), parts);
    }

    /** A step may say how its result is written, as far as it has no option of that name itself. */
    private static Part sink(Catalog.Entry step) {
        Set<String> taken = step.schema().fields().stream().map(Field::name).collect(Collectors.toSet());
        Schema<Transcode> transcode = Schema.of(Transcode.class);
        return new Part(Role.SINK, transcode, transcode.fields().stream()
                .filter(f -> OF_THE_SINK.contains(f.group()) && !taken.contains(f.name())).toList());
    }

    private static CommandShape explaining(CommandShape shape) {
        return new CommandShape("explain " + shape.name(), shape.usage(), shape.summary(),
                shape.examples().stream().map(e -> "explain " + e).toList(), shape.entry(), shape.parts());
    }

    private static CommandShape shape(String name, String usage, CliWords summary, List<String> examples, Part... parts) {
        return new CommandShape(name, usage, summary.with().toString(), examples, Optional.empty(), List.of(parts));
    }

    private static Part wish() {
        return new Part(Role.WISH, Schema.of(OutputWish.class));
    }

    private static Part gathering() {
        return new Part(Role.GATHERING, Schema.of(Gathering.class));
    }

    private static Part globals() {
        return new Part(Role.GLOBALS, Schema.of(Globals.class));
    }

    /** What stands before any command. */
    CommandShape root() {
        return root;
    }

    CommandShape explain() {
        return explain;
    }

    /** All but {@code explain}. */
    List<CommandShape> plain() {
        return plain;
    }

    /** Those that {@code explain} takes. */
    List<CommandShape> explained() {
        return explained;
    }

    Optional<CommandShape> find(String words) {
        return java.util.stream.Stream.of(plain, explained, List.of(explain)).flatMap(List::stream)
                .filter(s -> s.name().equals(words)).findFirst();
    }
}
