package io.reelbench.engine.operation;

import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.plan.Bring;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Grades the picture by a table of colours. */
public record Lut(
        @Ask(value = "Table", help = "A .cube, .3dl, .dat, .m3d or .csp file; {dir}/{name}.cube is the one beside each clip.") Optional<Path> file,
        @Ask(value = "Between points", help = "How colours between those of the table are found.", advanced = true) Interpolation interpolation,
        @Ask(value = "Strength", help = "How much of it is mixed with the picture as it was.", min = 0, max = 1, from = 0, to = 1) double strength)
        implements
            Operation {

    public enum Interpolation {
        TETRAHEDRAL, TRILINEAR, NEAREST
    }

    private static final List<String> ENDINGS = List.of("cube", "3dl", "dat", "m3d", "csp");

    private static final About ABOUT = new About("lut", "Colour table", "Grades the picture by a LUT, a table of colours.",
            About.Group.PICTURE, About.Role.STEP, List.of("lut", "3d lut", "cube", "grade", "log", "look", "film emulation"),
            "lut log.mov --file rec709.cube -o graded.mov");

    public Lut() {
        this(Optional.empty(), Interpolation.TETRAHEDRAL, 1);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems)) {
            return edit;
        }
        if (file.isEmpty()) {
            problems.add("file", Code.REQUIRED, PictureWords.TABLE_REQUIRED);
            return edit;
        } else if (strength == 0) {
            problems.add("strength", Code.NOTHING_TO_DO, PictureWords.NO_STRENGTH);
            return edit;
        }
        Optional<SideFiles.Named> named = SideFiles.named("file", file.get(), edit, problems);
        if (named.isEmpty()) {
            return edit;
        } else if (named.get().found().isEmpty()) {
            return SideFiles.wanting(named.get(), edit);
        }
        Optional<SideFile.Table> table = SideFiles.table("file", named.get(), edit, problems);
        return table.isEmpty() ? edit : graded(edit, named.get().file(), table.get());
    }

    private Edit graded(Edit edit, Path path, SideFile.Table table) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        // it was read as one of these, else it would not have come so far
        String ending = ENDINGS.stream().filter(e -> name.endsWith("." + e)).findFirst().orElse(ENDINGS.getFirst());
        Bring bring = Bring.of("lut", path, table.bytes(), table.modifiedMs(), ending);
        String lut = "lut3d=file=%s:interp=%s".formatted(bring.name(), interpolation.name().toLowerCase(Locale.ROOT));
        String text = Shape.rgb(edit.video().orElseThrow().pixels()) + (strength == 1
                ? lut
                : "split[u~][g~];[g~]%s[l~];[l~][u~]blend=all_mode=normal:all_opacity=%s".formatted(lut, Figures.of(strength)));
        return edit.bringing(bring).withPicture(List.of(Filter.of(text)));
    }
}
