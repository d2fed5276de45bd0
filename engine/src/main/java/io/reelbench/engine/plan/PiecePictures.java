package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The first frame of each piece, in full and small, out of the finished pieces in one run. */
final class PiecePictures {

    /** Of the small one. */
    private static final int WIDTH = 480;
    private static final int SMALL_QUALITY = 75;
    /** So much of each piece is read; a transport stream begins with an empty second. */
    private static final long HEAD = 500_000;
    private static final long HEAD_TS = 3_000_000;

    private final FilePlan file;
    private final int product;
    private final StillCoding full;
    private final StillCoding small;
    private final List<Filter> shrink;

    PiecePictures(Edit edit, FilePlan file, int product, Capabilities can, Draft draft) {
        this.file = file;
        this.product = product;
        Track.Video picture = file.picture.orElseThrow().here();
        Track.Video square = new Chain(square(picture)).on(picture);
        Size size = square.upright();
        int width = Math.min(WIDTH, size.width());
        Size less = new Size(width, Math.max(1, (int) Math.round((double) size.height() * width / size.width())));
        this.shrink = List.of(Filter.sized("scale=%d:%d:flags=lanczos".formatted(less.width(), less.height()), less));
        this.full = new StillCoding(new StillForm(), edit.first(), square, can, draft);
        this.small = new StillCoding(
                new StillForm(StillForm.Format.WEBP, Optional.of(new StillForm.Lossy(SMALL_QUALITY)),
                        new StillForm().background()),
                edit.first(), square, can, draft);
    }

    private static List<Filter> square(Track.Video picture) {
        Size size = picture.upright();
        return picture.hasSquarePixels()
                ? List.of()
                : List.of(Filter.sized("scale=%d:%d:flags=lanczos,setsar=1".formatted(size.width(), size.height()), size));
    }

    String list() {
        return "heads%d.ffconcat".formatted(product);
    }

    List<Step> steps(int count) {
        OwnWork.ListPieces listing = new OwnWork.ListPieces(new Ref.Target(product), count, file.container.extension(),
                OptionalLong.of(file.container == Container.TS ? HEAD_TS : HEAD), list());
        return List.of(new Step.Own(listing), new Step.Run(Step.Doing.PICTURE, command(), 0.02, OptionalLong.empty()));
    }

    private Command command() {
        String slot = Long.toString(OwnWork.ListPieces.APART);
        List<Filter> first = new ArrayList<>();
        first.add(Filter.of("select='isnan(prev_selected_t)+gt(floor(t/%s),floor(prev_selected_t/%s))'".formatted(slot, slot)));
        first.addAll(square(file.picture.orElseThrow().here()));
        List<Filter> less = new ArrayList<>(shrink);
        less.addAll(small.filters());
        String graph = "[0:v:0]%s,split[full][less];[full]%s[first];[less]%s[thumb]".formatted(Chain.text(first),
                Chain.text(full.filters()), Chain.text(less));
        return new Command(
                List.of(new Command.Input(List.of("-skip_frame", "nokey", "-f", "concat", "-safe", "0"),
                        new Ref.Scratch(list()))),
                Optional.of(graph), List.of(output("first", full, "jpg"), output("thumb", small, "webp")));
    }

    private Command.Output output(String pad, StillCoding coding, String ending) {
        List<String> arguments = new ArrayList<>(List.of("-map", "[" + pad + "]", "-fps_mode", "passthrough"));
        arguments.addAll(coding.arguments());
        arguments.addAll(List.of("-f", "image2"));
        return new Command.Output(List.copyOf(arguments), new Ref.Inside(product, "%06d-" + pad + "." + ending));
    }
}
