package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.Nearest;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that operations name beside the clip. Their paths may be patterns, so that each clip of a batch finds its own. */
final class SideFiles {

    private static final List<String> KEYS = List.of("name", "ext", "dir", "parent");

    private SideFiles() {}

    /** What stands for the file here: the edit may have to want it first; and what was found, where somebody looked. */
    record Named(Path file, Optional<SideFile> found) {
    }

    /**
     * The file that a path means for this clip: {@code {name}} is its name without ending, {@code {ext}} the ending, {@code {dir}} its folder,
     * {@code {parent}} that folder's name, {@code {{} a brace. Empty when a key is unknown; the problem is told.
     */
    static Optional<Named> named(String option, Path pattern, Edit edit, Problems problems) {
        try {
            Path file = Path.of(filled(pattern.toString(), edit.first().path())).toAbsolutePath().normalize();
            return Optional.of(new Named(file, Optional.ofNullable(edit.first().known().files().get(file))));
        } catch (BadValue unknown) {
            problems.add(option, unknown);
            return Optional.empty();
        }
    }

    /** Whether it was found and is as it should be; else the problem is told. */
    static Optional<SideFile.Table> table(String option, Named named, Edit edit, Problems problems) {
        return fit(option, SideFile.Table.class, named, edit, problems);
    }

    /** The same of any kind. */
    static <T extends SideFile> Optional<T> fit(String option, Class<T> kind, Named named, Edit edit, Problems problems) {
        return switch (named.found().orElseThrow()) {
            case SideFile.Missing() -> {
                problems.add(new Problem(option, Code.MISSING_FILE,
                        PictureWords.SIDE_MISSING.with(named.file(), edit.first().name())));
                yield Optional.empty();
            }
            case SideFile.Unfit(var why) -> {
                problems.add(new Problem(option, Code.BAD_SYNTAX, PictureWords.SIDE_UNFIT.with(named.file().getFileName(), why)));
                yield Optional.empty();
            }
            // another step lays the same file over the picture
            case SideFile.Mark mark when kind == SideFile.Clip.class -> Optional.of(kind.cast(new SideFile.Clip(mark.media())));
            case SideFile found -> kind.isInstance(found) ? Optional.of(kind.cast(found)) : Optional.empty();
        };
    }

    static Edit wanting(Named named, Edit edit) {
        return edit.wanting(new Fact.Beside(named.file()));
    }

    private static String filled(String pattern, Path clip) throws BadValue {
        String name = clip.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path folder = clip.toAbsolutePath().normalize().getParent();
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            if (pattern.charAt(at) != '{') {
                out.append(pattern.charAt(at));
            } else if (pattern.startsWith("{{", at)) {
                out.append('{');
                at++;
            } else {
                int close = pattern.indexOf('}', at);
                String key = close < 0 ? pattern.substring(at + 1) : pattern.substring(at + 1, close);
                out.append(switch (close < 0 ? "" : key) {
                    case "name" -> dot > 0 ? name.substring(0, dot) : name;
                    case "ext" -> dot > 0 ? name.substring(dot + 1) : "";
                    case "dir" -> folder == null ? "" : folder.toString();
                    case "parent" -> folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
                    default -> throw new BadValue(Code.UNKNOWN_VALUE, PictureWords.SIDE_KEY.with("{" + key + "}"),
                            Nearest.to(key, KEYS).map(near -> PictureWords.USE_INSTEAD.with("{" + near + "}")));
                });
                at = close;
            }
        }
        return out.toString();
    }
}
