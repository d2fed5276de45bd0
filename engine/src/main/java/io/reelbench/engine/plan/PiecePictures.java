package io.reelbench.engine.plan;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The first frame of each piece, in full and small, out of the finished pieces, some of them in each run. */
final class PiecePictures {

    /** Of the small one. */
    private static final int WIDTH = 480;
    private static final int SMALL_QUALITY = 75;
    /** So many pieces are opened at once. */
    private static final int TOGETHER = 20;

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

    List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        for (int from = 1; from <= count; from += TOGETHER) {
            steps.add(new Step.Run(Step.Doing.PICTURE, command(from, Math.min(count, from + TOGETHER - 1)), 0.02,
                    OptionalLong.empty()));
        }
        return steps;
    }

    /** Each piece has a decoder of its own: one for all would put pictures of two pieces in the order of their own numbers. */
    private Command command(int from, int to) {
        List<Command.Input> inputs = new ArrayList<>();
        StringBuilder graph = new StringBuilder();
        StringBuilder pads = new StringBuilder();
        List<Filter> first = new ArrayList<>(List.of(Filter.of("trim=end_frame=1"), Filter.of("setpts=0")));
        first.addAll(square(file.picture.orElseThrow().here()));
        for (int i = from; i <= to; i++) {
            int number = i - from;
            inputs.add(new Command.Input(List.of("-skip_frame", "nokey", "-threads", "1"),
                    new Ref.Inside(product, "%06d.".formatted(i) + file.container.extension())));
            graph.append("[%d:v:0]%s[p%d];".formatted(number, Chain.text(first), number));
            pads.append("[p%d]".formatted(number));
        }
        List<Filter> less = new ArrayList<>(shrink);
        less.addAll(small.filters());
        graph.append(pads)
                .append("concat=n=%d,setpts=N/TB,split[full][less];[full]%s[first];[less]%s[thumb]".formatted(inputs.size(),
                        Chain.text(full.filters()), Chain.text(less)));
        return new Command(List.copyOf(inputs), Optional.of(graph.toString()),
                List.of(output("first", full, "jpg", from), output("thumb", small, "webp", from)));
    }

    private Command.Output output(String pad, StillCoding coding, String ending, int from) {
        List<String> arguments = new ArrayList<>(List.of("-map", "[" + pad + "]", "-fps_mode", "passthrough"));
        arguments.addAll(coding.arguments());
        arguments.addAll(List.of("-start_number", Integer.toString(from), "-f", "image2"));
        return new Command.Output(List.copyOf(arguments), new Ref.Inside(product, "%06d-" + pad + "." + ending));
    }
}
