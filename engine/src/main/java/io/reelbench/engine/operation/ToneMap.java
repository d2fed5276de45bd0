package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Effect;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.plan.Nits;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import java.util.List;
import java.util.Locale;

/** High dynamic range (HDR10, HLG) becomes ordinary video in BT.709. */
public record ToneMap(
        @Ask(value = "Method", help = "Mobius keeps the middle tones, hable keeps highlights and darkens.") Method method,
        @Ask(value = "Peak", help = "The brightest level of the source; automatic asks its metadata, else 1000.", unit = "nits", min = 100, max = 10_000, from = 400, to = 4000) Nits peak,
        @Ask(value = "Desaturate", help = "How much highlights turn white instead of losing detail.", min = 0, max = 10, from = 0, to = 4, advanced = true) double desaturate)
        implements
            Operation {

    public enum Method {
        HABLE, MOBIUS, REINHARD, CLIP, GAMMA, LINEAR
    }

    /** ffmpeg counts light in units of this. */
    private static final double WHITE_NITS = 100;
    private static final int USUAL_PEAK = 1000;
    /** What speaks of light that is no longer there. */
    private static final List<String> STALE = List.of("MASTERING_DISPLAY_METADATA", "CONTENT_LIGHT_LEVEL", "DYNAMIC_HDR_PLUS",
            "DOVI_RPU_BUFFER", "DOVI_METADATA");
    private static final Track.PixelFormat PLAIN = new Track.PixelFormat("yuv420p", 8, 420, false, false);

    private static final About ABOUT = new About("tone-map", "HDR to SDR", "Makes ordinary video of HDR10 and HLG.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("hdr", "sdr", "hlg", "hdr10", "pq", "bt2020", "washed out", "dolby vision", "bt709"),
            "tone-map hdr.mp4 -o sdr.mp4");

    public ToneMap() {
        this(Method.MOBIUS, Nits.AUTO, 0.5);
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
        Track.Video video = edit.video().orElseThrow();
        Track.ColourSpace is = Colours.of(video);
        boolean light = is.transfer().equals("smpte2084") || is.transfer().equals("arib-std-b67");
        boolean missing = video.hdr().kind() == Track.Hdr.Kind.HDR10 || video.hdr().kind() == Track.Hdr.Kind.HLG;
        if (!light && !missing) {
            boolean dolby = video.hdr().kind() == Track.Hdr.Kind.DOLBY_VISION;
            problems.add("", dolby ? Code.NOT_AVAILABLE : Code.NOTHING_TO_DO,
                    dolby ? PictureWords.DOLBY_ALONE : PictureWords.NOT_HDR, edit.first().name());
            return edit;
        }
        String transfer = light ? is.transfer() : video.hdr().kind() == Track.Hdr.Kind.HLG ? "arib-std-b67" : "smpte2084";
        Track.ColourSpace from = new Track.ColourSpace(is.range(), is.matrix(), is.primaries(), transfer);
        return edit.withPicture(List.of(filter(video, from)));
    }

    private Filter filter(Track.Video video, Track.ColourSpace from) {
        int nits = peak.nits().orElse(video.hdr().peakNits().orElse(USUAL_PEAK));
        StringBuilder text = new StringBuilder();
        // an odd side has no half, which zscale asks for
        boolean odd = video.upright().width() % 2 != 0 || video.upright().height() % 2 != 0;
        if (odd) {
            text.append("scale=in_range=").append(from.range()).append(":out_range=").append(from.range())
                    .append(",format=yuv444p12le,");
        }
        text.append("zscale=").append(Colours.before(from)).append(":t=linear:npl=").append((int) WHITE_NITS)
                .append(",format=gbrpf32le,zscale=p=709,tonemap=tonemap=").append(method.name().toLowerCase(Locale.ROOT))
                .append(":desat=").append(Figures.of(desaturate)).append(":peak=").append(Figures.of(nits / WHITE_NITS))
                .append(",zscale=t=709:m=709:r=limited,format=").append(odd ? "yuv444p" : PLAIN.name());
        STALE.forEach(type -> text.append(",sidedata=mode=delete:type=").append(type));
        Track.PixelFormat out = odd ? new Track.PixelFormat("yuv444p", 8, 444, false, false) : PLAIN;
        return Filter.of(text.toString(), Effect.NONE.deep(out).coloured(Colours.BT709, Track.Hdr.NONE));
    }
}
