package io.reelbench.app.recipe;

import io.reelbench.app.desk.StepKey;
import io.reelbench.app.desk.Card;
import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.desk.Judged;
import io.reelbench.app.form.Words;
import io.reelbench.app.room.PublishGoals;
import io.reelbench.engine.cloud.provider.Drafting;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.util.Duration;

/** What the recipe region shows and changes: the drafts of the selected clips, or with none what newcomers get. */
final class Scope {

    /** While many clips are read and planned, what comes of them is shown that often, or less where that takes more than a tenth of the time. */
    private static final Duration TOGETHER = Duration.millis(150);
    private static final int SHARE = 10;
    private static final int MANY = 4;

    private final Desk desk;
    private final PublishGoals goals;
    private final Order order;
    private final List<Runnable> listeners = new ArrayList<>();
    private final InvalidationListener changed = _ -> soon();
    private final InvalidationListener learnt = _ -> learnt();
    private final PauseTransition together = new PauseTransition(TOGETHER);
    private List<Clip> watched = List.of();
    private final Map<Draft, Judged> judged = new HashMap<>();
    private final Map<Draft, List<Clip>> joined = new HashMap<>();
    private final OutputNames names;
    private final Beforehand beforehand;
    private Outlook outlook;
    private Consumer<Failure> wrong = _ -> {
    };
    private Runnable accounts = () -> {
    };
    private boolean asked;

    /** @param goals asks where outputs shall go */
    Scope(Desk desk, PublishGoals goals) {
        this.desk = desk;
        this.goals = goals;
        this.order = new Order(desk.judge().catalog());
        this.names = new OutputNames(desk);
        this.beforehand = new Beforehand(desk, failure -> wrong.accept(failure));
        together.setOnFinished(_ -> tell());
        desk.selected().addListener((ListChangeListener<Clip>) _ -> {
            watch();
            soon();
        });
        desk.current().addListener(changed);
        desk.editing().held().addListener(changed);
        desk.newcomers().addListener(changed);
        desk.elsewhere().all().addListener((ListChangeListener<Elsewhere.Known>) _ -> soon());
        watch();
    }

    private void watch() {
        watched.forEach(clip -> {
            clip.draft().removeListener(changed);
            clip.planning().removeListener(learnt);
            clip.facts().removeListener(learnt);
        });
        watched = List.copyOf(desk.selected());
        watched.forEach(clip -> {
            clip.draft().addListener(changed);
            clip.planning().addListener(learnt);
            clip.facts().addListener(learnt);
        });
    }

    /** Who is told what could not be done. */
    void onWrong(Consumer<Failure> told) {
        wrong = told;
    }

    /** Tells that something changed, once for all that changes together. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void soon() {
        if (!asked) {
            asked = true;
            desk.carrier().onFx(() -> {
                asked = false;
                tell();
            });
        }
    }

    private void learnt() {
        if (watched.size() < MANY) {
            soon();
        } else if (together.getStatus() != Animation.Status.RUNNING) {
            together.playFromStart();
        }
    }

    private void tell() {
        long from = System.nanoTime();
        together.stop();
        judged.clear();
        joined.clear();
        outlook = null;
        // properties tell again only after they were read
        watched.forEach(clip -> {
            clip.draft().get();
            clip.planning().get();
            clip.facts().get();
        });
        desk.newcomers().get();
        desk.current().get();
        desk.editing().held().get();
        listeners.forEach(Runnable::run);
        double tookMs = (System.nanoTime() - from) / 1e6;
        together.setDuration(Duration.millis(Math.max(TOGETHER.toMillis(), SHARE * tookMs)));
    }

    Desk desk() {
        return desk;
    }

    Order order() {
        return order;
    }

    List<Clip> clips() {
        return desk.selected();
    }

    Optional<Clip> clip() {
        return Optional.ofNullable(desk.current().get());
    }

    /** The draft on the screen: of the clip in the viewer. */
    Draft draft() {
        return clip().map(c -> c.draft().get()).orElseGet(() -> desk.newcomers().get());
    }

    /** The selected clips that are done together with one of them. */
    List<Clip> together(Clip clip) {
        Draft draft = clip.draft().get();
        return desk.judge().joins(draft) ? joined.computeIfAbsent(draft, _ -> desk.together(clip)) : List.of(clip);
    }

    /** A draft after its options were read; drafts of many clips are often alike. */
    Judged judged(Draft draft) {
        return judged.computeIfAbsent(draft, desk.judge()::judge);
    }

    /** What would come of the selected clips, as it was when that was last told. */
    Outlook outlook() {
        if (outlook == null) {
            outlook = Outlook.of(this);
            names.look(outlook);
        }
        return outlook;
    }

    /** How their outputs will be called. */
    OutputNames names() {
        return names;
    }

    /** The drafts that edits change. */
    List<Draft> drafts() {
        return clips().isEmpty() ? List.of(desk.newcomers().get()) : clips().stream().map(c -> c.draft().get()).toList();
    }

    /** Clips whose steps are others than those on the screen, apart from what cuts each clip as its own ranges want it. */
    List<Clip> strangers() {
        List<StepKey> here = StepKey.of(draft().uncut());
        return clips().stream().filter(c -> !StepKey.of(c.draft().get().uncut()).equals(here)).toList();
    }

    /** Clips that have this step with other values than those on the screen. */
    List<Clip> differing(StepKey key) {
        Optional<Card> here = key.card(draft());
        return clips().stream().filter(c -> key.card(c.draft().get()).filter(card -> !Optional.of(card).equals(here)).isPresent())
                .toList();
    }

    void edit(Text what, Object gesture, UnaryOperator<Draft> change) {
        desk.edit(what, gesture, change);
    }

    void edit(Text what, Object gesture, StepKey key, UnaryOperator<Card> change) {
        edit(what, gesture, draft -> {
            var at = key.index(draft);
            return at.isPresent() ? draft.change(at.getAsInt(), change) : draft;
        });
    }

    /** Where outputs of the selected clips are brought. */
    List<String> publishedTo() {
        return drafts().stream().flatMap(draft -> draft.publish().stream()).distinct().toList();
    }

    /** Asks beside a node for one more place that outputs are brought to. */
    void publishAlso(Node beside) {
        goals.offer(beside, accounts, goal -> edit(RunOnWords.DID_PUBLISH_TO.with(goal.named()), null,
                draft -> draft.published(Stream.concat(draft.publish().stream(), Stream.of(goal.named())).distinct().toList())));
    }

    /** Outputs are not brought there. */
    void publishNot(String named) {
        edit(RunOnWords.PUBLISH_NOT_TO.with(named), null,
                draft -> draft.published(draft.publish().stream().filter(place -> !place.equals(named)).toList()));
    }

    /** The way to accounts, when there is none. */
    void accounts(Runnable show) {
        accounts = show;
    }

    /** Outputs stay where they are made. */
    void publishNowhere() {
        edit(RunOnWords.PUBLISH_NOWHERE.with(), null, draft -> draft.published(List.of()));
    }

    /** Has an account do it; empty for this computer. */
    void runOn(Optional<String> account) {
        edit(RunOnWords.DID_RUN_ON.with(placeName(account)), null, draft -> draft.doneOn(account));
    }

    /** What the place where a recipe runs is called. */
    String placeName(Optional<String> account) {
        return account.flatMap(desk.elsewhere()::find).map(known -> known.account().name())
                .orElseGet(RunOnWords.THIS_COMPUTER::say);
    }

    String title(String op) {
        return desk.judge().catalog().find(op).orElseThrow().about().called();
    }

    StepKey add(String op) {
        Card card = Beginnings.of(op, clip().flatMap(Clip::media));
        edit(RecipeWords.DID_ADD.with(title(op)), null, draft -> order.added(draft, card));
        return StepKey.of(draft()).stream().filter(k -> k.op().equals(op)).reduce((_, last) -> last).orElseThrow();
    }

    void remove(StepKey key) {
        edit(RecipeWords.DID_REMOVE.with(title(key.op())), null, draft -> Order.removed(draft, key));
    }

    void move(StepKey key, int to) {
        edit(RecipeWords.DID_MOVE.with(title(key.op())), null, draft -> order.moved(draft, key, to));
    }

    void turn(StepKey key, boolean on) {
        edit((on ? RecipeWords.DID_SWITCH_ON : RecipeWords.DID_SWITCH_OFF).with(title(key.op())), null, key,
                card -> card.switched(on));
    }

    /** Does what would mend a problem of the draft on the screen; one step back undoes it. */
    void mend(Problem problem, Fix fix) {
        if (fix instanceof Fix.Add add && Drafting.isBefore(fix)) {
            beforehand.run(List.copyOf(clips()), add);
            return;
        }
        Mender mender = new Mender(desk.judge().catalog(), order);
        String what = fix.text().toString();
        edit(Text.verbatim(Words.capital(what)), null, draft -> mender.mended(draft, problem, fix));
    }

    /** Gives all selected clips the recipe on the screen; each keeps its own ranges. */
    void spread() {
        Draft here = draft().uncut();
        edit(RecipeWords.USE_FOR_ALL.with(), null,
                draft -> draft.recipe(here.cards(), desk.judge()::writes).named(here.name(), here.tag()));
    }
}
