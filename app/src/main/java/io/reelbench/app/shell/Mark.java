package io.reelbench.app.shell;

import javafx.scene.Group;
import javafx.scene.shape.SVGPath;

/** The program's mark: a frame cut by a slanted line, source on one side and result on the other. 16 by 16 pixels. */
final class Mark extends Group {

    private static final String SOURCE = "M3 0 H8.6 L5.2 16 H3 A3 3 0 0 1 0 13 V3 A3 3 0 0 1 3 0 Z";
    private static final String RESULT = "M10.2 0 H13 A3 3 0 0 1 16 3 V13 A3 3 0 0 1 13 16 H6.8 Z";

    Mark() {
        getChildren().addAll(half(SOURCE, "rb-mark-source"), half(RESULT, "rb-mark-result"));
    }

    private static SVGPath half(String shape, String style) {
        SVGPath path = new SVGPath();
        path.setContent(shape);
        path.getStyleClass().add(style);
        return path;
    }
}
