package io.reelbench.engine.queue;

import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the table of tasks through a connection of its own, beside the one that writes. */
final class H2Archive implements Archive, AutoCloseable {

    /** Opens another connection to the same database. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    /** Something that is read. */
    private interface Reader<T> {
        T read(Connection from) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(H2Archive.class);

    private final Opener opener;
    private final TaskJson json;
    private Connection connection;
    private boolean closed;

    H2Archive(Opener opener, TaskJson json) {
        this.opener = opener;
        this.json = json;
    }

    @Override
    public int count(ArchiveQuery query) throws FailedException {
        return reading(from -> {
            try (PreparedStatement ask = asked(from, "select count(*) from task", query, "");
                    ResultSet count = ask.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        });
    }

    @Override
    public List<Task> page(ArchiveQuery query, int from, int most) throws FailedException {
        String order = " order by created desc, id desc limit " + most + " offset " + from;
        return reading(connected -> {
            List<Task> tasks = new ArrayList<>();
            try (PreparedStatement ask = asked(connected, "select * from task", query, order);
                    ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    task(TaskRow.read(row)).ifPresent(tasks::add);
                }
            }
            return List.copyOf(tasks);
        });
    }

    /** A damaged row is passed over. */
    private Optional<Task> task(TaskRow row) {
        try {
            return Optional.of(json.task(row));
        } catch (IllegalArgumentException damaged) {
            LOG.warn("A row of the archive cannot be read: {}", row.id());
            return Optional.empty();
        }
    }

    @Override
    public List<String> operations() throws FailedException {
        return reading(from -> {
            TreeSet<String> all = new TreeSet<>();
            try (PreparedStatement ask = from.prepareStatement("select distinct ops from task where ops is not null");
                    ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    Arrays.stream(row.getString(1).split(",")).filter(op -> !op.isEmpty()).forEach(all::add);
                }
            }
            return List.copyOf(all);
        });
    }

    private static PreparedStatement asked(Connection from, String what, ArchiveQuery query, String order) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String word : query.words()) {
            conditions.add("files like ? escape '!'");
            values.add("%" + word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        query.operation().ifPresent(op -> {
            conditions.add("ops like ? escape '!'");
            values.add("%," + op.replaceAll("[!%_]", "!$0") + ",%");
        });
        if (!query.states().isEmpty()) {
            conditions.add("state in (" + String.join(", ", query.states().stream().map(_ -> "?").toList()) + ")");
            query.states().forEach(state -> values.add(state.name()));
        }
        query.since().map(Instant::toEpochMilli).ifPresent(since -> {
            conditions.add("created >= ?");
            values.add(since);
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        PreparedStatement ask = from.prepareStatement(what + where + order);
        for (int i = 0; i < values.size(); i++) {
            ask.setObject(i + 1, values.get(i));
        }
        return ask;
    }

    private synchronized <T> T reading(Reader<T> reader) throws FailedException {
        try {
            if (closed) {
                throw new SQLException("the archive is closed");
            } else if (connection == null) {
                connection = opener.open();
                connection.setReadOnly(true);
            }
            return reader.read(connection);
        } catch (SQLException wrong) {
            throw new FailedException(new Failure.Unreadable(QueueWords.THE_ARCHIVE.say(), String.valueOf(wrong.getMessage())),
                    wrong);
        }
    }

    /** Before the writer: the file is closed with its last connection. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException stays) {
            LOG.warn("The archive could not be closed", stays);
        }
    }
}
