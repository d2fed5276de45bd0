package io.reelbench.engine.settings;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;

/**
 * One action got another key than its set gives it: {@code mark-in=Shortcut+I}, or none at all: {@code mark-in=}.
 *
 * @param action its id
 * @param key    as it is stored; empty for none
 */
public record KeyChange(String action, String key) {

    public static KeyChange parse(String text) throws BadValue {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadValue(Code.BAD_SYNTAX, SettingsWords.NOT_A_KEY_CHANGE.with(text));
        }
        return new KeyChange(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    @Override
    public String toString() {
        return action + "=" + key;
    }
}
