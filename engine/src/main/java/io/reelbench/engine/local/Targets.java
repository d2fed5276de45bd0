package io.reelbench.engine.local;

import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.KeyValues;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.output.Place;
import io.reelbench.engine.plan.Plan;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The wished places of a plan's products. The same plan and place always give the same. */
public final class Targets {

    /**
     * What a plan says of one product's name.
     *
     * @param values of the keys in names
     * @param folder of its own below that of the others; empty for none
     */
    record Piece(String extension, Map<Names.Key, String> values, String folder) {

        private String label() {
            return values.getOrDefault(Names.Key.LABEL, "");
        }
    }

    private Targets() {}

    public static List<Path> of(Place place, Path clip, Recipe recipe, Plan plan) {
        return of(place, clip, pieces(recipe, plan));
    }

    static List<Piece> pieces(Recipe recipe, Plan plan) {
        ZoneId here = ZoneId.systemDefault();
        return plan.products().stream().map(p -> new Piece(p.extension(), KeyValues.of(recipe, plan, p, here), p.folder()))
                .toList();
    }

    static List<Path> of(Place place, Path clip, List<Piece> pieces) {
        List<Path> targets = new ArrayList<>();
        Path folder = place.folder(clip);
        for (Piece piece : pieces) {
            if (place.wish().output().isPresent()) {
                targets.add(given(place, piece, targets.isEmpty()));
            } else if (!piece.folder.isEmpty() && place.wish().name().equals(new OutputWish().name())) {
                String number = place.number() > 1 ? "-" + place.number() : "";
                targets.add(folder.resolve(piece.folder).resolve(stem(clip) + number + "." + piece.extension).normalize());
            } else {
                Names.Subject subject = new Names.Subject(clip, piece.values, place.number());
                targets.add(folder.resolve(place.wish().name().of(subject, piece.extension)).normalize());
            }
        }
        return List.copyOf(targets);
    }

    private static String stem(Path clip) {
        String name = clip.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The first product gets the very name; others stand beside it with their labels. */
    private static Path given(Place place, Piece piece, boolean first) {
        Path out = place.wish().output().orElseThrow().toAbsolutePath().normalize();
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String number = place.number() > 1 ? "-" + place.number() : "";
        return out.resolveSibling(first
                ? stem + number + name.substring(stem.length())
                : stem + number + "-" + piece.label() + "." + piece.extension);
    }
}
