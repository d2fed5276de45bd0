package io.reelbench.app.settings;

import io.reelbench.app.desk.Carrier;
import io.reelbench.app.desk.Elsewhere;
import io.reelbench.app.look.Icons;
import io.reelbench.engine.cloud.Cloud;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.problem.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The accounts: one line each, and one is added or changed in its place. */
final class AccountsPage extends Page implements AccountRow.Deeds {

    private final Elsewhere elsewhere;
    private final Cloud cloud;
    private final Carrier carrier;
    private final Consumer<Failure> wrong;
    private final VBox list = new VBox();
    private final Button add = new Button(AccountWords.ADD_ACCOUNT.say());
    private final Map<Account, AccountRow> rows = new HashMap<>();
    private Optional<AccountEditor> editor = Optional.empty();
    private Optional<Account> edited = Optional.empty();

    AccountsPage(Elsewhere elsewhere, Cloud cloud, Carrier carrier, Consumer<Failure> wrong) {
        super(AccountWords.ACCOUNTS);
        this.elsewhere = elsewhere;
        this.cloud = cloud;
        this.carrier = carrier;
        this.wrong = wrong;
        head(AccountWords.ACCOUNTS);
        Label why = new Label(AccountWords.ACCOUNTS_WHY.say());
        why.getStyleClass().addAll("rb-wide-help", "rb-accounts-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        add.setId("add-account");
        add.setGraphic(Icons.ADD.at(16));
        add.getStyleClass().add("rb-big");
        add.setOnAction(_ -> edit(Optional.empty()));
        VBox place = new VBox(add);
        place.getStyleClass().add("rb-account-add");
        getChildren().addAll(why, list, place);
        elsewhere.all().addListener((ListChangeListener<Elsewhere.Known>) _ -> show());
        show();
    }

    private void show() {
        rows.keySet().retainAll(elsewhere.all().stream().map(Elsewhere.Known::account).collect(Collectors.toSet()));
        List<Node> wanted = elsewhere.all().stream().map(this::node).collect(Collectors.toList());
        if (edited.isEmpty()) {
            editor.ifPresent(wanted::add);
        }
        list.getChildren().setAll(wanted);
        add.setVisible(editor.isEmpty());
        add.setManaged(editor.isEmpty());
    }

    private Node node(Elsewhere.Known known) {
        boolean here = edited.filter(account -> account.id().equals(known.account().id())).isPresent();
        AccountRow row = rows.computeIfAbsent(known.account(), _ -> new AccountRow(known, this));
        row.show(known);
        return here && editor.isPresent() ? editor.get() : row;
    }

    private void edit(Optional<Account> which) {
        AccountEditor fresh = new AccountEditor(elsewhere, which, this::closed);
        editor = Optional.of(fresh);
        edited = which;
        show();
        fresh.focus();
    }

    /** What was just told is tried at once: better here than in the first task. */
    private void closed(Optional<Account> now) {
        editor = Optional.empty();
        edited = Optional.empty();
        show();
        now.flatMap(account -> Optional.ofNullable(rows.get(account))).ifPresent(this::test);
        add.requestFocus();
    }

    @Override
    public void test(AccountRow row) {
        row.asking();
        carrier.fetch(() -> {
            cloud.test(row.account());
            return row;
        }, AccountRow::works, row::fails);
    }

    @Override
    public void change(Account account) {
        edit(Optional.of(account));
    }

    @Override
    public void remove(Account account) {
        elsewhere.remove(account, wrong);
    }

    @Override
    void shown() {
        elsewhere.again();
    }
}
