package io.reelbench.engine.plan;

import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The short pieces on which a target score is searched, all in one list, so that one run encodes them, decodes what it
 * encoded, and compares. Many short
 * ones tell more than a few long ones: of three minutes of film, 16 × 1.25 s came within 0.13 dB of the whole and 5 × 4 s within 0.64; of a
 * trailer within 0.1 dB and 0.0.
 */
final class Samples {

    private static final int COUNT = 16;
    private static final long SHORT = 90 * Time.SECOND;
    private static final long SHORTEST = 3 * Time.SECOND / 4;
    private static final long LONGEST = 2 * Time.SECOND;
    /** All of them together are a tenth of the clip. */
    private static final int PART = 10 * COUNT;
    private static final String LIST = "samples.ffconcat";
    /** These take fractions of a crf. */
    private static final Set<String> FINE = Set.of("libx264", "libx265");
    private static final double FINE_STEP = 0.25;
    private static final int LOWEST = 8;

    private final Edit edit;
    private final FilePlan file;
    private final PictureOut.Encode encode;
    private final String filter;
    private final long lengthUs;
    private final long pieceUs;

    /** @param filter ffmpeg's, that measures */
    Samples(Edit edit, FilePlan file, String filter) {
        this.edit = edit;
        this.file = file;
        this.encode = file.picture.get().encode();
        this.filter = filter;
        this.lengthUs = file.lengthUs().orElse(LONGEST);
        this.pieceUs = Math.clamp(lengthUs / PART, SHORTEST, LONGEST);
    }

    /** Short clips are read once; a way to each piece of its own would decode more of them than there is. */
    private boolean readsThrough() {
        return count() > 1 && lengthUs <= SHORT && edit.isWhole() && edit.pace().equals(Fraction.ONE)
                && filters().stream().allMatch(f -> f.leadUs() == 0);
    }

    private int count() {
        return lengthUs <= COUNT * pieceUs ? 1 : COUNT;
    }

    private static String name(int number) {
        return "sample-%d.nut".formatted(number);
    }

    Step.Write list() {
        return new Step.Write(LIST, IntStream.range(0, readsThrough() ? 1 : count()).mapToObj(i -> "file " + name(i) + "\n")
                .collect(Collectors.joining("", "ffconcat version 1.0\n", "")));
    }

    Step.Search search(double target) {
        int most = Encoders.mostCrf(VideoCodec.of(file.picture.get().codec()).orElse(VideoCodec.H264)).orElse(51);
        double step = encode.arguments().stream().anyMatch(FINE::contains) ? FINE_STEP : 1;
        return new Step.Search(PictureCoder.CRF, file.sink.rate().metric(), target, new Step.CrfScale(LOWEST, most - 3, step),
                0.15,
                pieces(), trial());
    }

    private List<Command> pieces() {
        int count = count();
        long piece = count == 1 ? lengthUs : pieceUs;
        long apart = (lengthUs - piece) / count;
        if (readsThrough()) {
            String now = "(t-%s)".formatted(Time.seconds(apart / 2));
            Filter select = Filter
                    .of("select='gte(%s,0)*lt(mod(%s,%s),%s)'".formatted(now, now, Time.seconds(apart), Time.seconds(piece)));
            // encoders spend more on a frame that lasts longer, so no gaps are left between the pieces
            String rate = file.picture.get().here().rate().map(r -> r.num() + "/" + r.den()).orElse("25/1");
            List<Filter> filters = new ArrayList<>(filters());
            filters.add(Filter.of("setpts=N/(%s)/TB".formatted(rate)));
            return List.of(made(0, List.of(), List.of(select), filters));
        }
        return IntStream.range(0, count).mapToObj(i -> piece(i, apart / 2 + i * apart, piece)).toList();
    }

    private Command piece(int number, long at, long piece) {
        long source = Fraction.of(piece).times(edit.pace()).round();
        return made(number, List.of("-ss", Time.seconds(edit.toSource(at)), "-t", Time.seconds(source)), List.of(),
                Chain.from(filters(), at, "setpts"));
    }

    /** Those of the steps, of the output, and of its encoder. */
    private List<Filter> filters() {
        return Stream.of(edit.picture().filters(), file.sink.chain().filters(), encode.filters()).flatMap(List::stream).toList();
    }

    private Command made(int number, List<String> reading, List<Filter> before, List<Filter> filters) {
        List<Filter> all = new ArrayList<>(before);
        all.addAll(filters);
        all.add(Filter.of("format=" + encode.arguments().get(encode.arguments().indexOf("-pix_fmt") + 1)));
        return new Command(List.of(new Command.Input(reading, new Ref.Source(0))), Optional.empty(),
                List.of(new Command.Output(List.of("-map", "0:" + file.picture.get().track().index(), "-an", "-sn", "-dn",
                        "-filter:v:0", Chain.text(all), "-fps_mode", "passthrough", "-c:v", "ffvhuff", "-f", "nut"),
                        new Ref.Scratch(name(number)))));
    }

    /** Both sides are numbered anew: a metric pairs frames by their times. */
    private Command trial() {
        String graph = "[dec:0]settb=1/1000,setpts=N*40[a];[0:0]settb=1/1000,setpts=N*40[b];[a][b]" + filter + "[score]";
        List<String> arguments = new ArrayList<>(List.of("-dec", "0:0", "-map", "0:0"));
        arguments.addAll(bare(encode.arguments()));
        arguments.addAll(List.of("-f", "null"));
        return new Command(List.of(new Command.Input(List.of("-f", "concat", "-safe", "0"), new Ref.Scratch(LIST))),
                Optional.of(graph), List.of(new Command.Output(List.copyOf(arguments), new Ref.Nowhere()), new Command.Output(
                        List.of("-map", "[score]", "-loglevel", "level+info", "-f", "null"), new Ref.Nowhere())));
    }

    /** The tag belongs to the final container; and not a frame may be added or dropped where pieces meet, or the wrong ones are compared. */
    private static List<String> bare(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        for (String option : List.of("-tag:v", "-fps_mode", "-r", "-enc_time_base:v")) {
            int at = rest.indexOf(option);
            if (at >= 0) {
                rest.subList(at, at + 2).clear();
            }
        }
        rest.addAll(List.of("-fps_mode", "passthrough"));
        return rest;
    }
}
