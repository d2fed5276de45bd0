package io.reelbench.engine.preview.decoder;

import java.util.Optional;

/** Where sound is heard: this computer's usual device, 48 kHz stereo, 16 bits. Written to by one thread, asked by any. */
interface Speaker extends AutoCloseable {

    int RATE = 48_000;
    /** Of one moment, for both ears. */
    int FRAME_BYTES = 4;
    /** What may wait in the device: long enough for a busy computer, short enough for the volume to follow at once. */
    int BUFFER = RATE / 10 * FRAME_BYTES;

    /** Empty where there is no device, or where it is taken. */
    static Optional<Speaker> open() {
        Optional<Speaker> server = PulseSpeaker.open();
        return server.isPresent() ? server : LineSpeaker.open();
    }

    /** Writes whole moments; waits until there is room. The first ones are heard as soon as can be. */
    void write(byte[] sound, int length);

    /** How many moments of those written were heard, or are just being heard; not positive before the first one. */
    long heard();

    /** Silence at once. To be called by the thread that writes. */
    @Override
    void close();
}
