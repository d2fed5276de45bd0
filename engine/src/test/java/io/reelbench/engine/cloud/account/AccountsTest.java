package io.reelbench.engine.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    @TempDir
    Path folder;

    private static Account account(String name, String base) {
        return new Account(Accounts.freshId(), name, Service.VARG, URI.create(base), Account.Keeping.FILE,
                Optional.of(BigDecimal.TEN),
                Optional.empty());
    }

    @Test
    void areKeptWithoutKeysAndFoundByNameOrId() throws Exception {
        Accounts accounts = new Accounts(folder);
        Account one = account("Mine", "https://api.varg.ai");
        Account two = account("Self-hosted", "http://127.0.0.1:8080/varg");
        accounts.put(one);
        accounts.put(two);
        assertThat(new Accounts(folder).all()).containsExactly(one, two);
        assertThat(accounts.find("mine")).contains(one);
        assertThat(accounts.get(two.id())).isEqualTo(two);
        accounts.put(two.named("Studio"));
        accounts.remove(one.id());
        assertThat(accounts.all()).extracting(Account::name).containsExactly("Studio");
        assertThat(two.at("/v1/jobs")).hasToString("http://127.0.0.1:8080/varg/v1/jobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.varg.ai", "ftp://x", "https://user:pass@host", "file:///etc", "http://192.168.1.4",
            "http://localhost.evil.com"})
    void anAddressThatCanBeOverheardIsNone(String base) {
        assertThatThrownBy(() -> new Accounts(folder).put(account("a", base))).isInstanceOfSatisfying(FailedException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "https://10.0.0.1",
            "https://api.varg.ai"})
    void thisComputerAndWhatIsEncryptedMayBe(String base) throws Exception {
        new Accounts(folder).put(account("a", base));
    }

    @Test
    void twoAccountsOfOneNameAreRefused() throws Exception {
        Accounts accounts = new Accounts(folder);
        accounts.put(account("Mine", "https://a.example"));
        assertThatThrownBy(() -> accounts.put(account("mine", "https://b.example"))).isInstanceOf(FailedException.class);
    }

    @Test
    void aFileOfKeysIsReadableByItsOwnerOnly() throws Exception {
        Vault vault = new FileVault(folder);
        Origin origin = Origin.of(URI.create("https://api.varg.ai")).get();
        vault.keep("a", origin, Secret.of("first"));
        vault.keep("b", origin, Secret.of("second"));
        assertThat(Files.list(folder)).hasSize(1).allSatisfy(
                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        assertThat(new FileVault(folder).find("a", origin)).contains(Secret.of("first"));
        vault.forget("a", origin);
        assertThat(vault.find("a", origin)).isEmpty();
        assertThat(vault.find("b", Origin.of(URI.create("https://api.varg.ai:444")).get())).isEmpty();
    }

    @Test
    void anAccountThatMovesHasNoKeyUntilItIsTold() throws Exception {
        Keys keys = new Keys(new MemoryVault(), new FileVault(folder));
        Account account = account("Mine", "https://api.varg.ai");
        keys.keep(account, Secret.of("k"));
        assertThat(keys.of(account)).isEqualTo(Secret.of("k"));
        assertThat(keys.of(account.at(URI.create("https://api.varg.ai/v2")))).isEqualTo(Secret.of("k"));
        assertThatThrownBy(() -> keys.of(account.at(URI.create("https://evil.example")))).isInstanceOf(FailedException.class);
        assertThatThrownBy(() -> keys.of(account.at(URI.create("https://api.varg.ai:8443")))).isInstanceOf(FailedException.class);
    }

    @Test
    void aKeyThatIsKeptNowhereIsAskedForOnce() throws Exception {
        Keys keys = new Keys(new MemoryVault(), new FileVault(folder));
        Account account = account("Mine", "https://api.varg.ai").kept(Account.Keeping.ASK);
        assertThatThrownBy(() -> keys.of(account)).isInstanceOf(FailedException.class);
        int[] asked = new int[1];
        keys.askedBy(_ -> {
            asked[0]++;
            return Optional.of(Secret.of("typed"));
        });
        assertThat(keys.of(account)).isEqualTo(keys.of(account)).isEqualTo(Secret.of("typed"));
        assertThat(asked[0]).isEqualTo(1);
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void aSecretNeverPrintsItself() {
        assertThat(Secret.of("k").toString() + Optional.of(Secret.of("k"))).doesNotContain("k");
    }
}
