package io.reelbench.engine.problem;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills the pattern of a sentence; see {@link Text#in(String, Locale)}. What is no argument stays as it stands. */
final class Pattern {

    private final List<String> arguments;
    private final Locale language;

    Pattern(List<String> arguments, Locale language) {
        this.arguments = arguments;
        this.language = language;
    }

    String fill(String pattern) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int close = pattern.charAt(at) == '{' ? closing(pattern, at) : -1;
            Optional<String> filled = close < 0 ? Optional.empty() : argument(pattern.substring(at + 1, close));
            if (filled.isPresent()) {
                out.append(filled.get());
                at = close + 1;
            } else {
                out.append(pattern.charAt(at++));
            }
        }
        return out.toString();
    }

    /** The brace that closes the one at {@code from}; −1 when there is none. */
    private static int closing(String pattern, int from) {
        int depth = 0;
        for (int i = from; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<String> argument(String inside) {
        String[] parts = inside.split(",", 3);
        boolean known = parts[0].matches("\\d{1,2}") && Integer.parseInt(parts[0]) < arguments.size();
        if (!known) {
            return Optional.empty();
        }
        String value = arguments.get(Integer.parseInt(parts[0]));
        if (parts.length == 1) {
            return Optional.of(value);
        } else if (parts[1].equals("number")) {
            return Optional.of(number(value).map(this::spoken).orElse(value));
        } else if (parts[1].equals("plural") && parts.length == 3) {
            return Optional.of(plural(value, parts[2]));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(String value) {
        return value.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    private String spoken(BigDecimal number) {
        return NumberFormat.getNumberInstance(language).format(number);
    }

    /** The form that fits, of {@code one{…}other{…}}; exact ones such as {@code =0{…}} come first. */
    private String plural(String value, String forms) {
        Optional<BigDecimal> number = number(value);
        String shown = number.map(this::spoken).orElse(value);
        return form(forms, "=" + value).or(() -> number.flatMap(n -> form(forms, Plurals.of(n, language))))
                .or(() -> form(forms, Plurals.OTHER)).map(form -> fill(form.replace("#", shown))).orElse(shown);
    }

    private static Optional<String> form(String forms, String name) {
        int at = 0;
        while (at < forms.length()) {
            int open = forms.indexOf('{', at);
            int close = open < 0 ? -1 : closing(forms, open);
            if (close < 0) {
                return Optional.empty();
            } else if (forms.substring(at, open).strip().equals(name)) {
                return Optional.of(forms.substring(open + 1, close));
            }
            at = close + 1;
        }
        return Optional.empty();
    }
}
