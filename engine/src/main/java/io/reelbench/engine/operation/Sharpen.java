package io.reelbench.engine.operation;

import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Filter;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Fix;
import io.reelbench.engine.schema.Ask;
import java.util.List;

/** Sharpens or softens the picture. */
public record Sharpen(
        @Ask(value = "Amount", help = "Above 1 edges get halos; below 0 softens.", min = -2, max = 5, from = -1, to = 2) double amount,
        @Ask(value = "Radius", help = "How wide the edges are that it works on; an odd number.", unit = "px", min = 3, max = 23, from = 3, to = 13, advanced = true) int radius,
        @Ask(value = "Method", help = "Adaptive spares what is sharp already; its amount is 0 to 1.") Method method)
        implements
            Operation {

    public enum Method {
        UNSHARP, ADAPTIVE
    }

    /** ffmpeg's own filter goes no further. */
    private static final int WIDEST = 13;

    private static final About ABOUT = new About("sharpen", "Sharpen", "Sharpens or softens the picture.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("sharp", "soft", "blur", "unsharp", "crisp", "focus"), "sharpen soft.mp4 --amount 0.8 -o crisp.mp4");

    public Sharpen() {
        this(0.6, 5, Method.UNSHARP);
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
        if (amount == 0) {
            problems.add("amount", Code.NOTHING_TO_DO, PictureWords.NOT_SHARPENED);
            return edit;
        } else if (radius % 2 == 0) {
            problems.add("radius", Code.OUT_OF_RANGE, PictureWords.ODD_RADIUS.with(radius),
                    Fix.use("radius", Integer.toString(radius + 1), PictureWords.USE_INSTEAD.with(radius + 1)));
            return edit;
        } else if (method == Method.ADAPTIVE && (amount < 0 || amount > 1)) {
            problems.add("amount", Code.OUT_OF_RANGE, PictureWords.ADAPTIVE_AMOUNT.with(Figures.of(amount)),
                    Fix.use("method", "unsharp", PictureWords.USE_INSTEAD.with("unsharp")));
            return edit;
        }
        return edit.withPicture(List.of(Filter.of(text())));
    }

    private String text() {
        String plain = Figures.of(amount);
        if (method == Method.ADAPTIVE) {
            return "cas=strength=" + plain;
        } else if (radius <= WIDEST) {
            return "unsharp=luma_msize_x=%d:luma_msize_y=%d:luma_amount=%s".formatted(radius, radius, plain);
        }
        // the same with a blur of its own: what is sharper than it is added once more
        return "split[s~][b~];[b~]gblur=sigma=%s:planes=1[c~];[s~][c~]mix=inputs=2:weights='%s %s':scale=1:planes=1"
                .formatted(Figures.of(Math.sqrt(radius - 1) / 2), Figures.of(1 + amount), Figures.of(-amount));
    }
}
