package io.reelbench.app.bench;

import io.reelbench.app.Workplace;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Facts;
import io.reelbench.engine.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long somebody who clicks waits at most, while 200 clips are read and planned and three x264 tasks run. */
final class LongestPause implements WindowBench.Single {

    private static final int CLIPS = 200;
    private static final int TASKS = 3;

    @Override
    public String title() {
        return "longest pause while " + CLIPS + " clips load and " + TASKS + " x264 tasks run, at most 50 ms";
    }

    @Override
    public double once(Path folder, int run) throws Exception {
        try (Opened opened = new Opened(folder.resolve("run" + run))) {
            work(opened);
            List<Path> files = files(opened);
            try (Pinging pinging = new Pinging()) {
                Workplace.doFx(() -> opened.window().bring(files));
                Workplace.until("all are read",
                        () -> opened.desk().clips().size() == TASKS + CLIPS && opened.desk().clips().stream()
                                .noneMatch(c -> c.facts().get() instanceof Facts.Reading));
                Workplace.until("the first is seen", () -> opened.sourcePicture().getImage() != null);
                System.out.printf("  %.0f ms; a thread that does nothing else waited %.0f ms%n", pinging.longestMs(),
                        pinging.latestMs());
                return pinging.longestMs();
            }
        }
    }

    private static void work(Opened opened) throws Exception {
        Path film = opened.film("film.mp4", 60);
        List<Path> films = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            films.add(Files.createLink(film.resolveSibling("work " + i + ".mp4"), film));
        }
        Workplace.doFx(() -> {
            opened.desk().add(films);
            opened.desk().edit(Text.verbatim("Transcode"),
                    draft -> draft.with(List.of(Card.of("transcode").with("video-codec", List.of("h264")))));
        });
        Workplace.until("they can start", () -> opened.place().room().actions().find("add-to-queue").possible().get());
        Workplace.until("all are planned", () -> opened.desk().clips().stream()
                .allMatch(c -> c.planning().get() instanceof io.reelbench.app.desk.Planning.Ready));
        Workplace.doFx(() -> opened.place().room().actions().find("add-to-queue").fire());
        Workplace.until("they run",
                () -> opened.place().engine().tasks().stream().filter(t -> t.state().isActive()).count() == TASKS);
    }

    private static List<Path> files(Opened opened) throws Exception {
        Path film = opened.place().film("short.mp4", 2, 640, 360);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            files.add(Files.copy(film, film.resolveSibling("clip " + i + ".mp4")));
        }
        return files;
    }
}
