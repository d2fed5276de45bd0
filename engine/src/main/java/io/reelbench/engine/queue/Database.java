package io.reelbench.engine.queue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** The one connection to the table of tasks. For one thread, from opening to closing. */
final class Database implements AutoCloseable {

    /** The newest file among the migrations. */
    private static final String SCHEMA = "2";
    private static final int NO_SUCH_TABLE = 42102;
    private static final int NO_SUCH_TABLE_EMPTY_DATABASE = 42104;

    /** A row as it is on disk, and whether it is as it was written. */
    record Found(TaskRow row, boolean whole) {
    }

    private static final String OVER = "('DONE', 'FAILED', 'CANCELLED', 'SKIPPED')";

    private final JdbcDataSource source = new JdbcDataSource();
    private final Connection connection;
    private final PreparedStatement merge;
    private final PreparedStatement unlist;
    private final PreparedStatement remove;
    private final PreparedStatement follow;
    private final PreparedStatement sync;

    /** Opens or makes the database, brings its schema up to date, and proves that it can be written. */
    Database(Path folder, String name) throws SQLException {
        // WRITE_DELAY: the default loses half a second of commits. TRACE: names and paths are private.
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve(name)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0");
        connection = source.getConnection();
        try {
            if (!SCHEMA.equals(schema())) {
                Flyway.configure().dataSource(source).locations("classpath:io/reelbench/engine/queue/schema").load().migrate();
            }
            connection.setAutoCommit(false);
            merge = connection.prepareStatement(TaskRow.merge());
            // what is over is only taken off the list
            unlist = connection.prepareStatement("update task set listed = false where id = ? and state in " + OVER);
            remove = connection.prepareStatement("delete from task where id = ? and state not in " + OVER);
            follow = connection.prepareStatement("update opening set journal = ?");
            sync = connection.prepareStatement("checkpoint sync");
            firstWrite();
            describe();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private String schema() throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet version = ask.executeQuery(
                        "select \"version\" from \"flyway_schema_history\" where \"success\" order by \"installed_rank\" desc limit 1")) {
            return version.next() ? version.getString(1) : "";
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == NO_SUCH_TABLE_EMPTY_DATABASE) {
                return "";
            }
            throw e;
        }
    }

    /** A damaged file may open well and then hang for ever at its first write. */
    private void firstWrite() throws SQLException {
        try (Statement probe = connection.createStatement()) {
            probe.execute("merge into opening (id, times) key (id) values (1, coalesce((select times from opening), 0) + 1)");
        }
        connection.commit();
        sync();
    }

    /** Rows of an earlier version get what they are found by. */
    private void describe() throws SQLException {
        List<TaskRow> plain = rows("select * from task where files is null").stream().map(Found::row).toList();
        try (PreparedStatement tell = connection.prepareStatement("update task set files = ?, ops = ? where id = ?")) {
            for (TaskRow row : plain) {
                SearchWords words = SearchWords.of(row);
                tell.setString(1, words.files());
                tell.setString(2, words.ops());
                tell.setString(3, row.id());
                tell.addBatch();
            }
            if (!plain.isEmpty()) {
                tell.executeBatch();
            }
        }
        connection.commit();
    }

    /** Another connection to the same database, for reading beside the one that writes. */
    Connection another() throws SQLException {
        return source.getConnection();
    }

    /** Up to which line of the journal it has everything. */
    long journalNumber() throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("select journal from opening");
                ResultSet number = ask.executeQuery()) {
            return number.next() ? number.getLong(1) : 0;
        }
    }

    /** All rows. Each is locked for a moment, since in a damaged file there may be some that can be read and never written again. */
    List<Found> lockedRows() throws SQLException {
        List<Found> rows = rows("select * from task where listed for update");
        connection.rollback();
        return rows;
    }

    private List<Found> rows(String query) throws SQLException {
        List<Found> rows = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement(query); ResultSet row = all.executeQuery()) {
            while (row.next()) {
                TaskRow task = TaskRow.read(row);
                rows.add(new Found(task, task.checksum() == row.getLong("rowcrc")));
            }
        }
        return rows;
    }

    /** Rows of tasks that are not over. */
    List<TaskRow> openRows() throws SQLException {
        List<TaskRow> open = rows("select * from task where listed and state not in " + OVER).stream().map(Found::row).toList();
        connection.commit();
        return open;
    }

    static boolean isOver(TaskRow row) {
        return TaskState.valueOf(row.state()).isOver();
    }

    /** One transaction, which says up to which line of the journal it goes. */
    void write(List<TaskRow> put, List<String> removed, long journalNumber) throws SQLException {
        for (TaskRow row : put) {
            Object[] values = row.values();
            for (int i = 0; i < values.length; i++) {
                merge.setObject(i + 1, values[i]);
            }
            merge.setLong(values.length + 1, row.checksum());
            SearchWords words = SearchWords.of(row);
            merge.setString(values.length + 2, words.files());
            merge.setString(values.length + 3, words.ops());
            merge.addBatch();
        }
        if (!put.isEmpty()) {
            merge.executeBatch();
        }
        for (String id : removed) {
            unlist.setString(1, id);
            unlist.addBatch();
            remove.setString(1, id);
            remove.addBatch();
        }
        if (!removed.isEmpty()) {
            unlist.executeBatch();
            remove.executeBatch();
        }
        follow.setLong(1, journalNumber);
        follow.executeUpdate();
        connection.commit();
    }

    /** From here on it would survive a power cut: H2's own commit never asks the disk. */
    void sync() throws SQLException {
        sync.execute();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
