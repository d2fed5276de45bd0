package io.reelbench.engine.watch;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was ever taken out of watched folders, in an H2 file: path, size, date and content of each. Written through to the disk before a
 * file goes to the queue. For one thread.
 */
final class SeenFiles implements AutoCloseable {

    /** How far one got. */
    enum Step {
        /** About to be given to the queue. */
        TAKEN,
        /** The queue has it. */
        QUEUED,
        /** It lay there before, and was not to be done. */
        PASSED
    }

    /**
     * A file that was seen.
     *
     * @param at when
     */
    record Seen(String watch, FileState state, String print, Step step, Instant at) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(SeenFiles.class);
    private static final String NAME = "watched";
    private static final String ENDING = ".mv.db";
    private static final String TABLE = """
            create table if not exists seen (watch varchar(40) not null, file varchar not null, bytes bigint not null,
            modified bigint not null, print varchar(64) not null, step varchar(10) not null, at bigint not null);
            create index if not exists seen_watch on seen (watch);
            create table if not exists begun (watch varchar(40) primary key);
            """;

    private final Connection connection;
    private final boolean lost;

    /** Opens or makes it; one that cannot be opened is kept beside it. */
    static SeenFiles open(Path folder) throws FailedException {
        try {
            Files.createDirectories(folder);
            boolean there = Files.exists(folder.resolve(NAME + ENDING));
            try {
                return new SeenFiles(connected(folder), false);
            } catch (SQLException broken) {
                LOG.error("What was done in watched folders cannot be read", broken);
                if (there) {
                    Files.move(folder.resolve(NAME + ENDING), folder.resolve(NAME + ".corrupt" + ENDING),
                            StandardCopyOption.REPLACE_EXISTING);
                }
                return new SeenFiles(connected(folder), there);
            }
        } catch (IOException e) {
            throw Faults.writing(folder, e);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Connection connected(Path folder) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve(NAME)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0");
        Connection connection = source.getConnection();
        try (Statement make = connection.createStatement()) {
            make.execute(TABLE);
            make.execute("checkpoint sync");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private SeenFiles(Connection connection, boolean lost) {
        this.connection = connection;
        this.lost = lost;
    }

    private static FailedException failed(SQLException e) {
        return new FailedException(new Failure.Internal(String.valueOf(e.getMessage())), e);
    }

    /** Whether what was known could not be read, and this begins anew. */
    boolean isLost() {
        return lost;
    }

    /** All of one folder. */
    List<Seen> of(String watch) throws FailedException {
        try (PreparedStatement ask = connection.prepareStatement("select * from seen where watch = ? order by at")) {
            ask.setString(1, watch);
            List<Seen> all = new ArrayList<>();
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    all.add(new Seen(watch,
                            new FileState(Path.of(row.getString("file")), row.getLong("bytes"), row.getLong("modified")),
                            row.getString("print"), Step.valueOf(row.getString("step")),
                            Instant.ofEpochMilli(row.getLong("at"))));
                }
            }
            return all;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Writes files down in their step, in place of what was known of them; safe when it returns. */
    void put(List<Seen> files) throws FailedException {
        try (PreparedStatement merge = connection
                .prepareStatement("merge into seen (watch, file, bytes, modified, print, step, at)"
                        + " key (watch, file, bytes, modified, print) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Seen one : files) {
                merge.setString(1, one.watch);
                merge.setString(2, one.state.file().toString());
                merge.setLong(3, one.state.bytes());
                merge.setLong(4, one.state.modifiedMs());
                merge.setString(5, one.print);
                merge.setString(6, one.step.name());
                merge.setLong(7, one.at.toEpochMilli());
                merge.addBatch();
            }
            merge.executeBatch();
            sync();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Forgets files that did not come to the queue. */
    void remove(List<Seen> files) throws FailedException {
        try (PreparedStatement delete = connection
                .prepareStatement("delete from seen where watch = ? and file = ? and bytes = ? and modified = ?")) {
            for (Seen one : files) {
                delete.setString(1, one.watch);
                delete.setString(2, one.state.file().toString());
                delete.setLong(3, one.state.bytes());
                delete.setLong(4, one.state.modifiedMs());
                delete.addBatch();
            }
            delete.executeBatch();
            sync();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Folders whose first look is over. */
    Set<String> begun() throws FailedException {
        try (PreparedStatement ask = connection.prepareStatement("select watch from begun"); ResultSet row = ask.executeQuery()) {
            Set<String> all = new HashSet<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void begin(String watch) throws FailedException {
        try (PreparedStatement merge = connection.prepareStatement("merge into begun (watch) key (watch) values (?)")) {
            merge.setString(1, watch);
            merge.execute();
            sync();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void sync() throws SQLException {
        try (Statement now = connection.createStatement()) {
            now.execute("checkpoint sync");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException stays) {
            LOG.warn("The list of watched files could not be closed", stays);
        }
    }

    /** The latest that went to the queue. */
    static Optional<Seen> last(List<Seen> all) {
        return all.stream().filter(s -> s.step != Step.PASSED).reduce((_, b) -> b);
    }
}
