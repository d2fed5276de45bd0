package io.reelbench.app.making;

import io.reelbench.app.desk.Adding;
import io.reelbench.app.desk.Desk;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.app.form.WideRow;
import io.reelbench.app.room.Action;
import io.reelbench.app.room.Room;
import io.reelbench.app.room.Section;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.provider.Model;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.problem.Failure;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** Films and pictures out of words, sounds and pictures, made by an account's service: its models at the left, what one asks at the right. */
public final class MakingRoom extends HBox {

    private static final double NAV = 208;
    private static final double COLUMN = 640;
    /** In a narrower place the column stands at the left. */
    private static final double WIDE = 1100;
    private static final String ADD = "generate-add";

    private final Desk desk;
    private final Function<Window, List<Path>> chooser;
    private final ComboBox<Account> accounts = new ComboBox<>();
    private final ListView<Model> models = new ListView<>();
    private final Map<String, ModelPage> pages = new HashMap<>();
    private final StackPane column = new StackPane();
    private final ScrollPane scroll = new ScrollPane(column);
    private final MakingFoot foot;
    private final VBox left;
    private final VBox right;
    private final NoAccount none;
    private final WideRow folder;
    private Map<String, List<String>> chosenFolder = Map.of();
    private Checked checked = Checked.NOTHING;
    private int turn;
    private boolean wanted;

    /** @param queue shows the queue */
    public MakingRoom(Room room, Runnable queue) {
        this(room, queue, MakingRoom::ask);
    }

    /** @param chooser asks for files */
    public MakingRoom(Room room, Runnable queue, Function<Window, List<Path>> chooser) {
        this.desk = room.desk();
        this.chooser = chooser;
        getStyleClass().add("rb-settings");
        setSpacing(1);
        setVisible(false);
        room.actions().addLocal(ADD, MakingWords.ADD_TO_QUEUE.with(), Section.GENERATE, "Shortcut+Enter", visibleProperty(),
                this::add);
        this.foot = new MakingFoot(room.actions(), ADD, COLUMN, queue);
        this.none = new NoAccount(() -> room.actions().known("go-accounts").ifPresent(Action::fire));
        this.folder = WideRow.ofFolder(MadePlace.schema().field(MadePlace.FOLDER).orElseThrow(), new Place(),
                () -> usualFolder().toString());
        folder.getStyleClass().add("rb-last");
        this.left = left();
        this.right = right();
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox.setHgrow(none, Priority.ALWAYS);
        accounts.valueProperty().addListener((_, _, now) -> choose(now));
        models.getSelectionModel().selectedItemProperty().subscribe(this::open);
        desk.elsewhere().all().addListener((ListChangeListener<Elsewhere.Known>) _ -> arrange());
        arrange();
        visibleProperty().subscribe(seen -> {
            if (seen) {
                folder.show(List.of());
                page().ifPresent(ModelPage::looked);
            }
        });
        focusedProperty().subscribe(now -> {
            if (now) {
                applyCss(); // what scrolls is in the scene only when it is dressed
                page().ifPresentOrElse(ModelPage::focus, none::focus);
            }
        });
    }

    private static List<Path> ask(Window over) {
        FileChooser asking = new FileChooser();
        asking.setTitle(MakingWords.CHOOSE_TITLE.say());
        List<File> chosen = asking.showOpenMultipleDialog(over);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    private VBox left() {
        Label title = new Label(MakingWords.GENERATE.say());
        title.getStyleClass().add("rb-settings-title");
        accounts.getStyleClass().add("rb-combo");
        accounts.setId("generate-account");
        accounts.setAccessibleText(MakingWords.ACCOUNT.say());
        accounts.setMaxWidth(Double.MAX_VALUE);
        accounts.setConverter(new StringConverter<>() {
            @Override
            public String toString(Account account) {
                return account == null ? "" : account.name();
            }

            @Override
            public Account fromString(String name) {
                return accounts.getItems().stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
            }
        });
        models.setId("generate-models");
        models.getStyleClass().add("rb-settings-nav");
        models.setAccessibleText(MakingWords.MODELS.say());
        models.setCellFactory(_ -> new ModelCell());
        VBox.setVgrow(models, Priority.ALWAYS);
        VBox all = new VBox(title, accounts, models);
        all.getStyleClass().addAll("rb-panel", "rb-settings-left", "rb-making-left");
        all.setMinWidth(NAV);
        all.setPrefWidth(NAV);
        all.setMaxWidth(NAV);
        return all;
    }

    private VBox right() {
        scroll.getStyleClass().add("rb-settings-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        column.getStyleClass().add("rb-settings-column");
        scroll.widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() < WIDE;
            column.setAlignment(narrow ? Pos.TOP_LEFT : Pos.TOP_CENTER);
            foot.setAlignment(narrow ? Pos.CENTER_LEFT : Pos.CENTER);
        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        foot.setMaxWidth(Double.MAX_VALUE);
        VBox all = new VBox(scroll, foot);
        all.getStyleClass().add("rb-panel");
        return all;
    }

    /** The accounts of services that have models. */
    private List<Account> able() {
        return desk.elsewhere().all().stream().filter(Elsewhere.Known::generates).map(Elsewhere.Known::account).toList();
    }

    private void arrange() {
        List<Account> able = able();
        Account now = accounts.getValue();
        if (!able.equals(accounts.getItems())) {
            accounts.getItems().setAll(able);
        }
        accounts.setVisible(able.size() > 1);
        accounts.setManaged(able.size() > 1);
        Optional<Account> same = able.stream().filter(a -> now != null && a.id().equals(now.id())).findFirst();
        accounts.setValue(same.or(() -> able.stream().findFirst()).orElse(null));
        if (able.isEmpty()) {
            getChildren().setAll(none);
        } else {
            getChildren().setAll(left, right);
        }
    }

    private void choose(Account account) {
        if (account == null) {
            return; // the list of accounts is just changing
        }
        List<Model> theirs = Cloud.models(account.service());
        if (!theirs.equals(models.getItems())) {
            models.getItems().setAll(theirs);
            models.getSelectionModel().selectFirst();
        }
        check();
    }

    private Optional<ModelPage> page() {
        return Optional.ofNullable(models.getSelectionModel().getSelectedItem()).map(this::page);
    }

    private ModelPage page(Model model) {
        return pages.computeIfAbsent(model.id(), _ -> new ModelPage(model, desk, chooser, this::check));
    }

    private void open(Model model) {
        if (model != null) {
            VBox all = new VBox(page(model), folder);
            all.setMaxWidth(COLUMN);
            column.getChildren().setAll(all);
            scroll.setVvalue(0);
            page(model).looked();
            check();
        }
    }

    // ---- Where to ----

    /** As in Settings, else beside the clip that is looked at. */
    private Path usualFolder() {
        return desk.engine().settings().now().disk().outputs()
                .or(() -> Optional.ofNullable(desk.current().get()).map(clip -> clip.file().getParent()))
                .orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    /** The folder is one for all models. */
    private final class Place implements Values {

        @Override
        public Shown shown(String option) {
            return new Shown(chosenFolder.getOrDefault(option, List.of()), false);
        }

        @Override
        public void change(String what, Object gesture, Map<String, List<String>> options) {
            chosenFolder = options.values().stream().allMatch(List::isEmpty) ? Map.of() : Map.copyOf(options);
            folder.show(MadePlace.schema().read(chosenFolder).problems());
        }

        @Override
        public OptionalLong playhead() {
            return OptionalLong.empty();
        }
    }

    // ---- What would come of it ----

    /** Looks at what is asked, elsewhere; only the last look counts. */
    private void check() {
        Account account = accounts.getValue();
        Optional<ModelPage> page = page();
        turn++;
        if (account == null || page.isEmpty()) {
            return;
        }
        int mine = turn;
        Wanted asked = page.get().wanted();
        desk.carrier().fetch(() -> Checked.of(desk.engine().cloud(), account, asked), now -> {
            if (mine == turn) {
                show(page.get(), account, now);
            }
        }, this::failed);
    }

    private void show(ModelPage page, Account account, Checked now) {
        checked = now;
        page.show(now.problems());
        foot.show(account, now);
        if (wanted) {
            wanted = false;
            submit(page, account);
        }
    }

    private void add() {
        wanted = true;
        page().ifPresent(ModelPage::tried);
        check();
    }

    private void submit(ModelPage page, Account account) {
        Optional<MadePlace> place = MadePlace.schema().read(chosenFolder).value();
        if (!checked.isPossible()) {
            page.focus(checked.problems());
            return;
        } else if (place.isEmpty()) {
            folder.focus();
            return;
        }
        List<Map<String, String>> jobs = checked.jobs();
        String model = page.model().id();
        OutputWish wish = new OutputWish().into(place.get().folder().orElseGet(this::usualFolder));
        new Adding(desk, MakingWords.DID_GENERATE.with(jobs.size()),
                () -> desk.engine().generate(account, model, jobs, wish), tasks -> foot.added(tasks.size()), this::failed)
                .begin();
        page.fresh();
    }

    private void failed(Failure failure) {
        wanted = false;
        foot.failed(failure.headline() + " " + failure.fix());
    }
}
