package io.reelbench.engine.operation;

import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All operations: whatever {@link Operation} permits, so that none can be forgotten. */
public final class Catalog {

    /** One operation as the faces see it. Its options are found out when somebody asks, since those of all take a tenth of a second. */
    public static final class Entry {

        private final About about;
        private final Supplier<Schema<? extends Operation>> find;
        private Schema<? extends Operation> schema;

        private Entry(About about, Supplier<Schema<? extends Operation>> find) {
            this.about = about;
            this.find = find;
        }

        /** In words. */
        public About about() {
            return about;
        }

        /** Its options. */
        public synchronized Schema<? extends Operation> schema() {
            if (schema == null) {
                schema = find.get();
            }
            return schema;
        }
    }

    private final List<Entry> entries;

    public Catalog() {
        entries = Arrays.stream(Operation.class.getPermittedSubclasses()).map(Catalog::entry)
                .sorted(Comparator.comparing((Entry e) -> e.about().group()).thenComparing(e -> e.about().title())).toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Entry entry(Class<?> type) {
        Class of = type;
        return new Entry(((Operation) Schema.usual(of)).about(), () -> Schema.of(of));
    }

    /** By group and title. */
    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> find(String id) {
        return entries.stream().filter(e -> e.about().id().equals(id)).findFirst();
    }

    /** The problem of an operation that does not exist. */
    public Problem unknown(String id) {
        return new Problem("op", Code.UNKNOWN_VALUE, OperationWords.NO_OPERATION.with(id),
                Nearest.to(id, entries.stream().map(e -> e.about().id()).toList()).map(OperationWords.DID_YOU_MEAN::with));
    }

    /** The options of an operation that differ from its defaults. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public java.util.Map<String, List<String>> write(Operation operation) {
        Schema schema = find(operation.id()).orElseThrow().schema();
        return schema.write(operation);
    }
}
