package io.reelbench.app.settings;

import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.form.Shown;
import io.reelbench.app.form.Values;
import io.reelbench.app.form.WideRow;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.AccountWish;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.cloud.account.Service;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an account is made of, with what is wrong under each option. Its key is typed in and let go. */
final class AccountEditor extends VBox implements Values {

    private static final List<String> OF_ALL = List.of("name", "address", "keep-key", "monthly-limit");
    private static final List<String> OF_BUCKETS = List.of("name", "address", "bucket", "region", "prefix", "access-key",
            "keep-key");

    private final Elsewhere elsewhere;
    private final Optional<Account> old;
    private final Consumer<Optional<Account>> close;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final Map<String, WideRow> known = new LinkedHashMap<>();
    private final KeyField key;
    private final VBox rows = new VBox();
    private final Label wrong = new Label();
    private final Button save = new Button(AccountWords.SAVE_ACCOUNT.say());
    private List<Problem> problems = List.of();

    /**
     * @param old   the one that is changed; empty for a new one
     * @param close told when it is done with, and which account is there now if there is another one
     */
    AccountEditor(Elsewhere elsewhere, Optional<Account> old, Consumer<Optional<Account>> close) {
        this.elsewhere = elsewhere;
        this.old = old;
        this.close = close;
        this.key = new KeyField(old.isPresent(), this::save);
        getStyleClass().addAll("rb-account-editor");
        given.put("keep-key", List.of(Account.Keeping.KEYRING.word()));
        old.ifPresent(account -> given.putAll(AccountWish.given(account)));
        Label title = new Label(old.map(account -> AccountWords.CHANGE_ACCOUNT.say(account.name()))
                .orElseGet(AccountWords.NEW_ACCOUNT::say));
        title.getStyleClass().add("rb-account-title");
        save.getStyleClass().add("rb-primary");
        save.setId("save-account");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        Button leave = new Button(AccountWords.LEAVE_ACCOUNT.say());
        leave.getStyleClass().add("rb-big");
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(_ -> leave(Optional.empty()));
        HBox buttons = new HBox(8, leave, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("rb-watch-buttons");
        wrong.getStyleClass().addAll("rb-red", "rb-watch-wrong");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, rows, wrong, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave(Optional.empty());
            }
        });
        arrange();
        say("");
    }

    private WideRow row(String option) {
        return known.computeIfAbsent(option, name -> {
            Field field = AccountWish.schema().field(name).orElseThrow();
            return WideRow.of(field, this);
        });
    }

    private Optional<Service> service() {
        return given.getOrDefault("service", List.of()).stream().findFirst()
                .flatMap(word -> Arrays.stream(Service.values()).filter(s -> s.word().equals(word)).findFirst());
    }

    /** Only what the chosen service asks. */
    private void arrange() {
        List<String> wanted = new ArrayList<>();
        if (old.isEmpty()) {
            wanted.add("service");
        }
        service().ifPresent(service -> wanted.addAll(service == Service.S3 ? OF_BUCKETS : OF_ALL));
        rows.getChildren().setAll(wanted.stream().map(this::row).toList());
        if (service().isPresent()) {
            rows.getChildren().add(wanted.indexOf("keep-key"), key);
        }
        save.setDisable(service().isEmpty());
        show();
    }

    private void show() {
        known.values().forEach(row -> row.show(problems));
        key.show(problems);
    }

    void focus() {
        ((WideRow) rows.getChildren().getFirst()).focus();
    }

    private void save() {
        Reading<AccountWish> wish = AccountWish.schema().read(given);
        if (wish.value().isEmpty()) {
            told(wish.problems());
            return;
        }
        Reading<Account> read = old.map(account -> Reading.of(wish.value().get().over(account), List.of()))
                .orElseGet(() -> wish.value().get().fresh());
        if (read.value().isEmpty()) {
            told(read.problems());
            return;
        }
        Account account = limited(read.value().get());
        Optional<AccountWords> lacks = lacks(account);
        if (lacks.isPresent()) {
            told(List.of(new Problem(KeyField.OPTION, Code.REQUIRED, lacks.get().with())));
            return;
        }
        Optional<Secret> secret = key.secret();
        save.setDisable(true);
        elsewhere.put(account, secret, () -> leave(Optional.of(account)), this::failed);
    }

    /** A limit that was emptied is none. */
    private Account limited(Account account) {
        return given.containsKey("monthly-limit") ? account : account.capped(Optional.empty());
    }

    private Optional<AccountWords> lacks(Account now) {
        if (!key.isEmpty()) {
            return Optional.empty();
        } else if (old.isEmpty()) {
            return Optional.of(AccountWords.KEY_NEEDED);
        }
        boolean same = old.get().origin().equals(now.origin()) && old.get().keeping() == now.keeping();
        return same ? Optional.empty() : Optional.of(AccountWords.KEY_AGAIN);
    }

    private void failed(Failure failure) {
        save.setDisable(false);
        if (failure instanceof Failure.Invalid(String _, List<Problem> why)) {
            told(why);
        } else {
            say(failure.headline() + " " + failure.fix());
        }
    }

    private void told(List<Problem> now) {
        problems = now;
        say("");
        show();
    }

    private void say(String words) {
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
        wrong.setManaged(!words.isEmpty());
    }

    private void leave(Optional<Account> now) {
        key.forget();
        close.accept(now);
    }

    @Override
    public Shown shown(String option) {
        return new Shown(given.getOrDefault(option, List.of()), false);
    }

    @Override
    public void change(String what, Object gesture, Map<String, List<String>> options) {
        Optional<Service> before = service();
        options.forEach((name, values) -> {
            if (values.isEmpty()) {
                given.remove(name);
            } else {
                given.put(name, values);
            }
        });
        problems = problems.stream().filter(p -> !options.containsKey(p.option())).toList();
        if (service().equals(before)) {
            show();
        } else {
            chosen(before);
        }
    }

    /** Another service: its own name and address, unless the person wrote others. */
    private void chosen(Optional<Service> before) {
        take("name", before.map(Service::title), service().map(Service::title));
        take("address", before.flatMap(Service::base).map(URI::toString), service().flatMap(Service::base).map(URI::toString));
        arrange();
    }

    private void take(String option, Optional<String> before, Optional<String> now) {
        Optional<String> typed = given.getOrDefault(option, List.of()).stream().findFirst();
        if (typed.isEmpty() || typed.equals(before)) {
            now.ifPresentOrElse(value -> given.put(option, List.of(value)), () -> given.remove(option));
        }
    }

    @Override
    public OptionalLong playhead() {
        return OptionalLong.empty();
    }
}
