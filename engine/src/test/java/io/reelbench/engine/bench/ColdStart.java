package io.reelbench.engine.bench;

import io.reelbench.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that starts anew, with everything unpacked and remembered already. */
final class ColdStart implements Stage.Measure {

    @Override
    public List<Row> on(Stage stage) throws Exception {
        Samples opening = new Samples();
        Samples openingCpu = new Samples();
        Samples probing = new Samples();
        Path clip;
        try (Engine engine = stage.engine()) {
            clip = Clip.second(engine, stage.fresh("cold"));
        }
        Path program = Path.of("../installers/target/reelbench/bin/reelbench");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> child = List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Opening.class.getName(), stage.folder().toString());
        for (int i = 0; i < stage.n(); i++) {
            Programs.Said[] said = new Programs.Said[1];
            Timed took = Timed.of(() -> said[0] = Programs.run(java, child));
            opening.add(Double.parseDouble(said[0].text().lines().findFirst().orElseThrow()));
            openingCpu.add(took.cpu().children());
            if (Files.isExecutable(program)) {
                probing.add(Timed.of(() -> Programs.run(program, List.of("probe", clip.toString()))).wall());
            }
        }
        Row start = Files.isExecutable(program)
                ? Row.told("bin/reelbench probe, from nothing", probing, "s")
                : new Row("bin/reelbench probe, from nothing", "not packaged", "", "", "", "");
        return List.of(Row.told("Engine.open with a lasting queue, cold JVM", opening, "s"),
                Row.told("… CPU of that whole JVM", openingCpu, "CPU-s"), start);
    }
}
