package io.reelbench.engine.local;

import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The wished places of a plan's products. */
public final class Targets {

    private Targets() {}

    public static List<Path> of(OutputWish wish, Path clip, String recipe, List<Product> products) {
        List<Path> targets = new ArrayList<>();
        Path folder = wish.to().map(Path::toAbsolutePath).orElse(clip.toAbsolutePath().getParent());
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            if (wish.out().isPresent()) {
                targets.add(given(wish.out().get().toAbsolutePath().normalize(), product, i));
            } else {
                String name = wish.name().of(new Names.Subject(clip, recipe, 1, product.label()), product.extension());
                targets.add(folder.resolve(name).normalize());
            }
        }
        return List.copyOf(targets);
    }

    /** The first product gets the very name; others stand beside it with their labels. */
    private static Path given(Path out, Product product, int index) {
        if (index == 0) {
            return out;
        }
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return out.resolveSibling(stem + "-" + product.label() + "." + product.extension());
    }
}
