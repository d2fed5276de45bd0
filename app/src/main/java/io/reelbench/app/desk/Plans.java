package io.reelbench.app.desk;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.task.RemoteKind;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.plan.Planned;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plans of all clips true: whatever changes a draft or what is known of a clip asks for a new one here. They are made one after
 * the other elsewhere, the latest wish of a clip only.
 */
final class Plans {

    /**
     * @param together what is done with the clip in one task, in order
     * @param on       who does it elsewhere
     */
    private record Wish(Clip clip, Draft draft, List<Clip> together, List<Media> media, Judged judged,
            Optional<Account> on) {
    }

    private record Made(Wish wish, Planning planning) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

    private final Engine engine;
    private final Carrier carrier;
    private final Judge judge;
    private final Function<Clip, List<Clip>> together;
    private final Function<Draft, Optional<Account>> doing;
    private final Gathered<Made> made;
    private final Map<Clip, Wish> wishes = new LinkedHashMap<>();
    private Draft lastDraft;
    private Judged lastJudged;
    private boolean working;

    /**
     * @param together the clips that are done in one task with one, in order
     * @param doing    who does elsewhere what a draft says
     */
    Plans(Engine engine, Carrier carrier, Judge judge, Function<Clip, List<Clip>> together,
            Function<Draft, Optional<Account>> doing) {
        this.doing = doing;
        this.together = together;
        this.engine = engine;
        this.carrier = carrier;
        this.judge = judge;
        this.made = new Gathered<>(carrier, all -> all.forEach(Plans::settle));
    }

    /** On the FX thread. */
    void want(Clip clip) {
        Draft draft = clip.draft().get();
        boolean idle = clip.media().isEmpty() || draft.cards().stream().noneMatch(Card::on);
        Judged judged = judged(draft);
        if (idle || !judged.isGood()) {
            forget(clip);
            clip.plan(idle ? new Planning.None() : new Planning.Impossible(judged, List.of()));
            return;
        }
        if (clip.planning().get() instanceof Planning.None) {
            clip.plan(new Planning.Underway());
        }
        List<Clip> all = together.apply(clip);
        List<Media> media = all.stream().flatMap(c -> c.media().stream()).toList();
        if (media.size() < all.size()) {
            // the last of them that is read asks again
            return;
        }
        ask(new Wish(all.getFirst(), draft, all, media, judged, doing.apply(draft)));
    }

    /** What a draft means has changed. */
    void forgetJudged() {
        lastDraft = null;
    }

    /** Clips that come together have the same draft. */
    private Judged judged(Draft draft) {
        if (!draft.equals(lastDraft)) {
            lastJudged = judge.judge(draft);
            lastDraft = draft;
        }
        return lastJudged;
    }

    private synchronized void forget(Clip clip) {
        wishes.remove(clip);
    }

    private synchronized void ask(Wish wish) {
        wishes.put(wish.clip(), wish);
        if (!working) {
            working = true;
            carrier.aside(this::work);
        }
    }

    private synchronized Wish next() {
        if (wishes.isEmpty()) {
            working = false;
            return null;
        }
        return wishes.remove(wishes.keySet().iterator().next());
    }

    private Void work() throws InterruptedException {
        for (Wish wish = next(); wish != null; wish = next()) {
            made.add(new Made(wish, planned(wish)));
        }
        return null;
    }

    private Planning planned(Wish wish) throws InterruptedException {
        try {
            if (wish.on().isPresent()) {
                return elsewhere(wish, wish.on().get());
            }
            Planned planned = engine.plan(wish.judged().recipe().orElseThrow(), wish.media(), wish.judged().allowed());
            return planned.plan()
                    .<Planning>map(plan -> new Planning.Ready(wish.judged(), plan, planned.problems(), Optional.empty()))
                    .orElseGet(() -> new Planning.Impossible(wish.judged(), planned.problems()));
        } catch (FailedException wrong) {
            return new Planning.Failed(wrong.failure());
        } catch (RuntimeException fault) {
            LOG.error("{} could not be planned", wish.clip(), fault);
            return new Planning.Failed(new Failure.Internal(String.valueOf(fault.getMessage())));
        }
    }

    /** Nothing is sent for it. */
    private Planning elsewhere(Wish wish, Account on) throws FailedException, InterruptedException {
        RemoteKind.Drafted drafted = engine.cloud().draft(on, wish.judged().recipe().orElseThrow(), wish.media());
        return drafted.route().isPresent() && drafted.plan().isPresent()
                ? new Planning.Ready(wish.judged(), drafted.plan().get(), drafted.problems(),
                        Optional.of(new Fare(on, drafted.route().get().cost())))
                : new Planning.Impossible(wish.judged(), drafted.problems());
    }

    /** A plan for a draft that is no longer the clip's is of no use. */
    private static void settle(Made made) {
        Wish wish = made.wish();
        wish.together().stream().filter(clip -> clip.draft().get().equals(wish.draft()))
                .forEach(clip -> clip.plan(made.planning()));
    }
}
