package io.reelbench.engine.cli;

import io.reelbench.engine.gather.Gathered;
import io.reelbench.engine.operation.Recipe;
import io.reelbench.engine.output.Names;
import io.reelbench.engine.output.OutputWish;
import io.reelbench.engine.plan.Product;
import java.nio.file.Path;

/** Where outputs are wished for. */
final class Outputs {

    private Outputs() {}

    /** The same wish with its paths seen from a directory. */
    static OutputWish from(OutputWish wish, Path directory) {
        return new OutputWish(wish.out().map(directory::resolve), wish.to().map(directory::resolve), wish.name(),
                wish.ifExists(), wish.keepDates());
    }

    /** Where a product would go if nothing of its name is there. */
    static Path wished(OutputWish wish, Gathered.Clip clip, int index, Recipe recipe, Product product) {
        if (wish.out().isPresent()) {
            return wish.out().get();
        }
        Path folder = wish.to().map(to -> to.resolve(clip.folder())).orElse(clip.file().getParent());
        Names.Subject subject = new Names.Subject(clip.file(), recipe.label(), index, product.label());
        return folder.resolve(wish.name().of(subject, product.extension())).normalize();
    }
}
