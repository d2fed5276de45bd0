package io.reelbench.engine.raw;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a command into arguments by rules of our own, which look like a shell's: blanks part, quotes hold together, a backslash takes the
 * next character as it is. Nothing is ever filled in or run, so $, `, |, ; and &gt; are characters like all others.
 */
final class Tokens {

    private static final int SHOWN = 20;

    private final String text;
    private final List<String> done = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean open;

    private Tokens(String text) {
        this.text = text;
    }

    static List<String> of(String text) throws BadValue {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new BadValue(Code.BAD_SYNTAX, RawWords.CONTROL.with());
        }
        Tokens tokens = new Tokens(text);
        tokens.all();
        return List.copyOf(tokens.done);
    }

    private void all() throws BadValue {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> {
                    end();
                    at++;
                }
                case '\'' -> at = single(at);
                case '"' -> at = twofold(at);
                case '\\' -> at = escaped(at);
                default -> {
                    add(c);
                    at++;
                }
            }
        }
        end();
    }

    private void add(char c) {
        word.append(c);
        open = true;
    }

    private void end() {
        if (open) {
            done.add(word.toString());
            word.setLength(0);
            open = false;
        }
    }

    private int single(int at) throws BadValue {
        int close = text.indexOf('\'', at + 1);
        if (close < 0) {
            throw unclosed(at);
        }
        word.append(text, at + 1, close);
        open = true;
        return close + 1;
    }

    private int twofold(int from) throws BadValue {
        open = true;
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0;
            at += escapes ? 1 : 0;
            word.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw unclosed(from);
        }
        return at + 1;
    }

    /** A backslash before a line's end joins the lines. */
    private int escaped(int at) {
        int end = at + 1;
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        } else if (end < text.length() && text.charAt(end) == '\n') {
            return end + 1;
        } else if (end >= text.length()) {
            add('\\');
            return end;
        }
        add(text.charAt(end));
        return end + 1;
    }

    private BadValue unclosed(int at) {
        String rest = text.substring(at, Math.min(text.length(), at + SHOWN));
        return new BadValue(Code.BAD_SYNTAX, RawWords.OPEN_QUOTE.with(rest));
    }
}
