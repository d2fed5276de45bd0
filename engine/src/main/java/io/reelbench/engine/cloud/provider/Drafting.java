package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.operation.Catalog;
import io.reelbench.engine.operation.Operation;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a recipe in the words of a service, or why that cannot be. Nothing is sent. */
public final class Drafting {

    /** What came of it. */
    public record Drafted(Optional<Call> call, List<Problem> problems) {
    }

    private static final Set<String> BEFORE = Set.of(ProviderWords.MAKE_SMALLER.key(), ProviderWords.SHORTEN.key(),
            ProviderWords.TO_MP4.key());

    private final Catalog catalog;

    public Drafting(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether a fix must be done on this computer before anything is sent, since what would be sent is what does not fit. */
    public static boolean isBefore(Fix fix) {
        return BEFORE.contains(fix.text().key());
    }

    /**
     * The request for a recipe.
     *
     * @param plan for the same clips on this machine: it says what comes out
     */
    public Drafted draft(Provider provider, Recipe recipe, List<Media> clips, Plan plan) {
        String service = provider.service().title();
        boolean takesAll = provider.offers().stream().anyMatch(o -> o.ours() == Operation.class);
        if (recipe.steps().size() > 1 && !takesAll) {
            List<Fix> fixes = new ArrayList<>();
            for (int i = 0; i < recipe.steps().size(); i++) {
                String left = recipe.steps().get(i).id();
                fixes.add(new Fix.Remove(ProviderWords.AS_USUAL.with(left), OptionalInt.of(i)));
            }
            return refused(new Problem("", Code.TOO_MANY, ProviderWords.ONE_STEP.with(service, recipe.steps().size()))
                    .mendedBy(fixes.toArray(Fix[]::new)));
        }
        Operation step = recipe.steps().getFirst();
        Optional<Offer<?>> offer = provider.offers().stream().filter(o -> o.ours().isInstance(step)).findFirst();
        if (offer.isEmpty()) {
            String theirs = provider.offers().stream().map(o -> title(o.ours())).distinct().collect(Collectors.joining(", "));
            return refused(
                    new Problem("op", Code.NOT_AVAILABLE, ProviderWords.NO_SUCH.with(service, step.about().title(), theirs)));
        } else if (plan.products().size() > 1) {
            return refused(new Problem("", Code.NOT_AVAILABLE, ProviderWords.NO_PLAN.with(service)));
        }
        return draft(provider, offer.get(), step, clips, plan);
    }

    private String title(Class<?> ours) {
        return catalog.entries().stream().filter(e -> ours.isInstance(e.schema().usual())).map(e -> e.about().title()).findFirst()
                .orElse(ours.getSimpleName());
    }

    private Drafted draft(Provider provider, Offer<?> offer, Operation step, List<Media> clips, Plan plan) {
        Draft draft = new Draft(provider.service().title(), clips, plan, catalog.write(step));
        offer.write(step, draft);
        List<Problem> problems = new ArrayList<>(draft.problems().stream().map(p -> p.at(0)).toList());
        problems.addAll(caps(provider.service().title(), offer.limits(), draft));
        if (problems.stream().anyMatch(p -> !p.isWarning())) {
            return new Drafted(Optional.empty(), List.copyOf(problems));
        }
        long first = size(draft.slots().getFirst());
        long all = draft.slots().stream().mapToLong(Drafting::size).sum();
        Optional<Cost> cost = offer.price().of(draft.subject(first, all));
        return new Drafted(Optional.of(draft.call(offer, cost)), List.copyOf(problems));
    }

    private static Drafted refused(Problem problem) {
        return new Drafted(Optional.empty(), List.of(problem));
    }

    private static long size(Slot slot) {
        try {
            return Files.size(slot.file());
        } catch (IOException gone) {
            return 0; // whoever opens it says that it is gone
        }
    }

    /** What the service would refuse after an upload is told before it. */
    private static List<Problem> caps(String service, Limits limits, Draft draft) {
        List<Problem> problems = new ArrayList<>();
        long together = 0;
        for (Slot slot : draft.slots()) {
            long bytes = size(slot);
            together += bytes;
            if (limits.upload().isPresent() && bytes > limits.upload().getAsLong()) {
                String most = new Bytes(limits.upload().getAsLong()).spoken();
                problems.add(new Problem("", Code.OUT_OF_RANGE,
                        ProviderWords.TOO_BIG.with(slot.file().getFileName(), new Bytes(bytes).spoken(), service, most))
                        .mendedBy(new Fix.Add(ProviderWords.MAKE_SMALLER.with(most), OptionalInt.of(0), "compress",
                                Map.of("target-size", List.of(Long.toString(limits.upload().getAsLong()))))));
            }
        }
        if (problems.isEmpty() && limits.together().isPresent() && together > limits.together().getAsLong()) {
            problems.add(
                    new Problem("", Code.OUT_OF_RANGE, ProviderWords.TOO_BIG_TOGETHER.with(new Bytes(together).spoken(), service,
                            new Bytes(limits.together().getAsLong()).spoken())));
        }
        for (Media clip : draft.clips()) {
            length(service, limits, clip).ifPresent(problems::add);
            boolean theirs = limits.formats().isEmpty()
                    || List.of(clip.format().split(",")).stream().anyMatch(limits.formats()::contains);
            if (!theirs) {
                problems.add(new Problem("", Code.NOT_AVAILABLE,
                        ProviderWords.NOT_ITS_FORMAT.with(service, clip.name(), clip.format()))
                        .mendedBy(new Fix.Add(ProviderWords.TO_MP4.with(), OptionalInt.of(0), "transcode",
                                Map.of("container", List.of("mp4")))));
            }
        }
        return problems;
    }

    private static Optional<Problem> length(String service, Limits limits, Media clip) {
        OptionalLong us = clip.lengthUs();
        if (limits.longest().isEmpty() || us.isEmpty() || us.getAsLong() <= limits.longest().get().toNanos() / 1000) {
            return Optional.empty();
        }
        String most = Time.spoken(limits.longest().get().toNanos() / 1000);
        String seconds = Long.toString(limits.longest().get().toSeconds());
        return Optional.of(new Problem("", Code.OUT_OF_RANGE,
                ProviderWords.TOO_LONG.with(clip.name(), Time.spoken(us.getAsLong()), service, most))
                .mendedBy(new Fix.Add(ProviderWords.SHORTEN.with(most), OptionalInt.of(0), "trim",
                        Map.of("duration", List.of(seconds)))));
    }
}
