package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Probe;
import io.reelbench.engine.operation.Slice;
import io.reelbench.engine.plan.Command;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Code;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * varg: takes ffmpeg's own arguments, so that whatever is one run here is the very same run there. What was done before with the same
 * bytes comes back at once and costs nothing; what else costs is told by the answer only.
 */
final class Varg {

    private static final Limits LIMITS = new Limits(OptionalLong.of(50_000_000), OptionalLong.empty(), Optional.empty(), Set.of(),
            3);
    private static final Intake INTAKE = new Intake.AsIs("/v1/files", Optional.of("X-Content-Hash"), At.of("/url"));
    private static final Life LIFE = new Life.Polled(At.of("/job_id"), "/v1/jobs/{id}", At.of("/job_id"), At.of("/status"),
            Map.of("queued", Stage.IN_LINE, "processing", Stage.WORKING, "completed", Stage.DONE, "failed", Stage.FAILED,
                    "cancelled",
                    Stage.CANCELLED),
            At.of("/progress"), At.of("/output/url"), At.of("/error", "/error/message", "/message"),
            At.of("/pricing/actual", "/pricing/estimated"), Optional.empty(), Duration.ofSeconds(2), Duration.ofSeconds(15));

    private static final Life ANSWER = new Life.Waited(At.of(), At.of(), Duration.ofMinutes(2));
    private static final Yield.Facts FACTS = new Yield.Facts(JsonPointer.empty(),
            Map.of(Yield.Fact.FORMAT, JsonPointer.compile("/format"), Yield.Fact.SECONDS, JsonPointer.compile("/duration"),
                    Yield.Fact.BYTES, JsonPointer.compile("/size_bytes"), Yield.Fact.BIT_RATE, JsonPointer.compile("/bitrate"),
                    Yield.Fact.WIDTH, JsonPointer.compile("/width"), Yield.Fact.HEIGHT, JsonPointer.compile("/height"),
                    Yield.Fact.PICTURE_CODEC, JsonPointer.compile("/codec"), Yield.Fact.SOUND_CODEC,
                    JsonPointer.compile("/audio_codec"), Yield.Fact.FRAME_RATE, JsonPointer.compile("/fps")));

    private Varg() {}

    static Provider declared() {
        return new Provider(Service.VARG, LIMITS, INTAKE, new Idempotency.None(),
                new Errors(At.of(), At.of("/error/type"), At.of("/error/message", "/message", "/error")),
                new Ping("GET", "/v1/jobs/job_reelbench", Set.of(200, 404)),
                Optional.of(new Store(INTAKE, 50_000_000)),
                List.of(new Offer(List.of(Operation.class), Varg::run, "/v1/ffmpeg", INTAKE, LIFE, new Price.Metered(), LIMITS,
                        (_, draft) -> whole(draft)),
                        Offer.one(Slice.class, "/v1/ffmpeg/slice", INTAKE, LIFE, new Price.Metered(), LIMITS, VargSlice::write),
                        Offer.one(Probe.class, "/v1/ffmpeg/probe", INTAKE, ANSWER, new Price.Metered(), LIMITS,
                                Probes.facts("url", FACTS))),
                Map.of(), List.of());
    }

    /** All steps but those for which it has something of its own. */
    private static int run(List<Operation> steps) {
        int own = 0;
        while (own < steps.size() && !(steps.get(own) instanceof Slice || steps.get(own) instanceof Probe)) {
            own++;
        }
        return own;
    }

    /** The run of the plan for this machine, with the files in the words of the service. */
    private static void whole(Draft draft) {
        draft.knowsAll();
        Optional<Command> run = command(draft.plan().steps());
        if (run.isEmpty()) {
            draft.cannot("", Code.NOT_AVAILABLE, ProviderWords.ONE_RUN.with(draft.service()));
            return;
        }
        Map<String, Path> files = new LinkedHashMap<>();
        ObjectNode inputs = draft.body().putObject("input_files");
        List<String> words = new ArrayList<>();
        for (Command.Input input : run.get().inputs()) {
            words.addAll(input.arguments());
            words.add("-i");
            words.add(file(input.file(), draft, files, inputs));
        }
        run.get().graph().ifPresent(graph -> words.addAll(List.of("-filter_complex", graph)));
        for (Command.Output output : run.get().outputs()) {
            words.addAll(output.arguments());
            words.add("{{out_1}}");
        }
        draft.text("command", String.join(" ", words.stream().map(Varg::quoted).toList()));
        draft.body().putObject("output_files").put("out_1", "output." + draft.extension());
    }

    private static String file(Ref ref, Draft draft, Map<String, Path> files, ObjectNode inputs) {
        Path path = ref instanceof Ref.Source(int index) ? draft.clips().get(index).path() : ((Ref.Beside) ref).file();
        for (Map.Entry<String, Path> known : files.entrySet()) {
            if (known.getValue().equals(path)) {
                return "{{" + known.getKey() + "}}";
            }
        }
        String name = "in_" + (files.size() + 1);
        files.put(name, path);
        inputs.putNull(name);
        draft.slot("/input_files/" + name, path);
        return "{{" + name + "}}";
    }

    /** What can be told in one command: a smart cut becomes the plain one. */
    private static Optional<Command> command(List<Step> steps) {
        List<Step> real = steps.stream().filter(s -> !(s instanceof Step.IfLarger)).toList();
        if (real.size() != 1) {
            return Optional.empty();
        }
        Optional<Command> only = switch (real.getFirst()) {
            case Step.Run run -> Optional.of(run.command());
            case Step.Splice splice -> Optional.of(splice.otherwise().command());
            default -> Optional.empty();
        };
        return only.filter(command -> command.outputs().size() == 1 && command.outputs().getFirst().file() instanceof Ref.Target
                && command.inputs().stream().allMatch(i -> i.file() instanceof Ref.Source || i.file() instanceof Ref.Beside)
                && !command.toString().contains("@{"));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./{}-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
