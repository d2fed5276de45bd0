package io.reelbench.engine.cli;

import io.reelbench.engine.cloud.account.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for a key where it is not shown and not kept by a shell: at the terminal, else as the first line of standard input. */
final class KeyReader {

    private KeyReader() {}

    static Optional<Secret> ask(String account) {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s ", CliWords.KEY_OF.with(account));
            return Optional.ofNullable(typed).filter(t -> t.length > 0).map(Secret::new);
        }
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine()).map(String::strip).filter(line -> !line.isEmpty()).map(Secret::of);
        } catch (IOException closed) {
            return Optional.empty();
        }
    }
}
