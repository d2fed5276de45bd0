package io.reelbench.engine.schema;

import io.reelbench.engine.media.Bitrate;
import io.reelbench.engine.media.Bytes;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Length;
import io.reelbench.engine.media.Moment;
import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.media.OwnSide;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.RateChoice;
import io.reelbench.engine.media.Shift;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How one type of value is read, written and shown. Value types bring their own grammar in a static {@code parse(String)}.
 *
 * @param name   what it is called: {@code number}, {@code bool}, {@code enum}, {@code text}, or the value type's name in kebab-case
 * @param words  the words of an enum, else empty
 * @param titles the same words as people write them
 * @param list   whether it is a list of such values, separated by commas
 * @param absent whether it may be left out ({@link Optional})
 * @param reader reads one element
 * @param splitter parts a list that is written as one text: at commas, unless the value type says otherwise in a static {@code split}
 */
public record Kind(String name, List<String> words, List<String> titles, boolean list, boolean absent, Reader reader,
        Splitter splitter) {

    /** Parts a list that is written as one text. */
    @FunctionalInterface
    public interface Splitter {
        List<String> split(String text);
    }

    /** What a type brings of its own; many options are of the same type. */
    private static final ClassValue<Optional<Method>> PARSERS = own("parse");
    private static final ClassValue<Optional<Method>> SPLITTERS = own("split");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Splitter AT_COMMAS = text -> Arrays.stream(text.split(",")).map(String::strip).toList();

    /** Reads one value. */
    @FunctionalInterface
    public interface Reader {
        Object read(String text) throws BadValue;
    }

    /** The kind of a component's type. */
    static Kind of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            Kind inner = of(generic.getActualTypeArguments()[0]);
            return new Kind(inner.name, inner.words, inner.titles, inner.list, true, inner.reader, inner.splitter);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Kind inner = of(generic.getActualTypeArguments()[0]);
            return new Kind(inner.name, inner.words, inner.titles, true, inner.absent, inner.reader, inner.splitter);
        }
        return simple((Class<?>) type);
    }

    private static Kind simple(Class<?> type) {
        Optional<Method> own = PARSERS.get(type);
        if (own.isPresent()) {
            List<String> words = type.isEnum()
                    ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                    : List.of();
            Kind plain = plain(kebab(type.getSimpleName()), words, words.stream().map(Kind::spaced).toList(),
                    text -> call(own.get(), text));
            return new Kind(plain.name, plain.words, plain.titles, false, false, plain.reader, splitter(type));
        } else if (type == boolean.class) {
            return plain("bool", List.of(), List.of(), Kind::bool);
        } else if (type == int.class || type == Integer.class) {
            return plain("int", List.of(), List.of(), Kind::whole);
        } else if (type == double.class || type == Double.class) {
            return plain("number", List.of(), List.of(), Kind::number);
        } else if (type == String.class) {
            return plain("text", List.of(), List.of(), Kind::text);
        } else if (type == java.nio.file.Path.class) {
            return plain("path", List.of(), List.of(), Kind::path);
        } else if (type.isEnum()) {
            List<Object> constants = List.of(type.getEnumConstants());
            return plain("enum", constants.stream().map(Kind::word).toList(), constants.stream().map(Kind::title).toList(),
                    text -> constant(type, text));
        }
        throw new IllegalArgumentException(type + " cannot be asked for: it has no parse(String)");
    }

    /** The same for a length that may be nothing. */
    Kind orZero() {
        return new Kind(name, words, titles, list, absent, Length::orZero, splitter);
    }

    private static Kind plain(String name, List<String> words, List<String> titles, Reader reader) {
        return new Kind(name, words, titles, false, false, reader, AT_COMMAS);
    }

    /** A public static method of a type that takes one text. */
    private static ClassValue<Optional<Method>> own(String name) {
        return new ClassValue<>() {
            @Override
            protected Optional<Method> computeValue(Class<?> type) {
                return Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> m.getName().equals(name) && Modifier.isPublic(m.getModifiers())
                                && Modifier.isStatic(m.getModifiers())
                                && Arrays.equals(m.getParameterTypes(), new Class<?>[]{String.class}))
                        .findFirst();
            }
        };
    }

    private static Splitter splitter(Class<?> type) {
        return SPLITTERS.get(type).<Splitter>map(own -> text -> parts(own, text)).orElse(AT_COMMAS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> parts(Method splitter, String text) {
        try {
            return (List<String>) call(splitter, text);
        } catch (BadValue impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object call(Method own, String text) throws BadValue {
        try {
            return own.invoke(null, text);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case BadValue wrong -> throw wrong;
                case RuntimeException wrong -> throw wrong;
                case Error wrong -> throw wrong;
                default -> throw new IllegalStateException(thrown.getCause());
            }
        }
    }

    /** A value as every face writes it, which {@link #read} reads again. */
    String print(Object value) {
        return switch (value) {
            case List<?> many -> String.join(",", many.stream().map(this::print).toList());
            case Optional<?> maybe -> maybe.map(this::print).orElse("");
            case Boolean yes -> yes ? "yes" : "no";
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Enum<?> constant when !name.equals("enum") -> constant.toString();
            case Enum<?> constant -> word(constant);
            default -> value.toString();
        };
    }

    /** Reads a list from its parts, or one value. */
    Object read(List<String> parts) throws BadValue {
        if (!list) {
            if (parts.size() != 1) {
                throw new BadValue(Code.BAD_SYNTAX, SchemaWords.NOT_A_VALUE.with());
            }
            return reader.read(parts.getFirst());
        }
        List<Object> all = new ArrayList<>();
        // one text holds all of them; a list holds one each, so that a path may contain a comma
        for (String part : parts.size() == 1 ? splitter.split(parts.getFirst()) : parts) {
            if (!part.isBlank()) {
                all.add(reader.read(part));
            }
        }
        if (all.isEmpty()) {
            throw new BadValue(Code.BAD_SYNTAX, SchemaWords.EMPTY_LIST.with());
        }
        return List.copyOf(all);
    }

    /** The value as the number that a range is about; empty when it has none. */
    public static OptionalDouble amount(Object value) {
        return switch (value) {
            case Integer number -> OptionalDouble.of(number);
            case Double number -> OptionalDouble.of(number);
            case Bitrate rate -> OptionalDouble.of(rate.bitsPerSecond());
            case Bytes bytes -> OptionalDouble.of(bytes.count());
            case Rate rate -> OptionalDouble.of(rate.perSecond().approximate());
            case RateChoice(Optional<Rate> rate) ->
                rate.isPresent() ? OptionalDouble.of(rate.get().perSecond().approximate()) : OptionalDouble.empty();
            case Fraction fraction -> OptionalDouble.of(fraction.approximate());
            case Side.Pixels(int pixels) -> OptionalDouble.of(pixels);
            case OwnSide(Optional<Side> side) -> side.isPresent() ? amount(side.get()) : OptionalDouble.empty();
            case Length.Micros(long us) -> OptionalDouble.of(us / 1e6);
            case Shift(boolean earlier, Length.Micros(long us)) -> OptionalDouble.of((earlier ? -us : us) / 1e6);
            case Moment.At(long us) -> OptionalDouble.of(us / 1e6);
            default -> OptionalDouble.empty();
        };
    }

    private static Object bool(String text) throws BadValue {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on", "" -> true;
            case "no", "false", "off" -> false;
            default -> throw new BadValue(Code.UNKNOWN_VALUE, SchemaWords.NOT_YES_OR_NO.with(text));
        };
    }

    private static Object whole(String text) throws BadValue {
        BigDecimal number = (BigDecimal) decimal(text);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new BadValue(Code.BAD_SYNTAX, SchemaWords.NOT_WHOLE.with(text));
        }
        return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? Integer.MAX_VALUE * number.signum()
                : number.intValue();
    }

    private static Object number(String text) throws BadValue {
        return ((BigDecimal) decimal(text)).doubleValue();
    }

    private static Object decimal(String text) throws BadValue {
        String plain = text.strip();
        if (!plain.matches("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})")) {
            throw new BadValue(Code.BAD_SYNTAX, SchemaWords.NOT_A_NUMBER.with(text));
        }
        return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
    }

    private static Object path(String text) throws BadValue {
        try {
            return java.nio.file.Path.of((String) text(text));
        } catch (java.nio.file.InvalidPathException wrong) {
            throw new BadValue(Code.BAD_SYNTAX, SchemaWords.NOT_A_PATH.with(text));
        }
    }

    private static Object text(String text) throws BadValue {
        if (text.isBlank()) {
            throw new BadValue(Code.BAD_SYNTAX, SchemaWords.NO_TEXT.with());
        }
        return text;
    }

    private static Object constant(Class<?> type, String text) throws BadValue {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Object constant : type.getEnumConstants()) {
            if (word(constant).equals(plain) || constant instanceof Word own && own.synonyms().contains(plain)) {
                return constant;
            }
        }
        List<String> words = Arrays.stream(type.getEnumConstants()).map(Kind::word).toList();
        throw new BadValue(Code.UNKNOWN_VALUE, SchemaWords.UNKNOWN_WORD.with(text, String.join(", ", words)),
                Nearest.to(plain, words).map(SchemaWords.NEAREST::with));
    }

    static String word(Object constant) {
        return constant instanceof Word own ? own.word() : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String title(Object constant) {
        return constant instanceof Word own ? own.title() : spaced(word(constant));
    }

    /** Kebab-case as words of a sentence: {@code keep-source} is "Keep source". */
    static String spaced(String kebab) {
        String words = kebab.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String kebab(String camel) {
        return HUMP.matcher(camel).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
