package io.reelbench.engine.bench;

import io.reelbench.engine.ffmpeg.Binaries;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other people's programs, and the bundled ones run without the engine. */
final class Programs {

    private Programs() {}

    /** What a program said. */
    record Said(int code, byte[] out) {
        String text() {
            return new String(out, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Where the machine has a program, if it has. */
    static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of)
                .map(folder -> folder.resolve(name)).filter(Files::isExecutable).findFirst();
    }

    static Said bundled(Binaries binaries, String name, List<String> arguments) throws IOException, InterruptedException {
        Path program = name.equals("ffmpeg") ? binaries.ffmpeg() : binaries.ffprobe();
        return run(program, arguments, Optional.of(binaries.environment()));
    }

    /** What the bundled ffmpeg complains of; a file may be named with anything. */
    static String complaints(Binaries binaries, List<String> arguments) throws IOException, InterruptedException {
        List<String> whole = new java.util.ArrayList<>(List.of(binaries.ffmpeg().toString()));
        whole.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(binaries.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new Said(0, process.getInputStream().readAllBytes()).text();
        // the muxer that throws all away counts times, which is no decoding
        String faults = said.lines().filter(l -> !l.startsWith("[null @")).collect(java.util.stream.Collectors.joining("\n"));
        return process.waitFor() == 0 ? faults : "exit " + process.waitFor() + " " + faults;
    }

    static Said run(Path program, List<String> arguments) throws IOException, InterruptedException {
        return run(program, arguments, Optional.empty());
    }

    static Said run(Path program, List<String> arguments, Optional<Map<String, String>> environment)
            throws IOException, InterruptedException {
        List<String> whole = new java.util.ArrayList<>(List.of(program.toString()));
        whole.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD);
        environment.ifPresent(only -> {
            builder.environment().clear();
            builder.environment().putAll(only);
        });
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        return new Said(process.waitFor(), out);
    }
}
