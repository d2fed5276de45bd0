package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.media.Size;
import io.reelbench.engine.preview.wire.Answer.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A lane's part of the sheet that both processes see. */
final class Canvas {

    private final ByteBuffer part;
    private final BytePointer start;

    Canvas(ByteBuffer part) {
        this.part = part.order(ByteOrder.nativeOrder());
        this.start = new BytePointer(this.part);
    }

    /** Lays a BGRA picture down, rows without gaps. */
    Size lay(AVFrame bgra) throws Unable {
        Size size = new Size(bgra.width(), bgra.height());
        long row = 4L * size.width();
        if (row * size.height() > part.capacity()) {
            throw new Unable(Reason.TOO_LARGE, size.toString());
        }
        for (int y = 0; y < size.height(); y++) {
            Pointer.memcpy(start.getPointer(y * row), bgra.data(0).getPointer((long) y * bgra.linesize(0)), row);
        }
        return size;
    }

    /** A piece of it as a canvas of its own. */
    Canvas piece(int from, int bytes) {
        return new Canvas(part.slice(from, bytes));
    }

    /** For numbers. */
    ByteBuffer part() {
        return part.duplicate().order(ByteOrder.nativeOrder());
    }

    /** How much the brightness of the picture that lies there differs from pixel to pixel: the standard deviation, 0 to 127. */
    double spread(Size size) {
        long sum = 0;
        long squares = 0;
        int count = 0;
        for (int i = 0; i + 2 < 4 * size.width() * size.height(); i += 4 * 7) {
            int light = (2 * (part.get(i + 2) & 255) + 5 * (part.get(i + 1) & 255) + (part.get(i) & 255)) / 8;
            sum += light;
            squares += (long) light * light;
            count++;
        }
        double mean = (double) sum / count;
        return Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
    }
}
