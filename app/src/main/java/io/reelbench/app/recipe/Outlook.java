package io.reelbench.app.recipe;

import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Commission;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Facts;
import io.reelbench.app.desk.Fare;
import io.reelbench.app.desk.Judged;
import io.reelbench.app.desk.Planning;
import io.reelbench.engine.Request;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.plan.Expect;
import io.reelbench.engine.plan.Likely;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Step;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Priority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would come of the selected clips.
 *
 * @param ready   those that would work, with their plans
 * @param waiting those that are still being read or planned
 * @param cannot  those that would not work, or cannot be read
 * @param idle    those without any step
 */
record Outlook(List<Done> ready, List<Clip> waiting, List<Clip> cannot, List<Clip> idle) {

    /**
     * One task that would work.
     *
     * @param clip     what it is named after
     * @param together all clips of it, in order
     * @param fare     when it is done elsewhere
     */
    record Done(Clip clip, List<Clip> together, Judged judged, Plan plan, List<Problem> warnings, Optional<Fare> fare) {

        /** Whether anything is encoded. */
        boolean encodes() {
            return plan.steps().stream().anyMatch(
                    step -> !(step instanceof Step.Write || step instanceof Step.Run run && run.doing() == Step.Doing.COPYING));
        }

        Path folder() {
            return new Place(judged.wish().orElseThrow(), clip.below(), 1).folder(clip.file());
        }

        Commission wanted(Priority priority) {
            return new Commission(request(priority), fare.map(Fare::on));
        }

        Request request(Priority priority) {
            return new Request(together.stream().map(Clip::file).toList(), clip.below(), judged.recipe().orElseThrow(),
                    judged.wish().orElseThrow(), priority, judged.allowed());
        }
    }

    static Outlook of(Scope scope) {
        Outlook all = new Outlook(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        scope.clips().stream().filter(clip -> leads(scope, clip)).forEach(clip -> all.sort(scope, clip));
        return all;
    }

    /** Of clips that are joined, the first stands for all; one that cannot be read is told by itself. */
    private static boolean leads(Scope scope, Clip clip) {
        return clip.facts().get() instanceof Facts.Unreadable || scope.together(clip).getFirst() == clip;
    }

    /** Whether a plan is of these clips and no others. */
    private static boolean isOf(Plan plan, List<Clip> clips) {
        return plan.sources().stream().map(Media::path).toList().equals(clips.stream().map(Clip::file).toList());
    }

    private void sort(Scope scope, Clip clip) {
        if (clip.facts().get() instanceof Facts.Unreadable) {
            cannot.add(clip);
        } else if (clip.draft().get().cards().stream().noneMatch(Card::on)) {
            idle.add(clip);
        } else if (clip.facts().get() instanceof Facts.Reading) {
            waiting.add(clip);
        } else {
            switch (clip.planning().get()) {
                case Planning.None _,Planning.Underway _ -> waiting.add(clip);
                case Planning.Failed _ -> cannot.add(clip);
                case Planning.Impossible(Judged judged, var _) -> {
                    Judged now = scope.judged(clip.draft().get());
                    // it may have been mended since it was planned
                    (now.isGood() && !now.recipe().equals(judged.recipe()) ? waiting : cannot).add(clip);
                }
                case Planning.Ready ready -> {
                    Judged now = scope.judged(clip.draft().get());
                    List<Clip> together = scope.together(clip);
                    if (together.size() > 1 && !isOf(ready.plan(), together)) {
                        waiting.add(clip);
                    } else if (now.isGood()) {
                        ready().add(new Done(clip, together, now, ready.plan(), ready.warnings(), ready.fare()));
                    } else {
                        cannot.add(clip);
                    }
                }
            }
        }
    }

    /** What is to be submitted, in the order of the clips. */
    List<Commission> wanted(Priority priority) {
        return ready.stream().map(d -> d.wanted(priority)).toList();
    }

    /** How many clips are in those that would work. */
    int clips() {
        return ready.stream().mapToInt(d -> d.together().size()).sum();
    }

    /** How many files come of them; the pieces of a slice count each. */
    int files() {
        return ready.stream().mapToInt(Outlook::files).sum();
    }

    int encoded() {
        return ready.stream().filter(Done::encodes).mapToInt(Outlook::files).sum();
    }

    private static int files(Done done) {
        return done.plan().products().stream()
                .mapToInt(p -> p.expect() instanceof Expect.Slices slices ? slices.pieces().size() : 1).sum();
    }

    /** Bytes of all. */
    Likely size(Past past) {
        return Likely.sum(ready.stream().map(d -> past.size(d.plan().estimate())).toList());
    }

    /** What is done elsewhere. */
    List<Done> elsewhere() {
        return ready.stream().filter(d -> d.fare().isPresent()).toList();
    }

    /** Seconds for all of them; empty when nobody knows how long one is, as of what is done elsewhere. */
    Optional<Likely> time(Past past) {
        if (!elsewhere().isEmpty()) {
            return Optional.empty();
        }
        List<Likely> times = ready.stream().map(d -> past.of(d.plan().estimate()).seconds()).flatMap(Optional::stream).toList();
        return times.size() < ready.size() ? Optional.empty() : Optional.of(Likely.sum(times));
    }

    /** Why the first of those that cannot be done cannot. */
    Optional<String> reason(Troubles troubles, Scope scope) {
        Optional<Clip> current = scope.clip();
        Optional<Clip> looked = current.filter(cannot::contains).or(() -> cannot.stream().findFirst());
        return looked.map(clip -> reason(clip, current.filter(clip::equals).flatMap(_ -> troubles.worst()),
                scope.desk().judge().catalog()));
    }

    private static String reason(Clip clip, Optional<Problem> worst, Catalog catalog) {
        String otherwise = RecipeWords.AS_IT_STANDS.say();
        Draft draft = clip.draft().get();
        if (clip.facts().get() instanceof Facts.Unreadable(var failure)) {
            return failure.headline().toString();
        } else if (clip.planning().get() instanceof Planning.Failed(var failure)) {
            return failure.headline().toString();
        }
        return worst.or(() -> serious(clip)).map(p -> Troubles.told(p, draft, catalog)).orElse(otherwise);
    }

    private static Optional<Problem> serious(Clip clip) {
        if (!(clip.planning().get() instanceof Planning.Impossible(Judged judged, List<Problem> problems))) {
            return Optional.empty();
        }
        return Stream.of(problems, judged.cards().values().stream().flatMap(List::stream).toList(), judged.place())
                .flatMap(List::stream).filter(p -> !p.isWarning()).findFirst();
    }
}
