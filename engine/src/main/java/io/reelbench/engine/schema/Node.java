package io.reelbench.engine.schema;

import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Translations;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shape of a record of options: a tree of leaves, groups and choices. */
sealed interface Node {

    /** Adds the fields below it; {@code usual} is the default value here, if there is one. */
    void collect(Optional<?> usual, List<Field> into);

    /** Its form; {@code usual} is the default value here, if there is one. */
    void form(Optional<?> usual, List<Part> into);

    /** The value that the given texts make over the default; null where something required is missing (a problem tells). */
    Object read(Optional<?> usual, Map<String, List<String>> given, List<Problem> problems);

    /** Writes what differs from the default. */
    void write(Object value, Optional<?> usual, Map<String, List<String>> out);

    /** The names of all options below it. */
    Stream<String> names();

    static Node of(RecordComponent component, String group, Optional<String> choice, String variant) {
        Type type = component.getGenericType();
        boolean maybe = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        Class<?> inner = maybe ? raw(((ParameterizedType) type).getActualTypeArguments()[0]) : raw(type);
        if (component.isAnnotationPresent(Ask.class)) {
            Ask ask = component.getAnnotation(Ask.class);
            Kind kind = Kind.of(type);
            return new Leaf(key(component), Kind.kebab(component.getName()), ask, ask.zero() ? kind.orZero() : kind, group,
                    choice, variant);
        } else if (inner.isSealed()) {
            return choice(inner, Kind.kebab(component.getName()), group, maybe);
        } else if (inner.isRecord() && !maybe) {
            return group(inner, Kind.kebab(inner.getSimpleName()), choice, variant);
        }
        throw new IllegalArgumentException(
                component + " of " + component.getDeclaringRecord() + " is neither asked nor a group nor a choice");
    }

    private static String key(RecordComponent component) {
        return "option." + Kind.kebab(component.getDeclaringRecord().getSimpleName()) + "." + Kind.kebab(component.getName());
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    static Group group(Class<?> type, String group, Optional<String> choice, String variant) {
        RecordComponent[] components = type.getRecordComponents();
        List<Node> parts = Arrays.stream(components).map(c -> of(c, group, choice, variant)).toList();
        return new Group(type, parts, Arrays.stream(components).map(RecordComponent::getAccessor).toList(),
                canonical(type, components));
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return Arrays.stream(type.getDeclaredConstructors()).filter(c -> Arrays.equals(c.getParameterTypes(), types)).findFirst()
                .orElseThrow();
    }

    private static Node choice(Class<?> type, String name, String group, boolean maybe) {
        List<Group> sides = Arrays.stream(type.getPermittedSubclasses())
                .map(side -> group(side, group, Optional.of(name), Kind.kebab(side.getSimpleName()))).toList();
        return new Choice(name, type, sides, maybe);
    }

    @SuppressWarnings("unchecked")
    static <T> Optional<T> usual(Class<T> type) {
        return Arrays.stream(type.getDeclaredConstructors()).filter(c -> c.getParameterCount() == 0).findFirst()
                .map(c -> (T) make(c));
    }

    private static Object make(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException broken) {
            throw new IllegalStateException(constructor + " must be public and must not throw", broken);
        }
    }

    /** One option. */
    record Leaf(String key, String name, Ask ask, Kind kind, String group, Optional<String> choice,
            String variant) implements Node {

        @Override
        public void collect(Optional<?> usual, List<Field> into) {
            into.add(field(usual));
        }

        @Override
        public void form(Optional<?> usual, List<Part> into) {
            into.add(new Part.Option(field(usual)));
        }

        private Field field(Optional<?> usual) {
            Optional<String> written = usual.filter(v -> !v.equals(Optional.empty())).map(kind::print);
            return new Field(key, name, ask, kind, group, choice, variant, written);
        }

        @Override
        public Object read(Optional<?> usual, Map<String, List<String>> given, List<Problem> problems) {
            List<String> texts = given.get(name);
            if (texts == null) {
                return untouched(usual, problems);
            }
            try {
                Object value = kind.read(texts);
                checkRange(value, problems);
                return kind.absent() ? Optional.of(value) : value;
            } catch (BadValue wrong) {
                problems.add(wrong.of(name));
                return untouched(usual.isPresent() ? usual : Optional.empty(), new ArrayList<>());
            }
        }

        private Object untouched(Optional<?> usual, List<Problem> problems) {
            if (usual.isPresent()) {
                return usual.get();
            } else if (kind.absent()) {
                return Optional.empty();
            }
            problems.add(new Problem(name, Code.REQUIRED, SchemaWords.REQUIRED.with()));
            return null;
        }

        private void checkRange(Object value, List<Problem> problems) {
            if (value instanceof List<?> many) {
                many.forEach(one -> checkRange(one, problems));
                return;
            }
            OptionalDouble amount = Kind.amount(value);
            if (amount.isPresent() && (amount.getAsDouble() < ask.min() || amount.getAsDouble() > ask.max())) {
                String range = field(Optional.empty()).range().orElse("");
                Problem outside = new Problem(name, Code.OUT_OF_RANGE, SchemaWords.OUT_OF_RANGE.with(kind.print(value), range));
                problems.add(kind.list() ? outside : nearest(amount.getAsDouble()).map(outside::mendedBy).orElse(outside));
            }
        }

        /** The nearest value that is allowed. */
        private Optional<Fix> nearest(double amount) {
            String plain = BigDecimal.valueOf(Math.clamp(amount, ask.min(), ask.max())).stripTrailingZeros().toPlainString();
            try {
                String written = kind.print(kind.reader().read(plain));
                return Optional.of(Fix.use(name, written, SchemaWords.USE.with(written)));
            } catch (BadValue noneOfThisKind) {
                return Optional.empty();
            }
        }

        @Override
        public void write(Object value, Optional<?> usual, Map<String, List<String>> out) {
            Object plain = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            if (plain == null || usual.isPresent() && usual.get().equals(value)) {
                return;
            }
            out.put(name, plain instanceof List<?> many ? many.stream().map(kind::print).toList() : List.of(kind.print(plain)));
        }

        @Override
        public Stream<String> names() {
            return Stream.of(name);
        }
    }

    /** A record whose options stand flat. */
    record Group(Class<?> type, List<Node> parts, List<Method> accessors, Constructor<?> canonical) implements Node {

        private Optional<?> part(Optional<?> whole, int i) {
            return whole.flatMap(record -> Optional.ofNullable(component(record, i)));
        }

        private Object component(Object record, int i) {
            try {
                return accessors.get(i).invoke(record);
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException(type + " must be public", broken);
            }
        }

        @Override
        public void collect(Optional<?> usual, List<Field> into) {
            Optional<?> here = usual.isPresent() ? usual : usual(type);
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).collect(part(here, i), into);
            }
        }

        @Override
        public void form(Optional<?> usual, List<Part> into) {
            Optional<?> here = usual.isPresent() ? usual : usual(type);
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).form(part(here, i), into);
            }
        }

        @Override
        public Object read(Optional<?> usual, Map<String, List<String>> given, List<Problem> problems) {
            Optional<?> here = usual.isPresent() ? usual : usual(type);
            int before = problems.size();
            Object[] values = new Object[parts.size()];
            boolean whole = true;
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).read(part(here, i), given, problems);
                whole &= values[i] != null;
            }
            // a record with a hole is never made: its constructor may check; the problems already tell
            return whole || problems.size() == before ? make(canonical, values) : here.orElse(null);
        }

        @Override
        public void write(Object value, Optional<?> usual, Map<String, List<String>> out) {
            Optional<?> here = usual.isPresent() ? usual : usual(type);
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).write(component(value, i), part(here, i), out);
            }
        }

        /** Writes the first option that has a value, so that the record is recognised. */
        void name(Object value, Map<String, List<String>> out) {
            for (int i = 0; i < parts.size() && names().noneMatch(out::containsKey); i++) {
                parts.get(i).write(component(value, i), Optional.empty(), out);
            }
        }

        @Override
        public Stream<String> names() {
            return parts.stream().flatMap(Node::names);
        }
    }

    /** An either/or: the sides exclude each other. */
    record Choice(String name, Class<?> type, List<Group> sides, boolean maybe) implements Node {

        private Optional<?> inner(Optional<?> usual) {
            return maybe ? usual.flatMap(o -> (Optional<?>) o) : usual;
        }

        @Override
        public void collect(Optional<?> usual, List<Field> into) {
            Optional<?> here = inner(usual);
            sides.forEach(side -> side.collect(here.filter(side.type()::isInstance), into));
        }

        @Override
        public void form(Optional<?> usual, List<Part> into) {
            Optional<?> here = inner(usual);
            List<Part.Side> all = new ArrayList<>();
            for (Group side : sides) {
                List<Part> parts = new ArrayList<>();
                side.form(here.filter(side.type()::isInstance), parts);
                all.add(new Part.Side(Kind.kebab(side.type().getSimpleName()), label(side.type(), parts), List.copyOf(parts)));
            }
            Optional<String> chosen = here.map(value -> Kind.kebab(value.getClass().getSimpleName()));
            Called called = type.getAnnotation(Called.class);
            Optional<String> none = maybe && chosen.isEmpty()
                    ? Optional.of(none(called))
                    : Optional.empty();
            into.add(new Part.Either(name, called == null ? Kind.spaced(name) : Translations.of(key(type), called.value()), none,
                    called != null && called.must(), chosen, List.copyOf(all)));
        }

        /** Of a choice or one of its sides in other languages. */
        private static String key(Class<?> type) {
            return "choice." + Kind.kebab(type.getSimpleName());
        }

        private String none(Called called) {
            return called == null ? SchemaWords.AUTOMATIC.say() : Translations.of(key(type) + ".none", called.none());
        }

        private static String label(Class<?> side, List<Part> parts) {
            Called called = side.getAnnotation(Called.class);
            if (called != null) {
                return Translations.of(key(side), called.value());
            }
            if (parts.size() == 1 && parts.getFirst() instanceof Part.Option(Field only)) {
                return only.label();
            }
            throw new IllegalStateException(side + " needs to be called something");
        }

        @Override
        public Object read(Optional<?> usual, Map<String, List<String>> given, List<Problem> problems) {
            List<Group> asked = sides.stream().filter(side -> side.names().anyMatch(given::containsKey)).toList();
            if (asked.isEmpty()) {
                return usual.isPresent() ? usual.get() : maybe ? Optional.empty() : missing(problems);
            } else if (asked.size() > 1) {
                String names = String.join(", ", sides.stream().flatMap(Group::names).filter(given::containsKey).toList());
                problems.add(new Problem(asked.get(1).names().filter(given::containsKey).findFirst().orElse(name),
                        Code.CHOOSE_ONE, SchemaWords.CHOOSE_ONE.with(names))
                        .mendedBy(asked.stream().map(side -> only(side, asked, given)).toArray(Fix[]::new)));
                return usual.orElse(null);
            }
            Group side = asked.getFirst();
            Object value = side.read(inner(usual).filter(side.type()::isInstance), given, problems);
            return maybe ? Optional.ofNullable(value) : value;
        }

        /** Keeps what was given of one side and takes back what was given of the others. */
        private static Fix only(Group side, List<Group> asked, Map<String, List<String>> given) {
            Map<String, List<String>> without = asked.stream().filter(other -> other != side).flatMap(Group::names)
                    .filter(given::containsKey).collect(Collectors.toMap(option -> option, _ -> List.of()));
            String kept = String.join(", ", side.names().filter(given::containsKey).toList());
            return new Fix.Choose(SchemaWords.KEEP.with(kept), OptionalInt.empty(), without);
        }

        private Object missing(List<Problem> problems) {
            String names = String.join(", ", sides.stream().flatMap(Group::names).toList());
            problems.add(new Problem(name, Code.REQUIRED, SchemaWords.CHOOSE_ONE.with(names)));
            return null;
        }

        @Override
        public void write(Object value, Optional<?> usual, Map<String, List<String>> out) {
            Object plain = value instanceof Optional<?> there ? there.orElse(null) : value;
            if (plain == null || usual.isPresent() && usual.get().equals(value)) {
                return;
            }
            sides.stream().filter(side -> side.type().isInstance(plain)).forEach(side -> {
                Optional<?> same = inner(usual).filter(side.type()::isInstance);
                side.write(plain, same, out);
                if (same.isEmpty() && side.names().noneMatch(out::containsKey)) {
                    // another side than usual must be told even where all its own options are as usual
                    side.name(plain, out);
                }
            });
        }

        @Override
        public Stream<String> names() {
            return sides.stream().flatMap(Group::names);
        }
    }
}
