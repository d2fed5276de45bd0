package io.reelbench.engine.local;

import io.reelbench.engine.caption.draw.Faces;
import io.reelbench.engine.caption.draw.Strips;
import io.reelbench.engine.media.Letters;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.output.Faults;
import io.reelbench.engine.output.Pictures;
import io.reelbench.engine.plan.OwnWork;
import io.reelbench.engine.plan.Packing;
import io.reelbench.engine.plan.Peaks;
import io.reelbench.engine.plan.Ref;
import io.reelbench.engine.plan.WaveForm;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import io.reelbench.engine.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Does what a plan asks of the program itself. */
final class OwnHands {

    /** Latin, Greek and Cyrillic; of the same jar as the window's. */
    private static final String FONT = "/io/reelbench/ui/fonts/ReelbenchSans-Regular.ttf";

    private final Media clip;
    private final Function<Ref, Path> places;
    private final Map<String, String> values;
    private final Workbench.Counting counting;

    /**
     * @param places where the files are that a plan names
     * @param values the values of placeholders, which it may add to
     * @param counting counts what is in many files
     */
    OwnHands(Media clip, Function<Ref, Path> places, Map<String, String> values, Workbench.Counting counting) {
        this.counting = counting;
        this.clip = clip;
        this.places = places;
        this.values = values;
    }

    /** @return what a person should know of it */
    List<Text> work(OwnWork work) throws FailedException, InterruptedException {
        Path folder = places.apply(new Ref.Scratch(""));
        try {
            switch (work) {
                case OwnWork.ScenePalettes(var placeholder, var list, var palettes) ->
                    values.put(placeholder, palettes.forScenes(Files.readString(folder.resolve(list))));
                case OwnWork.Letters(String name) -> letters(folder.resolve(name));
                case OwnWork.Inscribe(var lettering, var span) -> {
                    Strips.Drawn drawn = Strips.draw(lettering, span.fromUs(), span.toUs(), Faces.with(lettering.font()), folder);
                    values.putAll(drawn.values());
                    return drawn.notes();
                }
                case OwnWork.Draw draw -> {
                    folder = places.apply(draw.into());
                    draw(draw, places.apply(new Ref.Scratch(draw.list())), folder);
                }
                case OwnWork.Respell(String name, var charset, Ref into) -> {
                    String text = Files.readString(folder.resolve(name));
                    folder = places.apply(into);
                    Files.write(folder, charset.bytes(text));
                }
                case OwnWork.Letter(Path file, var charset, String into) -> letter(file, charset, folder.resolve(into));
                case OwnWork.MakeFolder(Ref made) -> {
                    folder = places.apply(made);
                    LocalKind.delete(folder);
                    Files.createDirectory(folder);
                }
                case OwnWork.ListPieces listing -> new PieceWork(places).list(listing, clip);
                case OwnWork.NamePieces naming -> {
                    folder = places.apply(naming.pieces());
                    new PieceWork(places).name(naming, clip, counting);
                }
                case OwnWork.Collect collect -> {
                    folder = places.apply(collect.into());
                    collect(collect);
                }
            }
        } catch (IOException e) {
            throw Faults.writing(folder.getParent(), e);
        }
        return List.of();
    }

    private static void letter(Path file, Charset charset, Path into) throws IOException, FailedException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException gone) {
            throw new FailedException(new Failure.Missing(file.toString()), gone);
        }
        Files.writeString(into, Letters.read(bytes, charset));
    }

    private void collect(OwnWork.Collect collect) throws IOException {
        Path from = places.apply(collect.folder());
        Pictures pictures = new Pictures(from, clip.path(), collect.names(), collect.ending());
        if (collect.packing() == Packing.NONE) {
            pictures.rename();
        } else {
            pictures.pack(collect.packing(), places.apply(collect.into()), clip.modifiedMs());
            LocalKind.delete(from);
        }
    }

    private static void draw(OwnWork.Draw draw, Path list, Path into) throws IOException {
        Peaks peaks;
        try (Stream<String> lines = Files.lines(list)) {
            peaks = Peaks.read(lines::iterator, draw.channels());
        }
        if (draw.form().format() == WaveForm.Format.JSON) {
            Files.writeString(into, peaks.json(draw.sampleRate(), draw.samples(), draw.form().splitChannels()));
        } else {
            Files.write(into, peaks.drawn(draw.form()));
        }
    }

    private static void letters(Path to) throws IOException {
        try (InputStream font = OwnHands.class.getResourceAsStream(FONT)) {
            Files.copy(Objects.requireNonNull(font, FONT), to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
