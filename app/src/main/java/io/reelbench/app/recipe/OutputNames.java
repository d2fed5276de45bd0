package io.reelbench.app.recipe;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.engine.Request;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the outputs of the selected clips will be called when they are submitted together: clips of one name are told apart, and so is
 * what lies in the folder already. The folder is looked at elsewhere; the last answer stays until the next one.
 */
final class OutputNames {

    private final Desk desk;
    private Runnable told = () -> {
    };
    private List<Outlook.Done> asked = List.of();
    private Map<Clip, List<Path>> known = Map.of();
    private boolean asking;

    OutputNames(Desk desk) {
        this.desk = desk;
    }

    /** Told when they are others than they were. */
    void listen(Runnable listener) {
        told = listener;
    }

    /** The files of one of them; what is in its way may not be known yet. */
    List<Path> of(Outlook.Done done) {
        List<Path> files = known.getOrDefault(done.clip(), List.of());
        return files.isEmpty() ? desk.engine().outputs(done.request(Priority.NORMAL), done.plan()) : files;
    }

    /** They may be others by now. */
    void look(Outlook outlook) {
        List<Outlook.Done> now = outlook.ready();
        if (!same(now, asked)) {
            asked = List.copyOf(now);
            ask();
        }
    }

    /** Something was written, or is about to be. */
    void again() {
        ask();
    }

    private static boolean same(List<Outlook.Done> now, List<Outlook.Done> before) {
        boolean same = now.size() == before.size();
        for (int i = 0; same && i < now.size(); i++) {
            Outlook.Done a = now.get(i);
            Outlook.Done b = before.get(i);
            same = a.together().equals(b.together()) && a.plan() == b.plan() && a.judged().wish().equals(b.judged().wish());
        }
        return same;
    }

    private void ask() {
        if (asking || asked.isEmpty()) {
            return;
        }
        asking = true;
        List<Outlook.Done> those = asked;
        List<Request> requests = those.stream().map(d -> d.request(Priority.NORMAL)).toList();
        List<Optional<Plan>> plans = those.stream().map(d -> Optional.of(d.plan())).toList();
        desk.carrier().fetch(() -> desk.engine().outputs(requests, plans), files -> {
            asking = false;
            if (those == asked) {
                learn(those, files);
            } else {
                ask();
            }
        }, _ -> asking = false);
    }

    private void learn(List<Outlook.Done> those, List<List<Path>> files) {
        Map<Clip, List<Path>> now = new HashMap<>();
        for (int i = 0; i < those.size(); i++) {
            now.put(those.get(i).clip(), files.get(i));
        }
        boolean news = !now.equals(known);
        known = now;
        if (news) {
            told.run();
        }
    }
}
