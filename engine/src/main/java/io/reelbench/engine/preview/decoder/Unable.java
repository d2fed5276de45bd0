package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import org.bytedeco.ffmpeg.global.avutil;

/** A request cannot be met; the message is the detail, for the log and for people who know ffmpeg. */
final class Unable extends Exception {

    private static final long serialVersionUID = 1;
    /** ENOMEM, everywhere. */
    private static final int NO_MEMORY = -12;
    private static final int NO_SUCH_FILE = -2;

    private final Reason reason;

    Unable(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Passes on what ffmpeg returned unless it is an error. */
    static int unless(int returned, Reason reason) throws Unable {
        if (returned >= 0) {
            return returned;
        }
        Reason better = returned == NO_MEMORY ? Reason.NO_MEMORY : returned == NO_SUCH_FILE ? Reason.NO_SUCH_FILE : reason;
        throw new Unable(better, words(returned));
    }

    private static String words(int code) {
        byte[] text = new byte[128];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }
}
