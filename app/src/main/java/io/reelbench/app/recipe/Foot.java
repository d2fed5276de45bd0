package io.reelbench.app.recipe;

import io.reelbench.app.desk.Clip;
import io.reelbench.app.desk.Draft;
import io.reelbench.app.desk.EditWords;
import io.reelbench.app.desk.Editing;
import io.reelbench.app.look.KeyCap;
import io.reelbench.app.form.Words;
import io.reelbench.app.look.Times;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Actions;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Explanation;
import io.reelbench.engine.plan.Likely;
import io.reelbench.engine.plan.Past;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.queue.Priority;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Always in sight: what will come of it, and the two ways to start it. */
final class Foot extends VBox {

    private final Scope scope;
    private final RunOn runOn;
    private final PublishTo publishTo;
    private final FootLines lines = new FootLines();
    private final Button explain = new Button(RecipeWords.EXPLAIN.say());
    private final Button runNow = new Button(RecipeWords.RUN_NOW.say());
    private final Button add = new Button(RecipeWords.ADD_TO_QUEUE.say());
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper explicable = new ReadOnlyBooleanWrapper();
    private final FreeSpace space;
    private Outlook outlook;
    private String said = "";
    private boolean wrong;
    private Object saidOf;
    private Runnable accounts = () -> {
    };

    Foot(Scope scope) {
        this.scope = scope;
        this.space = new FreeSpace(scope.desk().carrier(), scope::soon);
        this.outlook = Outlook.of(scope);
        this.runOn = new RunOn(scope);
        this.publishTo = new PublishTo(scope);
        getStyleClass().add("rb-foot");
        explain.getStyleClass().add("rb-quiet");
        explain.setId("explain");
        runNow.setId("run-now");
        runNow.getStyleClass().add("rb-big");
        runNow.setMinWidth(Region.USE_PREF_SIZE);
        add.setId("add-to-queue");
        add.getStyleClass().add("rb-primary");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setContentDisplay(ContentDisplay.RIGHT);
        HBox.setHgrow(add, javafx.scene.layout.Priority.ALWAYS);
        HBox buttons = new HBox(8, runNow, add);
        buttons.getStyleClass().add("rb-foot-buttons");
        getChildren().addAll(runOn, publishTo, lines, buttons);
        lines.right(explain);
        scope.onWrong(this::failed);
        scope.desk().engine().listen(event -> {
            if (event instanceof TaskEvent.Changed(Task task) && task.state().isOver()) {
                scope.desk().carrier().onFx(() -> over(task));
            }
        });
    }

    private void over(Task task) {
        space.ask();
        scope.names().again();
        scope.soon();
    }

    void bind(Actions actions) {
        accounts = () -> actions.known("go-accounts").ifPresent(Action::fire);
        actions.bind(explain, "explain-plan");
        actions.bind(runNow, "run-now");
        actions.bind(add, "add-to-queue");
        Action action = actions.find("add-to-queue");
        KeyCap cap = new KeyCap(action);
        action.keyProperty().subscribe(key -> add.setGraphic(key.isPresent() ? cap : null));
    }

    /** Whether there is something to start. */
    ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty explicable() {
        return explicable.getReadOnlyProperty();
    }

    void submit(boolean first) {
        outlook = Outlook.of(scope);
        if (outlook.ready().isEmpty()) {
            return;
        }
        if (scope.desk().editing().held().get().isPresent()) {
            apply();
            return;
        }
        List<Outlook.Done> those = List.copyOf(outlook.ready());
        Submission.begin(scope.desk(), outlook.wanted(first ? Priority.HIGH : Priority.NORMAL), first,
                tasks -> {
                    for (int i = 0; i < tasks.size(); i++) {
                        if (those.get(i).fare().isPresent()) {
                            continue; // how long others take is not known here
                        }
                        scope.desk().expected().put(tasks.get(i).id(), those.get(i).plan().estimate().work());
                    }
                    say((first ? RecipeWords.ADDED_TOP : RecipeWords.ADDED).say(tasks.size()), false);
                }, this::failed);
        scope.desk().asked(those.stream().flatMap(done -> done.together().stream()).toList());
    }

    /** What is on the bench takes the place of the tasks that are edited. */
    private void apply() {
        Editing editing = scope.desk().editing();
        List<Task> old = editing.held().get().orElseThrow().tasks();
        editing.apply(outlook.wanted(old.getFirst().priority()), tasks -> say(
                tasks.size() == 1 ? EditWords.APPLIED_ONE.say() : EditWords.APPLIED_MANY.say(tasks.size()), false),
                this::failed);
    }

    private void failed(Failure failure) {
        say(failure.headline() + ". " + failure.fix(), true);
    }

    /** What has just happened; stays as long as nothing else is looked at. */
    void say(String words, boolean isWrong) {
        said = words;
        wrong = isWrong;
        saidOf = now();
        show();
    }

    /** What a saying is about; with something else on the screen it goes. */
    private Object now() {
        return List.of(List.copyOf(scope.clips()), scope.drafts());
    }

    void explain() {
        outlook.ready().stream().filter(d -> scope.clip().filter(d.together()::contains).isPresent()).findFirst()
                .or(() -> outlook.ready().stream().findFirst())
                .ifPresent(done -> Flyout.show(explain, new Explain(scope, done), PopOver.ArrowLocation.RIGHT_BOTTOM));
    }

    void show() {
        runOn.show();
        publishTo.show();
        outlook = scope.outlook();
        int edited = scope.desk().editing().held().get().map(h -> h.tasks().size()).orElse(0);
        add.setText(edited == 0
                ? RecipeWords.ADD_TO_QUEUE.say()
                : edited == 1 ? EditWords.APPLY_ONE.say() : EditWords.APPLY_MANY.say(edited));
        runNow.setVisible(edited == 0);
        runNow.setManaged(edited == 0);
        Troubles troubles = Troubles.of(scope);
        possible.set(!outlook.ready().isEmpty());
        explicable.set(!outlook.ready().isEmpty());
        if (!said.isEmpty() && !now().equals(saidOf)) {
            said = "";
        }
        lines.clear();
        if (scope.clips().isEmpty()) {
            lines.head(RecipeWords.NO_CLIP.say(), false);
            lines.fact(scope.draft().cards().isEmpty() ? "" : RecipeWords.NEWCOMERS.say());
        } else if (!outlook.ready().isEmpty()) {
            ready();
        } else if (!outlook.cannot().isEmpty()) {
            lines.head(outlook.reason(troubles, scope).orElse(""), true);
            lines.fact(fix(troubles));
            Map<String, Runnable> links = new LinkedHashMap<>();
            troubles.worst().ifPresent(p -> links.putAll(links(p)));
            if (scope.desk().elsewhere().doing(scope.draft()).isPresent()) {
                links.put(RunOnWords.RUN_HERE.say(), () -> scope.runOn(Optional.empty()));
            }
            if (!links.isEmpty()) {
                lines.links(links);
            }
        } else if (!outlook.waiting().isEmpty()) {
            lines.head(clips(scope.clips().size()) + " → …", false);
            lines.fact(RecipeWords.LOOKED_INTO.say());
        } else {
            Draft draft = scope.draft();
            lines.head(clips(scope.clips().size()), false);
            lines.fact((draft.cards().isEmpty() ? RecipeWords.SAY_WHAT : RecipeWords.ALL_OFF).say());
        }
        notes();
    }

    private Map<String, Runnable> links(Problem problem) {
        Map<String, Runnable> links = new LinkedHashMap<>();
        problem.fixes().forEach(fix -> links.put(Words.capital(fix.text()), () -> scope.mend(problem, fix)));
        return links;
    }

    private static String fix(Troubles troubles) {
        return troubles.worst().flatMap(Problem::fix).map(f -> Words.capital(f.toString())).orElse("");
    }

    private void ready() {
        int files = outlook.files();
        lines.head(RecipeWords.OUTCOME.say(outlook.clips(), files), false);
        if (outlook.waiting().isEmpty()) {
            sums(files);
        }
        // never later than the button that sends it
        FareLine.of(outlook, scope.desk().elsewhere()).forEach(fare -> {
            lines.fact(fare.said());
            fare.beyond().ifPresent(words -> lines.amber(words, RunOnWords.CHANGE_LIMIT.say(), accounts));
        });
        warned();
    }

    /** Once nothing is waited for: a part of the sum says little, and hundreds of clips come one by one. */
    private void sums(int files) {
        OptionalLong free = space.of(outlook.ready().getFirst().folder());
        Past past = scope.desk().engine().past();
        Likely size = outlook.size(past);
        String sizes = Times.sizes((long) size.least(), (long) size.most());
        lines.fact((free.isPresent() ? RecipeWords.SIZE_FREE.say(sizes, Times.size(free.getAsLong())) : sizes)
                + outlook.time(past).map(Foot::about).orElse(""));
        lines.fact(outlook.ready().size() == 1
                ? line(outlook.ready().getFirst())
                : RecipeWords.ENCODED_COPIED.say(outlook.encoded(), files - outlook.encoded()));
        OwnRanges.told(outlook).ifPresent(lines::fact);
        if (free.isPresent() && size.most() > free.getAsLong()) {
            lines.amber(RecipeWords.MAY_NOT_FIT.say(Times.size(free.getAsLong())), "", () -> {
            });
        }
    }

    /** What stands at a step of the clip in the viewer is not said twice. */
    private void warned() {
        List<Outlook.Done> warned = outlook.ready().stream().filter(d -> !d.warnings().isEmpty())
                .filter(d -> scope.clip().filter(d.clip()::equals).isEmpty()).toList();
        if (!warned.isEmpty()) {
            Outlook.Done first = warned.getFirst();
            String words = Troubles.told(first.warnings().getFirst(), first.clip().draft().get(), scope.desk().judge().catalog());
            lines.amber((warned.size() == 1 ? first.clip().name() : clips(warned.size())) + " · " + words, RecipeWords.SHOW.say(),
                    () -> scope.desk().select(warned.stream().map(Outlook.Done::clip).toList()));
        }
    }

    private static String about(Likely seconds) {
        return " · " + RecipeWords.ABOUT
                .say(Times.span(Math.round(seconds.least() * Time.SECOND), Math.round(seconds.most() * Time.SECOND)));
    }

    /** What happens to the tracks of one clip. */
    private static String line(Outlook.Done done) {
        String tracks = done.plan().explanation().reasons().stream().filter(r -> !r.subject().key().endsWith("subtitles"))
                .limit(2)
                .map(Foot::track).collect(Collectors.joining(", "));
        OptionalLong length = done.plan().estimate().lengthUs();
        String once = tracks.replaceFirst("( encoded as .*), sound encoded as ", "$1, sound as ");
        return Words.capital(once) + (length.isPresent() ? " · " + Times.length(length.getAsLong()) : "");
    }

    private static String track(Explanation.Reason reason) {
        return reason.subject().toString().replaceAll(" 1$", "") + " " + reason.verdict().toString().replaceAll(" \\(.*\\)$", "");
    }

    private void notes() {
        if (!said.isEmpty()) {
            lines.said(said, wrong);
        }
        List<Clip> cannot = List.copyOf(outlook.cannot());
        boolean others = !cannot.isEmpty() && !outlook.ready().isEmpty();
        if (others) {
            lines.amber(RecipeWords.CANNOT.say(cannot.size()), RecipeWords.SHOW.say(),
                    () -> scope.desk().select(cannot));
        }
        if (!outlook.waiting().isEmpty() && !outlook.ready().isEmpty()) {
            lines.fact(RecipeWords.MORE_LOOKED_INTO.say(outlook.waiting().size()));
        }
    }

    private static String clips(int count) {
        return RecipeWords.CLIPS.say(count);
    }
}
