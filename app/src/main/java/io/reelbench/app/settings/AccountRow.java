package io.reelbench.app.settings;

import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.problem.Failure;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One account: what it is, what it cost, and what came of the last test. */
final class AccountRow extends VBox {

    /** What a person can do with it. */
    interface Deeds {
        void test(AccountRow row);

        void change(Account account);

        void remove(Account account);
    }

    private final Account account;
    private final Label more = new Label();
    private final HBox said = new HBox(6);
    private final Button test = new Button(AccountWords.TEST_ACCOUNT.say());

    AccountRow(Elsewhere.Known known, Deeds deeds) {
        this.account = known.account();
        getStyleClass().addAll("rb-wide-row", "rb-account");
        setId("account-" + account.name());
        Label name = new Label(account.name());
        name.getStyleClass().addAll("rb-name", "rb-strong");
        Label facts = new Label(String.join(" · ", List.of(account.service().title(), account.base().toString())));
        facts.getStyleClass().add("rb-wide-help");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        more.getStyleClass().add("rb-wide-help");
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, name, facts, more);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words, button(test, AccountWords.TEST_ONE.say(account.name()), () -> deeds.test(this)),
                button(new Button(AccountWords.CHANGE_ONE.say()), AccountWords.CHANGE_THAT.say(account.name()),
                        () -> deeds.change(account)),
                button(new Button(AccountWords.REMOVE_ONE.say()), AccountWords.REMOVE_THAT.say(account.name()),
                        () -> deeds.remove(account)));
        line.getStyleClass().add("rb-wide-line");
        line.setAlignment(Pos.CENTER_LEFT);
        said.getStyleClass().add("rb-account-said");
        said.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(line, said);
        say(Optional.empty(), "");
        show(known);
    }

    private static Button button(Button button, String spoken, Runnable run) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(spoken);
        button.getStyleClass().add("rb-quiet");
        button.setOnAction(_ -> run.run());
        return button;
    }

    private AccountWords kept() {
        return switch (account.keeping()) {
            case KEYRING -> AccountWords.IN_KEYRING;
            case FILE -> AccountWords.IN_FILE;
            case ASK -> AccountWords.NOT_KEPT_KEY;
        };
    }

    Account account() {
        return account;
    }

    void show(Elsewhere.Known now) {
        boolean tells = now.spent().signum() > 0 || now.cap().isPresent();
        String money = now.cap().map(cap -> AccountWords.SPENT_OF.say(now.cost(), cap))
                .orElseGet(() -> AccountWords.SPENT.say(now.cost()));
        more.setText(tells ? money + " · " + kept().say() : kept().say());
    }

    void asking() {
        test.setDisable(true);
        say(Optional.empty(), AccountWords.ASKING.say());
    }

    void works() {
        test.setDisable(false);
        say(Optional.of(Icons.CHECK), AccountWords.WORKS.say());
    }

    void fails(Failure why) {
        test.setDisable(false);
        say(Optional.of(Icons.FAILED), why.headline() + " " + why.fix());
    }

    private void say(Optional<Icons> icon, String words) {
        Label sentence = new Label(words);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        String tone = icon.filter(i -> i == Icons.FAILED).isPresent() ? "rb-red" : icon.isPresent() ? "rb-strong" : "rb-hint";
        sentence.getStyleClass().add(tone);
        said.getChildren().setAll(sentence);
        icon.ifPresent(drawn -> {
            var picture = drawn.at(16);
            picture.getStyleClass().add(tone);
            said.getChildren().addFirst(picture);
        });
        said.setVisible(!words.isEmpty());
        said.setManaged(!words.isEmpty());
    }
}
