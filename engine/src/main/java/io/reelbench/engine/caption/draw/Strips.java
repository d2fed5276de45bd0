package io.reelbench.engine.caption.draw;

import io.reelbench.engine.caption.Cue;
import io.reelbench.engine.caption.Lettering;
import io.reelbench.engine.caption.Lettering.Third;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws captions into files of pictures that follow each other. */
public final class Strips {

    /** What nobody's captions need: so many pictures of text, and so many pixels in all of them. */
    private static final int MOST_PICTURES = 100_000;
    private static final long MOST_PIXELS = 20_000_000_000L;
    private static final int TOGETHER = 64;
    private static final int FADE_STEPS = 60;
    private static final int REMEMBERED = 64;
    private static final long MS = 1000;

    /**
     * What was drawn.
     *
     * @param values for the placeholders that say where the files lie on the picture
     * @param notes  what a person should know
     */
    public record Drawn(Map<String, String> values, List<Text> notes) {
    }

    /**
     * Cues that are shown together for a while.
     *
     * @param strengths of each cue, by its number
     */
    private record Scene(long fromMs, long toMs, Map<Integer, Double> strengths) {
    }

    private final Lettering lettering;
    private final List<Cue> cues;
    private final Size frame;
    private final Faces faces;
    private final Typesetter typesetter;
    private final Brush brush;
    private final Map<Integer, Rectangle2D> places = new HashMap<>();
    private final Map<Integer, Rectangle2D> reaches = new HashMap<>();
    private final Map<Integer, Block> blocks = new java.util.LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Block> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long pictures;
    private long pixels;

    private Strips(Lettering lettering, List<Cue> cues, Faces faces) {
        this.lettering = lettering;
        this.cues = cues;
        this.frame = lettering.frame();
        this.faces = faces;
        this.typesetter = new Typesetter(lettering.script(), frame, faces);
        this.brush = new Brush(new Tint(lettering.light()));
    }

    /**
     * Draws those that are shown at some time between two, in microseconds.
     *
     * @param folder where the files of {@link Lettering#file} will lie
     */
    public static Drawn draw(Lettering lettering, long fromUs, long toUs, Faces faces, Path folder)
            throws IOException, FailedException {
        try {
            List<Cue> shown = lettering.script().cues().stream().filter(cue -> cue.fromUs() < toUs && cue.toUs() > fromUs)
                    .toList();
            return new Strips(lettering, shown, faces).draw(folder);
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            throw Faces.unable(noFonts);
        }
    }

    private Drawn draw(Path folder) throws IOException, FailedException {
        List<Scene> scenes = scenes();
        place(scenes);
        Map<String, String> values = new TreeMap<>();
        for (Third third : lettering.thirds()) {
            Rectangle2D band = band(third);
            values.put(lettering.x(third), Long.toString((long) band.getX()));
            values.put(lettering.y(third), Long.toString((long) band.getY()));
            write(folder.resolve(lettering.file(third)), third, band, scenes);
        }
        return new Drawn(Map.copyOf(values), notes());
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        if (!typesetter.unknown().isEmpty()) {
            notes.add(DrawWords.NO_GLYPHS.with(typesetter.unknown().stream().limit(10).map(Character::toString)
                    .collect(Collectors.joining(" "))));
        }
        Set<String> fonts = cues.stream().flatMap(cue -> cue.pieces().stream()).map(piece -> piece.look().font())
                .collect(Collectors.toCollection(TreeSet::new));
        fonts.stream().filter(font -> !faces.has(font)).limit(5)
                .forEach(font -> notes.add(DrawWords.OTHER_FONT.with(font, DrawWords.OURS.english())));
        return List.copyOf(notes);
    }

    /** All stretches of time in which nothing changes; where nothing is shown there is none. */
    private List<Scene> scenes() throws FailedException {
        TreeMap<Long, List<Integer>> changes = new TreeMap<>();
        for (int i = 0; i < cues.size(); i++) {
            for (long at : changes(cues.get(i))) {
                changes.computeIfAbsent(at, _ -> new ArrayList<>()).add(i);
            }
        }
        List<Scene> scenes = new ArrayList<>();
        Set<Integer> shown = new TreeSet<>();
        long before = 0;
        for (Map.Entry<Long, List<Integer>> change : changes.entrySet()) {
            if (!shown.isEmpty()) {
                scenes.add(scene(before, change.getKey(), shown));
            }
            for (int number : change.getValue()) {
                Cue cue = cues.get(number);
                if (cue.fromUs() / MS <= change.getKey() && change.getKey() < cue.toUs() / MS && shown.size() < TOGETHER) {
                    shown.add(number);
                } else if (change.getKey() >= cue.toUs() / MS) {
                    shown.remove(number);
                }
            }
            before = change.getKey();
        }
        return scenes;
    }

    private Scene scene(long from, long to, Set<Integer> shown) throws FailedException {
        pictures += shown.size();
        if (pictures > MOST_PICTURES) {
            throw new FailedException(new Failure.TooLarge(DrawWords.CAPTIONS.english(),
                    DrawWords.STRIPS.with(pictures).toString(), DrawWords.STRIPS.with(MOST_PICTURES).toString()));
        }
        Map<Integer, Double> strengths = new TreeMap<>();
        for (int number : shown) {
            Cue cue = cues.get(number);
            strengths.put(number, cue.fade().at((from + to) * MS / 2 - cue.fromUs()));
        }
        return new Scene(from, to, strengths);
    }

    /** The times at which a cue looks otherwise than just before, in milliseconds. */
    private List<Long> changes(Cue cue) {
        List<Long> all = new ArrayList<>(List.of(cue.fromUs() / MS, cue.toUs() / MS));
        Cue.Fade fade = cue.fade();
        if (!fade.equals(Cue.Fade.NONE)) {
            steps(cue, fade.inUs(), fade.shownUs(), all);
            steps(cue, fade.goingUs(), fade.goneUs(), all);
        }
        return all;
    }

    private void steps(Cue cue, long from, long to, List<Long> all) {
        long step = Math.max(Math.max(lettering.stepUs(), MS), (to - from) / FADE_STEPS);
        for (long at = from; at < to + step; at += step) {
            long here = cue.fromUs() + Math.min(at, to);
            if (here > cue.fromUs() && here < cue.toUs()) {
                all.add(here / MS);
            }
        }
    }

    private void place(List<Scene> scenes) {
        Stage stage = new Stage(typesetter, frame);
        Rectangle2D whole = new Rectangle2D.Double(0, 0, frame.width(), frame.height());
        for (Scene scene : scenes) {
            stage.keep(scene.strengths.keySet());
            for (int number : scene.strengths.keySet()) {
                if (!places.containsKey(number)) {
                    Block block = block(number);
                    Rectangle2D place = stage.put(number, cues.get(number), block);
                    places.put(number, place);
                    Rectangle2D reach = block.reach();
                    reaches.put(number, pixels(new Rectangle2D.Double(reach.getX() + place.getX(), reach.getY() + place.getY(),
                            reach.getWidth(), reach.getHeight()).createIntersection(whole)));
                }
            }
        }
    }

    private Block block(int number) {
        Block known = blocks.get(number);
        if (known == null) {
            known = typesetter.set(cues.get(number));
            blocks.put(number, known);
        }
        return known;
    }

    /** Whole pixels that begin where pairs of them share their colour; empty where nothing is seen. */
    private static Rectangle2D pixels(Rectangle2D exact) {
        if (exact.getWidth() <= 0 || exact.getHeight() <= 0) {
            return new Rectangle2D.Double();
        }
        double x = Math.floor(exact.getMinX() / 2) * 2;
        double y = Math.floor(exact.getMinY() / 2) * 2;
        return new Rectangle2D.Double(x, y, Math.ceil((exact.getMaxX() - x) / 2) * 2, Math.ceil((exact.getMaxY() - y) / 2) * 2);
    }

    private Rectangle2D reach(int number) {
        return reaches.getOrDefault(number, new Rectangle2D.Double());
    }

    /** The part of the picture that the cues of a third need. */
    private Rectangle2D band(Third third) {
        Rectangle2D band = new Rectangle2D.Double();
        for (int i = 0; i < cues.size(); i++) {
            if (lettering.third(cues.get(i)) == third && !reach(i).isEmpty()) {
                band = band.isEmpty() ? reach(i) : band.createUnion(reach(i));
            }
        }
        return band.isEmpty() ? new Rectangle2D.Double(0, 0, 2, 2) : band;
    }

    private void write(Path file, Third third, Rectangle2D band, List<Scene> scenes) throws IOException, FailedException {
        try (Apng out = new Apng(file, (int) band.getWidth(), (int) band.getHeight())) {
            long now = 0;
            boolean first = true;
            for (Scene scene : scenes) {
                List<Integer> here = scene.strengths.keySet().stream()
                        .filter(i -> lettering.third(cues.get(i)) == third && !reach(i).isEmpty())
                        .sorted(java.util.Comparator.comparingInt((Integer i) -> cues.get(i).layer()).thenComparing(i -> i))
                        .toList();
                if (!here.isEmpty()) {
                    out.gap(scene.fromMs - now);
                    boolean whole = first && scene.fromMs == 0;
                    Rectangle2D part = whole
                            ? band
                            : here.stream().map(this::reach).reduce(Rectangle2D::createUnion).orElseThrow();
                    out.show((int) (part.getX() - band.getX()), (int) (part.getY() - band.getY()), picture(part, here, scene),
                            scene.toMs - scene.fromMs);
                    now = scene.toMs;
                    first = false;
                }
            }
            out.gap(1);
        }
    }

    private BufferedImage picture(Rectangle2D part, List<Integer> shown, Scene scene) throws FailedException {
        int width = (int) part.getWidth();
        int height = (int) part.getHeight();
        pixels += (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new FailedException(new Failure.TooLarge(DrawWords.CAPTIONS.english(),
                    DrawWords.DRAWN.with(pixels / 1_000_000).toString(),
                    DrawWords.DRAWN.with(MOST_PIXELS / 1_000_000).toString()));
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int number : shown) {
            Rectangle2D place = places.get(number);
            brush.draw(picture, block(number), place.getX() - part.getX(), place.getY() - part.getY(),
                    scene.strengths.get(number));
        }
        return picture;
    }
}
