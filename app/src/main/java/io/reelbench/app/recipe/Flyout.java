package io.reelbench.app.recipe;

import io.reelbench.app.look.Theme;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** A card that floats beside what opened it; it goes by Escape and by a click elsewhere. */
final class Flyout {

    private Flyout() {}

    static PopOver show(Node owner, Node content, PopOver.ArrowLocation arrow) {
        PopOver card = new PopOver(content);
        card.setArrowLocation(arrow);
        card.setArrowSize(0);
        card.setCornerRadius(8);
        card.setDetachable(false);
        card.setAnimated(false);
        card.setFadeInDuration(Duration.ZERO);
        card.setFadeOutDuration(Duration.ZERO);
        card.setHideOnEscape(true);
        card.setAutoHide(true);
        Theme.wear(card.getRoot(), owner);
        card.setOnHidden(_ -> owner.requestFocus());
        card.show(owner);
        return card;
    }
}
