package io.reelbench.engine.settings;

import io.reelbench.engine.output.Faults;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.problem.Text;
import io.reelbench.engine.queue.Pin;
import io.reelbench.engine.schema.Field;
import io.reelbench.engine.schema.Reading;
import io.reelbench.engine.schema.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link Preferences} in a file: {@code {"schema":1,"theme":"light","tasks":2}}. Only what differs from the usual is written. A file that
 * cannot be read is put aside and everything is as usual; a single value that cannot is left out and said. Safe for any thread; making
 * one and {@link #change} block for the disk.
 */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final Schema<Preferences> SCHEMA = Schema.of(Preferences.class);
    /** Of the file in the folder of settings. */
    public static final String NAME = "settings.json";
    private static final String ASIDE = "settings.unreadable.json";
    private static final String VERSION = "schema";

    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path file;
    private final List<Consumer<Preferences>> listeners = new CopyOnWriteArrayList<>();
    private final List<Text> troubles = new ArrayList<>();
    /** Of a later version; kept as they are. */
    private final Map<String, JsonNode> strange = new LinkedHashMap<>();
    private volatile State state;

    /** What was chosen, as written and as read. */
    private record State(Map<String, List<String>> given, Preferences now) {
    }

    /** @param config the folder of settings */
    public SettingsFile(Path config) {
        this.file = config.resolve(NAME);
        take(read());
    }

    /** The options of {@link Preferences}. */
    public static Schema<Preferences> schema() {
        return SCHEMA;
    }

    public Preferences now() {
        return state.now;
    }

    /** What differs from the usual, by option. */
    public Map<String, List<String>> given() {
        return Map.copyOf(state.given);
    }

    /** What could not be read of the file, in words. */
    public List<Text> troubles() {
        return List.copyOf(troubles);
    }

    /** What would come of a change, without making it. */
    public Reading<Preferences> check(Map<String, List<String>> changes) {
        return SCHEMA.read(merged(state.given, changes));
    }

    /**
     * Changes options and writes all of them; nothing changes when one of them cannot be read.
     *
     * @param changes by name; an empty list puts one back to the usual
     */
    public Reading<Preferences> change(Map<String, List<String>> changes) throws FailedException {
        Reading<Preferences> reading;
        synchronized (this) {
            reading = check(changes);
            if (reading.value().isEmpty() || reading.value().get().equals(state.now)) {
                return reading;
            }
            Map<String, List<String>> next = SCHEMA.write(reading.value().get());
            write(next);
            state = new State(next, reading.value().get());
        }
        listeners.forEach(listener -> listener.accept(reading.value().get()));
        return reading;
    }

    /** The listener is called after each change, on the thread that made it, and must be quick. */
    public Pin listen(Consumer<Preferences> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static Map<String, List<String>> merged(Map<String, List<String>> given, Map<String, List<String>> changes) {
        Map<String, List<String>> all = new LinkedHashMap<>(given);
        changes.forEach((name, values) -> {
            if (values.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, values);
            }
        });
        return all;
    }

    /** Leaves out what cannot be read, one by one. */
    private void take(Map<String, List<String>> read) {
        Map<String, List<String>> left = new LinkedHashMap<>(read);
        Reading<Preferences> reading = SCHEMA.read(left);
        while (reading.value().isEmpty()) {
            int before = left.size();
            for (Problem problem : reading.problems()) {
                troubles.add(SettingsWords.IGNORED.with(problem.option(), problem.text()));
                left.remove(problem.option());
            }
            if (left.size() == before) {
                left.clear();
            }
            reading = SCHEMA.read(left);
        }
        state = new State(left, reading.value().get());
    }

    private Map<String, List<String>> read() {
        try {
            JsonNode root = json.readTree(Files.readString(file));
            if (root instanceof ObjectNode object) {
                return options(object);
            }
            putAside(SettingsWords.NOT_AN_OBJECT.with().toString());
        } catch (NoSuchFileException first) {
            LOG.debug("There are no settings yet");
        } catch (IOException | JacksonException unreadable) {
            putAside(unreadable.getMessage());
        }
        return Map.of();
    }

    private Map<String, List<String>> options(ObjectNode root) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        root.properties().forEach(property -> {
            if (SCHEMA.field(property.getKey()).isPresent()) {
                options.put(property.getKey(), texts(property.getValue()));
            } else if (!property.getKey().equals(VERSION)) {
                LOG.warn("There is no setting {}", Text.harmless(property.getKey()));
                strange.put(property.getKey(), property.getValue());
            }
        });
        return options;
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray() ? value.valueStream().map(SettingsFile::text).toList() : List.of(text(value));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }

    private void putAside(String why) {
        LOG.warn("{} cannot be read and is put aside: {}", file, why);
        troubles.add(SettingsWords.UNREADABLE.with(file, ASIDE));
        try {
            Files.move(file, file.resolveSibling(ASIDE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            LOG.warn("{} stays where it is: {}", file, stays.getMessage());
        }
    }

    /** Whole or not at all, and on the disk when it returns. */
    private void write(Map<String, List<String>> options) throws FailedException {
        Path beside = file.resolveSibling(NAME + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap((text(options) + "\n").getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    out.write(text);
                }
                out.force(true);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException wrong) {
            throw Faults.writing(file.getParent(), wrong);
        }
    }

    private String text(Map<String, List<String>> options) {
        ObjectNode root = json.createObjectNode().put(VERSION, 1);
        options.forEach((name, values) -> {
            Field field = SCHEMA.field(name).orElseThrow();
            if (field.kind().list()) {
                ArrayNode list = root.putArray(name);
                values.forEach(list::add);
            } else if (field.kind().name().equals("bool")) {
                root.put(name, values.getFirst().equals("yes"));
            } else if (field.kind().name().equals("int")) {
                root.put(name, Integer.parseInt(values.getFirst()));
            } else {
                root.put(name, values.getFirst());
            }
        });
        strange.forEach(root::set);
        return json.writeValueAsString(root);
    }
}
