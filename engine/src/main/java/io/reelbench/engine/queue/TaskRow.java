package io.reelbench.engine.queue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * A task as a row of the table and as a line of the journal. Its components are the columns: one declaration makes the statements, the
 * JSON and the checksum. Times are milliseconds since 1970, null when there is none.
 */
record TaskRow(String id, String batch, String kind, String name, String recipe, String inputs, String wish,
        String asked_priority, String priority, long position, String state, int attempt, String outcome, String trail,
        long created, Long started, Long finished) {

    private static final RecordComponent[] COLUMNS = TaskRow.class.getRecordComponents();

    /**
     * Puts a row in or in the place of the one with its id, and on the list; its parameters are {@link #values}, the checksum and
     * {@link SearchWords}.
     */
    static String merge() {
        String names = Arrays.stream(COLUMNS).map(RecordComponent::getName).collect(Collectors.joining(", "));
        return "merge into task (" + names + ", rowcrc, files, ops, listed) key (id) values (" + "?, ".repeat(COLUMNS.length)
                + "?, ?, ?, true)";
    }

    Object[] values() {
        Object[] values = new Object[COLUMNS.length];
        for (int i = 0; i < COLUMNS.length; i++) {
            try {
                values[i] = COLUMNS[i].getAccessor().invoke(this);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }

    static TaskRow read(ResultSet row) throws SQLException {
        Object[] values = new Object[COLUMNS.length];
        for (int i = 0; i < COLUMNS.length; i++) {
            String column = COLUMNS[i].getName();
            values[i] = COLUMNS[i].getType() == String.class ? row.getString(column) : row.getObject(column);
        }
        try {
            return (TaskRow) TaskRow.class.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new SQLException("A row does not fit", e);
        }
    }

    /** H2 does not check its pages: a flipped bit on the disk would be read as if it were right. */
    long checksum() {
        CRC32C crc = new CRC32C();
        for (Object value : values()) {
            crc.update((value + "\0").getBytes(StandardCharsets.UTF_8));
        }
        return crc.getValue();
    }
}
