package io.reelbench.engine.preview;

import io.reelbench.engine.media.Size;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** How each kind of preview is written down to be kept. */
final class Forms {

    /** Both ways. What is read was checked by its sum, so that it is whole. */
    interface Form<T> {
        ByteBuffer write(T value);

        T read(ByteBuffer from);
    }

    static final Form<Picture> PICTURE = new Form<>() {
        @Override
        public ByteBuffer write(Picture picture) {
            ByteBuffer all = ByteBuffer.allocate(2 * Integer.BYTES + picture.bgra().capacity());
            all.putInt(picture.size().width()).putInt(picture.size().height()).put(picture.bgra().duplicate().rewind());
            return all.flip();
        }

        @Override
        public Picture read(ByteBuffer from) {
            Size size = new Size(from.getInt(), from.getInt());
            return new Picture(size, from.slice());
        }
    };

    static final Form<Waveform> WAVEFORM = new Form<>() {
        @Override
        public ByteBuffer write(Waveform wave) {
            ByteBuffer all = ByteBuffer.allocate(3 * Float.BYTES * wave.low().length);
            all.asFloatBuffer().put(wave.low()).put(wave.high()).put(wave.rms());
            return all;
        }

        @Override
        public Waveform read(ByteBuffer from) {
            FloatBuffer numbers = from.asFloatBuffer();
            float[][] rows = new float[3][numbers.remaining() / 3];
            for (float[] row : rows) {
                numbers.get(row);
            }
            return new Waveform(rows[0], rows[1], rows[2]);
        }
    };

    static final Form<long[]> TIMES = new Form<>() {
        @Override
        public ByteBuffer write(long[] times) {
            ByteBuffer all = ByteBuffer.allocate(Long.BYTES * times.length);
            all.asLongBuffer().put(times);
            return all;
        }

        @Override
        public long[] read(ByteBuffer from) {
            long[] times = new long[from.remaining() / Long.BYTES];
            from.asLongBuffer().get(times);
            return times;
        }
    };

    private Forms() {}
}
