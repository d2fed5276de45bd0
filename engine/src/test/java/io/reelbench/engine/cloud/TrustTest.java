package io.reelbench.engine.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelbench.engine.Engine;
import io.reelbench.engine.cloud.account.Account;
import io.reelbench.engine.cloud.account.Secret;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.queue.Task;
import io.reelbench.engine.queue.TaskState;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that cannot prove who they are get nothing, not even the key. {@code -Dcloud.faults=30} for so many of each kind. */
class TrustTest {

    private static final int COUNT = Integer.getInteger("cloud.faults", 1);
    private static final char[] WORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    /** What is wrong with a certificate. */
    private enum Wrong {
        NOTHING("-ext", "san=dns:localhost", "-validity", "30"),
        /** Nobody vouches for it. */
        SELF_SIGNED("-ext", "san=dns:localhost", "-validity", "30"),
        /** It is somebody else's. */
        OTHER_HOST("-ext", "san=dns:api.example", "-validity", "30"),
        /** It was good once. */
        EXPIRED("-ext", "san=dns:localhost", "-startdate", "-10d", "-validity", "5");

        private final List<String> made;

        Wrong(String... made) {
            this.made = List.of(made);
        }
    }

    private void keytool(Path store, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", new String(WORD)));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes());
        assertThat(made.waitFor()).as(said).isZero();
    }

    private static KeyStore read(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, WORD);
        }
        return store;
    }

    /** With the key of a server, for which somebody vouches unless it is self-signed. */
    private KeyStore store(Path authority, Wrong wrong) throws Exception {
        Path file = Files.copy(authority, folder.resolve(wrong + ".p12"));
        List<String> words = new ArrayList<>(
                List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + wrong));
        words.addAll(wrong.made);
        words.addAll(wrong == Wrong.SELF_SIGNED ? List.of() : List.of("-signer", "authority"));
        keytool(file, words.toArray(String[]::new));
        keytool(file, "-delete", "-alias", "authority");
        return read(file);
    }

    private static ServerSocket door(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static SSLContext trust(KeyStore authority) throws Exception {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("authority", authority.getCertificate("authority"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void aServerThatCannotProveItselfGetsNothing() throws Exception {
        Path authority = folder.resolve("authority.p12");
        keytool(authority, "-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=Authority", "-ext", "bc:c",
                "-validity", "30");
        KeyStore good = store(authority, Wrong.NOTHING);
        try (Abroad abroad = new Abroad(folder.resolve("home"), Engine.Mode.OWN_QUEUE, Abroad.QUICK,
                Optional.of(trust(read(authority))));
                VargStandIn trusted = new VargStandIn(folder.resolve("good"), (_, _) -> {
                }, door(good))) {
            Path clip = folder.resolve("clip.mp4");
            abroad.engine.generate(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-c:v", "libx264", "-f", "mp4"),
                    clip);
            trusted.always = Optional.of(clip);
            trusted.server.scheme = "https://localhost:";
            Account account = trusted.account();
            abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
            int jobs = 0;
            for (Wrong wrong : List.of(Wrong.SELF_SIGNED, Wrong.OTHER_HOST, Wrong.EXPIRED)) {
                KeyStore bad = store(authority, wrong);
                try (VargStandIn liar = new VargStandIn(folder.resolve("bad"), (_, _) -> {
                }, door(bad))) {
                    for (int i = 0; i < COUNT; i++) {
                        Account there = account.at(URI.create("https://localhost:" + liar.server.port()));
                        abroad.engine.cloud().put(there, Optional.of(Secret.of(StandIn.KEY)));
                        Task task = abroad.ended(abroad.send(there, clip, folder.resolve("out"), "{'op':'compress','crf':30}"));
                        assertThat(task.outcome().failure()).as("%s: %s", wrong, task.outcome()).get()
                                .isInstanceOf(Failure.Unreachable.class);
                        assertThat(liar.requests).as("it hears nothing").hasValue(0);
                        abroad.engine.cloud().put(account, Optional.of(Secret.of(StandIn.KEY)));
                        assertThat(abroad.again(task).state()).as("nothing is lost by it").isEqualTo(TaskState.DONE);
                        assertThat(trusted.submits).hasValue(++jobs);
                    }
                }
            }
            assertThat(trusted.violations).isEmpty();
        }
    }
}
