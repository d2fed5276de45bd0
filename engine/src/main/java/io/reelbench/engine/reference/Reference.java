package io.reelbench.engine.reference;

import io.reelbench.engine.operation.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what is generated from the catalogue into a folder; the build does so. */
public final class Reference {

    /** What a person types to have the kept pages written anew. */
    static final String RENEWING = "mvn -q -pl engine -am process-classes -Dreference.folder=src/docs";

    private Reference() {}

    /** File names and contents. */
    static Map<String, String> files() {
        Catalog catalog = new Catalog();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("operations.md", new OperationsPage(catalog).text(RENEWING));
        files.put("recipe.schema.json", new RecipeSchema(catalog).text());
        return files;
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path there = folder.resolve(file.getKey());
            if (!Files.exists(there) || !Files.readString(there).equals(file.getValue())) {
                Files.writeString(there, file.getValue());
            }
        }
    }
}
