package io.reelbench.engine.plan;

import io.reelbench.engine.schema.Word;
import java.util.List;

/** What many pictures are put into. */
public enum Packing implements Word {
    /** A folder. */
    NONE(""),
    /** Side by side in one file. */
    ZIP("zip"),
    /** In a folder {@code frames} in one file. */
    TGZ("tgz", "gzip", "tar.gz");

    private final String extension;
    private final List<String> synonyms;

    Packing(String extension, String... synonyms) {
        this.extension = extension;
        this.synonyms = List.of(synonyms);
    }

    /** Without a dot; empty for a folder. */
    public String extension() {
        return extension;
    }

    @Override
    public String title() {
        return this == NONE ? "Folder" : this == ZIP ? "ZIP" : "tar.gz";
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
