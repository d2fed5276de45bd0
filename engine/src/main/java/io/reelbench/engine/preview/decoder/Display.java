package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Source.Light;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** Makes of a frame what a screen shows: upright, square pixels, the size asked for, sRGB with premultiplied alpha. */
final class Display implements AutoCloseable {

    private static final int KEPT = 6;
    /** From this size on, pictures that do not say their matrix are taken for BT.709. */
    private static final Size HIGH_DEFINITION = new Size(1280, 720);

    /**
     * How a picture lies.
     *
     * @param rotation degrees clockwise, after it was mirrored top to bottom
     * @param num      width of a pixel …
     * @param den      … over its height
     */
    record Lie(int rotation, boolean flipped, long num, long den) {

        static final Lie UPRIGHT = new Lie(0, false, 1, 1);

        static Lie of(Source source) {
            return new Lie(source.rotation(), source.flipped(), source.shapeNum(), source.shapeDen());
        }
    }

    private record Form(int format, int width, int height, int matrix, int range, String chain) {
    }

    private final String scaler;
    private final Map<Form, Graph> graphs = new LinkedHashMap<>(16, 0.75f, true);

    /** @param scaler ffmpeg's name of the way pixels are computed */
    Display(String scaler) {
        this.scaler = scaler;
    }

    /** The picture in BGRA, for the caller to free. */
    AVFrame show(AVFrame frame, Lie lie, Light light, Size within) throws Unable {
        String chain = chain(frame, lie, light, stored(frame, lie, within));
        AVFrame own = avutil.av_frame_clone(frame);
        try {
            settle(own, light);
            return graph(own, chain).through(own);
        } finally {
            avutil.av_frame_free(own);
        }
    }

    private static void settle(AVFrame frame, Light light) {
        boolean rgb = has(frame, avutil.AV_PIX_FMT_FLAG_RGB);
        if (rgb) {
            frame.colorspace(avutil.AVCOL_SPC_RGB);
            frame.color_range(avutil.AVCOL_RANGE_JPEG);
        } else if (frame.colorspace() == avutil.AVCOL_SPC_UNSPECIFIED || frame.colorspace() == avutil.AVCOL_SPC_RGB
                || frame.colorspace() == avutil.AVCOL_SPC_RESERVED) {
            boolean high = frame.width() >= HIGH_DEFINITION.width() || frame.height() >= HIGH_DEFINITION.height();
            frame.colorspace(light != Light.USUAL
                    ? avutil.AVCOL_SPC_BT2020_NCL
                    : high ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M);
        }
        // the frame is one picture now, whatever came before it
        frame.pts(0);
        frame.crop_left(0).crop_right(0).crop_top(0).crop_bottom(0);
    }

    private static boolean has(AVFrame frame, long flag) {
        return (avutil.av_pix_fmt_desc_get(frame.format()).flags() & flag) != 0;
    }

    /** The size that is shown, as the picture is stored: before it is turned. */
    private static Size stored(AVFrame frame, Lie lie, Size within) {
        Size box = lie.rotation() % 180 == 0 ? within : within.turned();
        double width = Math.max(1.0, (double) frame.width() * lie.num() / lie.den());
        double height = frame.height();
        double factor = Math.min(1, Math.min(box.width() / width, box.height() / height));
        return new Size((int) Math.max(1, Math.round(width * factor)), (int) Math.max(1, Math.round(height * factor)));
    }

    private String chain(AVFrame frame, Lie lie, Light light, Size size) {
        List<String> chain = new ArrayList<>();
        boolean alpha = has(frame, avutil.AV_PIX_FMT_FLAG_ALPHA) || frame.format() == avutil.AV_PIX_FMT_PAL8;
        if (alpha) {
            chain.add("format=gbrap,premultiply=inplace=1");
        }
        chain.add("scale=%d:%d:flags=%s".formatted(size.width(), size.height(), scaler));
        if (light != Light.USUAL && !alpha) {
            chain.add(
                    ("format=yuv444p10le,zscale=tin=%s:min=2020_ncl:pin=2020:rin=%s:t=linear:npl=100,format=gbrpf32le,zscale=p=709,"
                            + "tonemap=tonemap=hable:desat=0,zscale=t=709:m=gbr:r=full,format=gbrp")
                            .formatted(light == Light.PQ ? "smpte2084" : "arib-std-b67",
                                    frame.color_range() == avutil.AVCOL_RANGE_JPEG ? "full" : "limited"));
        }
        chain.add("format=bgra");
        if (lie.flipped()) {
            chain.add("vflip");
        }
        chain.addAll(switch (lie.rotation()) {
            case 90 -> List.of("transpose=clock");
            case 180 -> List.of("hflip,vflip");
            case 270 -> List.of("transpose=cclock");
            default -> List.of();
        });
        return String.join(",", chain);
    }

    private Graph graph(AVFrame frame, String chain) throws Unable {
        Form form = new Form(frame.format(), frame.width(), frame.height(), frame.colorspace(), frame.color_range(), chain);
        Graph known = graphs.get(form);
        if (known == null) {
            known = Graph.of(frame, new AVRational().num(1).den(1), Graph.MICROSECONDS,
                    new AVRational().num(0).den(1), chain);
            graphs.put(form, known);
            if (graphs.size() > KEPT) {
                graphs.remove(graphs.keySet().iterator().next()).close();
            }
        }
        return known;
    }

    @Override
    public void close() {
        graphs.values().forEach(Graph::close);
        graphs.clear();
    }
}
