package io.reelbench.engine.cloud.provider;

import java.util.List;

/**
 * Something that makes films or pictures out of words, sounds and pictures. Data, because services come and go with theirs.
 *
 * @param id     as the service names it
 * @param title  for people
 * @param inputs files that it takes
 * @param extension of what it makes
 */
public record Model(String id, String title, List<Parameter> inputs, List<Parameter> settings, String extension, Bulk bulk) {

    /** Whether several can be asked for at once. */
    public enum Bulk {
        YES, NO
    }

    /** What a parameter is. */
    public enum Kind {
        FILM, SOUND, PICTURE, WORDS, WHOLE, NUMBER, CHOICE
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
    public record Parameter(String name, Kind kind, boolean required, String usual, double least, double most,
            List<String> choices) {

        static Parameter file(String name, Kind kind, boolean required) {
            return new Parameter(name, kind, required, "", 0, 0, List.of());
        }

        static Parameter words(String name, boolean required, int longest) {
            return new Parameter(name, Kind.WORDS, required, "", required ? 1 : 0, longest, List.of());
        }

        static Parameter whole(String name, int least, int most, String usual) {
            return new Parameter(name, Kind.WHOLE, false, usual, least, most, List.of());
        }

        static Parameter number(String name, double least, double most, String usual) {
            return new Parameter(name, Kind.NUMBER, false, usual, least, most, List.of());
        }

        static Parameter choice(String name, String usual, String... choices) {
            return new Parameter(name, Kind.CHOICE, false, usual, 0, 0, List.of(choices));
        }

        public boolean isFile() {
            return kind == Kind.FILM || kind == Kind.SOUND || kind == Kind.PICTURE;
        }
    }
}
