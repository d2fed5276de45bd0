package io.reelbench.app;

/** Where the product starts. Not a JavaFX Application: the launcher would then demand JavaFX before the first line runs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var version = Main.class.getPackage().getImplementationVersion();
        System.out.println("Reelbench " + (version == null ? "(from classes)" : version));
    }
}
