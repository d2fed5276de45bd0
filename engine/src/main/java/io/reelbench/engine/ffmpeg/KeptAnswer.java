package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer kept in a file whose name holds what it depends on. */
final class KeptAnswer<T> {

    /** Reads what was written of an answer. */
    @FunctionalInterface
    interface Form<T> {

        /** @throws JacksonException where it is not what was written */
        T read(JsonMapper json, JsonNode written);
    }

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswer.class);

    private final Path folder;
    private final String name;
    private final Path file;
    private final Form<T> form;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param folder made if it is not there
     * @param key    all that the answer depends on
     */
    KeptAnswer(Path folder, String name, String key, Form<T> form) {
        this.folder = folder;
        this.name = name;
        this.file = folder.resolve(name + "-" + Hash.of(key).substring(0, 16) + ".json");
        this.form = form;
    }

    Optional<T> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.read(json, json.readTree(Files.readAllBytes(file))));
        } catch (JacksonException damaged) {
            LOG.warn("{} is asked for anew: {} is damaged", name, file, damaged);
            return Optional.empty();
        }
    }

    T write(T answer) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, name, ".fresh");
        Files.write(fresh, json.writeValueAsBytes(answer));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return answer;
    }
}
