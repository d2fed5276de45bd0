package io.reelbench.engine.preview;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.plan.Range;
import io.reelbench.engine.preview.wire.Answer.Caveat;
import io.reelbench.engine.preview.wire.Making;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what a plan does to a frame to what the decoder is asked to do, in a time that nobody minds waiting. */
final class Makings {

    private static final Set<String> SLOW = Set.of("slow", "slower", "veryslow", "placebo");

    private final Glimpse glimpse;
    private final Optional<Rate> rate;
    private final List<Text> caveats = new ArrayList<>();

    /** @param rate frames a second of the clip, where they come evenly */
    Makings(Glimpse glimpse, Optional<Rate> rate) {
        this.glimpse = glimpse;
        this.rate = rate;
        glimpse.unseen().forEach(unseen -> caveats.add(switch (unseen) {
            case ONE_FRAME -> PreviewWords.ONE_FRAME.with();
            case RATE_CONTROL -> PreviewWords.RATE_CONTROL.with();
            case SCORE -> PreviewWords.SCORE.with();
            case PALETTE -> PreviewWords.PALETTE.with();
            case PICK -> PreviewWords.PICK.with();
        }));
    }

    /** The frame on screen at a time of the clip. */
    Making at(long us, Inscriptions.Inscribed inscribed) {
        Glimpse.Coding coding = glimpse.coding().orElseThrow();
        List<String> options = new ArrayList<>(coding.options());
        quicken(coding.encoder(), options);
        List<Making.SideFile> files = new ArrayList<>(
                glimpse.files().stream().map(f -> new Making.SideFile(f.name(), f.file().toString())).toList());
        files.addAll(inscribed.files());
        return new Making(inscribed.filled(glimpse.chain()), run(us), List.copyOf(files), coding.encoder(),
                coding.pixels(), List.copyOf(options), pace(coding.rate()));
    }

    /** Filters see the frames of the part that is cut out, from as early on as they look back, and up to as much later. */
    private Making.Run run(long us) {
        Range part = glimpse.around(us);
        long around = glimpse.leadUs();
        long to = Math.min(part.toUs(), us + Math.max(around, Time.SECOND));
        return new Making.Run(Math.max(part.fromUs(), us - around), to, us - glimpse.joinedUs(us),
                glimpse.outputUs(us), glimpse.isSingle(), pace(rate));
    }

    private static Making.Pace pace(Optional<Rate> rate) {
        return rate.map(r -> new Making.Pace(r.num(), r.den())).orElse(Making.Pace.UNKNOWN);
    }

    /** A slow preset gains little on one frame, and takes seconds. */
    private void quicken(String encoder, List<String> options) {
        for (int i = 0; i + 1 < options.size(); i += 2) {
            String is = options.get(i + 1);
            String quick = switch (encoder + " " + options.get(i)) {
                case "libx264 preset" -> is.equals("veryslow") || is.equals("placebo") || is.equals("slower") ? "slow" : is;
                case "libx265 preset" -> SLOW.contains(is) ? "medium" : is;
                case "libsvtav1 preset" -> Integer.parseInt(is) < 9 ? "9" : is;
                case "libvpx-vp9 cpu-used" -> Integer.parseInt(is) < 4 ? "4" : is;
                case "libaom-av1 cpu-used" -> Integer.parseInt(is) < 6 ? "6" : is;
                default -> is;
            };
            if (!quick.equals(is)) {
                options.set(i + 1, quick);
                caveats.add(PreviewWords.FASTER.with());
            }
        }
    }

    List<Text> caveats(List<Caveat> more) {
        List<Text> all = new ArrayList<>(caveats);
        more.forEach(caveat -> all.add(switch (caveat) {
            case NOT_ENCODED -> PreviewWords.NOT_ENCODED.with();
        }));
        return List.copyOf(all);
    }
}
