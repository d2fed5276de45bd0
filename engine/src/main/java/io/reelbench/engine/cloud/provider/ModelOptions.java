package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Kind;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What can be set of a model as options, so that the controls of operations serve it too. Its words are in the language of this program. */
public final class ModelOptions {

    /** Wider ranges have no slider: nobody finds a seed with one. */
    private static final double WIDEST = 10_000;

    private ModelOptions() {}

    /** The option of a parameter that is no file. */
    public static Field field(Model.Parameter setting) {
        Optional<String> usual = Optional.of(setting.usual()).filter(text -> !text.isEmpty());
        return new Field("", setting.name(), new Declared(setting), kind(setting), "", Optional.empty(), "", usual);
    }

    private static Kind kind(Model.Parameter setting) {
        List<String> words = setting.choices().stream().map(Model.Choice::word).toList();
        List<String> titles = setting.choices().stream().map(choice -> choice.title().say()).toList();
        String name = switch (setting.kind()) {
            case WHOLE -> "int";
            case NUMBER -> "number";
            case CHOICE -> "enum";
            case WORDS, FILM, SOUND, PICTURE -> "text";
        };
        boolean amount = name.equals("int") || name.equals("number");
        return new Kind(name, words, titles, false, setting.usual().isEmpty(),
                text -> amount ? (Object) Double.valueOf(number(text)) : text, List::of);
    }

    private static double number(String text) throws BadValue {
        try {
            return new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException nonsense) {
            throw new BadValue(Code.BAD_SYNTAX, ProviderWords.NOT_A_NUMBER.with(text));
        }
    }

    /** The declaration that a component of a record would bear. */
    private static final class Declared implements Ask {

        private final Model.Parameter setting;

        Declared(Model.Parameter setting) {
            this.setting = setting;
        }

        private boolean counts() {
            return setting.kind() == Model.Kind.WHOLE || setting.kind() == Model.Kind.NUMBER;
        }

        private boolean slides() {
            return counts() && setting.most() - setting.least() < WIDEST;
        }

        @Override
        public String value() {
            return setting.title();
        }

        @Override
        public String help() {
            return setting.said().help().say();
        }

        @Override
        public String unit() {
            return setting.said().unit();
        }

        @Override
        public double min() {
            return counts() ? setting.least() : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double max() {
            return counts() ? setting.most() : Double.POSITIVE_INFINITY;
        }

        @Override
        public double from() {
            return slides() ? setting.least() : Double.NaN;
        }

        @Override
        public double to() {
            return slides() ? setting.most() : Double.NaN;
        }

        @Override
        public boolean advanced() {
            return setting.said().rare();
        }

        @Override
        public boolean zero() {
            return false;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Ask.class;
        }
    }
}
