package io.reelbench.app.viewer;

/** What the viewer shows. */
enum Mode {
    SOURCE("Source"), RESULT("Result"), WIPE("Wipe"), SIDE("Side");

    private final String words;

    Mode(String words) {
        this.words = words;
    }

    boolean showsSource() {
        return this != RESULT;
    }

    boolean showsResult() {
        return this != SOURCE;
    }

    /** The action that shows it. */
    String action() {
        return "view-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return words;
    }
}
