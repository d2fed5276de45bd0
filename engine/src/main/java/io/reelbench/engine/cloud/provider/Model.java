package io.reelbench.engine.cloud.provider;

import io.reelbench.engine.problem.Message;
import java.util.List;
import java.util.Optional;

/**
 * Something that makes films or pictures out of words, sounds and pictures. Data, because services come and go with theirs.
 *
 * @param id        as the service names it
 * @param title     the name it is known by
 * @param makes     what it makes, in a few words
 * @param inputs    files that it takes
 * @param extension of what it makes
 * @param needs     files that only some choices want
 */
public record Model(String id, String title, Message makes, List<Parameter> inputs, List<Parameter> settings, String extension,
        Bulk bulk, List<Need> needs) {

    /** Whether several can be asked for at once. */
    public enum Bulk {
        YES, NO
    }

    /** What a parameter is. */
    public enum Kind {
        FILM, SOUND, PICTURE, WORDS, WHOLE, NUMBER, CHOICE
    }

    /** With that choice of a setting that input must be there. */
    public record Need(String setting, String choice, String input) {
    }

    /**
     * What a person reads of a parameter.
     *
     * @param unit of numbers: {@code s}, {@code px}; empty for none
     * @param rare whether few people change it
     */
    public record Said(Message title, Message help, String unit, boolean rare) {

        Said(Message title, Message help) {
            this(title, help, "", false);
        }

        Said in(String other) {
            return new Said(title, help, other, rare);
        }

        Said rarely() {
            return new Said(title, help, unit, true);
        }
    }

    /** One of the words that a choice takes. */
    public record Choice(String word, Message title) {
    }

    /**
     * One parameter.
     *
     * @param name     as the service names it
     * @param required whether it must be given
     * @param usual    what is sent when nothing is given; empty for nothing
     * @param least    of numbers; of words the shortest length
     * @param most     of numbers; of words the longest
     * @param choices  of a choice
     */
    public record Parameter(String name, Kind kind, Said said, boolean required, String usual, double least, double most,
            List<Choice> choices) {

        static Parameter file(String name, Kind kind, boolean required, Said said) {
            return new Parameter(name, kind, said, required, "", 0, 0, List.of());
        }

        static Parameter words(String name, boolean required, int longest, Said said) {
            return new Parameter(name, Kind.WORDS, said, required, "", required ? 1 : 0, longest, List.of());
        }

        static Parameter whole(String name, int least, int most, String usual, Said said) {
            return new Parameter(name, Kind.WHOLE, said, false, usual, least, most, List.of());
        }

        static Parameter number(String name, double least, double most, String usual, Said said) {
            return new Parameter(name, Kind.NUMBER, said, false, usual, least, most, List.of());
        }

        static Parameter choice(String name, String usual, Said said, Choice... choices) {
            return new Parameter(name, Kind.CHOICE, said, false, usual, 0, 0, List.of(choices));
        }

        public boolean isFile() {
            return kind == Kind.FILM || kind == Kind.SOUND || kind == Kind.PICTURE;
        }

        /** What it is called, in the language of this program. */
        public String title() {
            return said.title().say();
        }
    }

    /** The words that say what shall be made; empty for one that takes none. */
    public Optional<Parameter> prompt() {
        return settings.stream().filter(p -> p.kind() == Kind.WORDS && !p.said().rare()).findFirst();
    }
}
