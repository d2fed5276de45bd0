package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Concat;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Says a recipe in the words of a service, or why that cannot be: one job where the service does all steps in one go, else one after
 * another. Nothing is sent.
 */
public final class Drafting {

    /** What came of it. */
    public record Drafted(Optional<Route> route, List<Problem> problems) {
    }

    /** Plans a recipe for the clips of the task, on this machine. */
    @FunctionalInterface
    public interface Plans {
        Planned of(Recipe recipe) throws FailedException, InterruptedException;
    }

    private final Catalog catalog;

    public Drafting(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether a fix must be done on this computer before anything is sent, since what would be sent is what does not fit. */
    public static boolean isBefore(Fix fix) {
        return Caps.isBefore(fix);
    }

    /**
     * The requests for a recipe.
     *
     * @param plan  of the recipe for the same clips on this machine: it says what comes out
     * @param plans of its first steps say what comes out on the way
     */
    public Drafted draft(Provider provider, Recipe recipe, List<Media> clips, Plan plan, Plans plans)
            throws FailedException, InterruptedException {
        return new Work(provider, recipe, clips, plan, plans).drafted();
    }

    private String title(Class<?> ours) {
        return catalog.entries().stream().filter(e -> ours.isInstance(e.schema().usual())).map(e -> e.about().title()).findFirst()
                .orElse(ours.getSimpleName());
    }

    /** One recipe for one service. */
    private final class Work {

        private final Provider provider;
        private final String service;
        private final Recipe recipe;
        private final List<Operation> steps;
        private final List<Media> clips;
        private final Plan whole;
        private final Plans plans;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Call> legs = new ArrayList<>();

        Work(Provider provider, Recipe recipe, List<Media> clips, Plan whole, Plans plans) {
            this.provider = provider;
            this.service = provider.service().title();
            this.recipe = recipe;
            this.steps = recipe.steps();
            this.clips = clips;
            this.whole = whole;
            this.plans = plans;
        }

        Drafted drafted() throws FailedException, InterruptedException {
            if (whole.products().size() > 1) {
                problems.add(new Problem("", Code.NOT_AVAILABLE, ProviderWords.NO_PLAN.with(service)));
            } else if (allOffered() && joinsFirst()) {
                route();
            }
            boolean bad = problems.stream().anyMatch(p -> !p.isWarning());
            return new Drafted(bad ? Optional.empty() : Optional.of(new Route(legs)), List.copyOf(problems));
        }

        private int span(Offer offer, int from) {
            return offer.span().of(steps.subList(from, steps.size()));
        }

        /** The one that does most steps from here on in one go. */
        private Optional<Offer> offer(int from) {
            return provider.offers().stream().filter(o -> span(o, from) > 0).max(Comparator.comparingInt(o -> span(o, from)));
        }

        /** Every step that is not offered is told, each with what comes nearest to it. */
        private boolean allOffered() {
            for (int from = 0; from < steps.size();) {
                Optional<Offer> offer = offer(from);
                if (offer.isEmpty()) {
                    problems.add(missing(from));
                }
                from += offer.isPresent() ? span(offer.get(), from) : 1;
            }
            return problems.isEmpty();
        }

        private Problem missing(int index) {
            Operation step = steps.get(index);
            Optional<Class<? extends Operation>> nearest = provider.nearest().entrySet().stream()
                    .filter(e -> e.getKey().isInstance(step))
                    .<Class<? extends Operation>>map(Map.Entry::getValue).findFirst();
            List<Fix> fixes = new ArrayList<>();
            nearest.flatMap(this::id).ifPresent(id -> fixes
                    .add(new Fix.Replace(ProviderWords.INSTEAD.with(title(nearest.get())), OptionalInt.of(index), id)));
            if (steps.size() > 1) {
                fixes.add(new Fix.Remove(ProviderWords.WITHOUT.with(step.about().title()), OptionalInt.of(index)));
            }
            String theirs = provider.offers().stream().flatMap(o -> o.ours().stream()).map(Drafting.this::title).distinct()
                    .collect(Collectors.joining(", "));
            return new Problem("op", Code.NOT_AVAILABLE, ProviderWords.NO_SUCH.with(service, step.about().title(), theirs))
                    .at(index).mendedBy(fixes.toArray(Fix[]::new));
        }

        private Optional<String> id(Class<?> ours) {
            return catalog.entries().stream().filter(e -> ours.isInstance(e.schema().usual())).map(e -> e.about().id())
                    .findFirst();
        }

        /** A job works on one file, so what is done to each of several clips cannot come before they are joined. */
        private boolean joinsFirst() {
            int join = -1;
            for (int i = 0; i < steps.size() && join < 0; i++) {
                join = steps.get(i) instanceof Concat ? i : join;
            }
            if (join <= 0 || span(offer(0).orElseThrow(), 0) > join) {
                return true;
            }
            problems.add(new Problem("op", Code.NOT_AVAILABLE, ProviderWords.JOIN_FIRST.with(service)).at(join)
                    .mendedBy(new Fix.Move(ProviderWords.MOVE_TO_TOP.with(steps.get(join).about().title()), join, 0)));
            return false;
        }

        private void route() throws FailedException, InterruptedException {
            List<Media> here = clips;
            Optional<Foretold> made = Optional.empty();
            for (int from = 0; from < steps.size();) {
                Offer offer = offer(from).orElseThrow();
                int to = from + span(offer, from);
                Optional<Plan> plan = to == steps.size() ? Optional.of(whole) : plan(steps.subList(0, to));
                if (plan.isEmpty()) {
                    return;
                }
                List<Operation> mine = steps.subList(from, to);
                Call call = leg(offer, from, mine, here, plan.get(), made);
                legs.add(call);
                if (to < steps.size()) {
                    made = Foretold.of(here.getFirst(), call, mine, plan.get());
                    if (made.isEmpty()) {
                        problems.add(new Problem("op", Code.NOT_AVAILABLE, ProviderWords.MUST_BE_LAST.with(service, call.title()))
                                .at(to - 1).mendedBy(new Fix.Remove(
                                        ProviderWords.WITHOUT.with(steps.get(to).about().title()), OptionalInt.of(to))));
                        return;
                    }
                    here = List.of(made.get().media());
                }
                from = to;
            }
        }

        private Optional<Plan> plan(List<Operation> some) throws FailedException, InterruptedException {
            Planned planned = plans.of(recipe.with(some));
            if (planned.plan().isEmpty()) {
                problems.addAll(planned.problems());
            }
            return planned.plan();
        }

        private Call leg(Offer offer, int from, List<Operation> mine, List<Media> here, Plan plan, Optional<Foretold> made)
                throws FailedException, InterruptedException {
            Map<String, List<String>> written = new LinkedHashMap<>();
            mine.forEach(step -> written.putAll(catalog.write(step)));
            String titles = mine.stream().map(step -> step.about().title()).collect(Collectors.joining(" + "));
            int to = from + mine.size();
            Draft draft = new Draft(new Draft.Subject(service, here, plan, beside(mine, plan), titles,
                    Draft.Stand.of(from == 0, to == steps.size()), made.map(Foretold::slackUs).orElse(0L)), written);
            offer.writing().write(mine, draft);
            draft.problems().forEach(problem -> problems.add(problem.at(from + owner(mine, problem.option()))));
            new Caps(service, offer).problems(draft, made)
                    .forEach(problem -> problems.add(made.isPresent() ? problem.at(from) : problem));
            long first = draft.slots().stream().findFirst().map(slot -> size(slot, made)).orElse(0L);
            long all = draft.slots().stream().mapToLong(slot -> size(slot, made)).sum();
            return draft.call(offer, offer.price().of(draft.subject(first, all)));
        }

        private static long size(Slot slot, Optional<Foretold> made) {
            return slot.file().map(Caps::size).orElseGet(() -> made.map(Foretold::most).orElse(0L));
        }

        /** Which of several steps an option is of. */
        private int owner(List<Operation> mine, String option) {
            for (int i = 0; i < mine.size(); i++) {
                if (catalog.write(mine.get(i)).containsKey(option)) {
                    return i;
                }
            }
            return mine.size() - 1;
        }

        /** What some steps read that are not all of the recipe. */
        private List<Path> beside(List<Operation> mine, Plan plan) throws FailedException, InterruptedException {
            Plan own = mine.size() == steps.size() ? plan : plans.of(recipe.with(mine)).plan().orElse(plan);
            return own.reads().stream().filter(file -> clips.stream().noneMatch(c -> c.path().equals(file))).toList();
        }
    }
}
