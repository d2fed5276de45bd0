package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.cloud.wire.Answer;
import io.reelbench.engine.problem.Text;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a service says that something is wrong.
 *
 * @param status  a number in the answer that counts instead of HTTP's own
 * @param kind    a word for programs
 * @param message a sentence
 */
public record Errors(At status, At kind, At message) {

    private static final int LONGEST = 300;

    /** The status that counts. */
    public int status(Answer answer) {
        Optional<Integer> own = answer.json().flatMap(status::in).filter(text -> text.matches("[1-5]\\d\\d"))
                .map(Integer::valueOf);
        return answer.isGood() ? own.orElse(answer.status()) : answer.status();
    }

    /** The word for programs; empty when it says none. */
    public Optional<String> kind(Answer answer) {
        return answer.json().flatMap(kind::in);
    }

    /** What a person may read. */
    public String said(Answer answer) {
        Optional<JsonNode> json = answer.json();
        String plain = json.isPresent() || isPage(answer) ? "" : answer.text().strip();
        String words = json.flatMap(message::in).orElse(plain);
        String whole = words.isEmpty() ? Integer.toString(status(answer)) : words;
        String named = kind(answer).filter(k -> !whole.contains(k)).map(k -> k + ": " + whole).orElse(whole);
        return Text.harmless(named.length() > LONGEST ? named.substring(0, LONGEST) + "…" : named);
    }

    private static boolean isPage(Answer answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("html");
    }
}
