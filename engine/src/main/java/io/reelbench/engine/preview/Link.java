package io.reelbench.engine.preview;

import io.reelbench.engine.ffmpeg.Child;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Codec;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Order;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One decoder process, from its start to its end. */
final class Link {

    /** Hears the decoder, on a thread of the link's own. */
    interface Listener {
        void answered(Link link, Answer answer);

        /** Nothing more will come; called once. */
        void ended(Link link);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final Child child;
    private final Sheet sheet;
    private final DataOutputStream orders;
    private final Listener listener;
    private final Arena memory = Arena.ofShared();

    private final Map<Lane, ByteBuffer> parts = new EnumMap<>(Lane.class);

    Link(Child child, Sheet sheet, Listener listener) throws IOException {
        this.child = child;
        this.sheet = sheet;
        this.listener = listener;
        this.orders = new DataOutputStream(new BufferedOutputStream(child.in()));
        try (FileChannel channel = FileChannel.open(sheet.path(), StandardOpenOption.READ)) {
            for (Lane lane : Lane.values()) {
                parts.put(lane, channel.map(FileChannel.MapMode.READ_ONLY, lane.offset(), lane.bytes(), memory).asByteBuffer()
                        .order(ByteOrder.nativeOrder()));
            }
        }
    }

    void begin(String natives, long frames) throws IOException {
        Thread.ofPlatform().daemon().name("decoder-answers").start(this::listen);
        Thread.ofVirtual().name("decoder-complaints").start(this::log);
        send(new Order.Hello(sheet.path().toString(), natives, frames));
    }

    synchronized void send(Order order) throws IOException {
        Codec.write(orders, order);
    }

    /** What lies in a lane's part of the sheet; to be read before the lane gets other work, on the listener's thread. */
    ByteBuffer part(Lane lane) {
        return parts.get(lane).duplicate().order(ByteOrder.nativeOrder());
    }

    long pid() {
        return child.pid();
    }

    void kill() {
        child.kill();
    }

    private void listen() {
        try (DataInputStream answers = new DataInputStream(new BufferedInputStream(child.out()))) {
            for (Optional<Answer> answer = Codec.answer(answers); answer.isPresent(); answer = Codec.answer(answers)) {
                if (answer.get() instanceof Answer.Ready) {
                    // both have it open
                    sheet.remove();
                }
                listener.answered(this, answer.get());
            }
        } catch (IOException broken) {
            LOG.info("decoder {}: {}", child.pid(), broken.toString());
        } finally {
            child.kill();
            listener.ended(this);
            memory.close();
            sheet.remove();
        }
    }

    private void log() {
        try (BufferedReader complaints = new BufferedReader(new InputStreamReader(child.err(), StandardCharsets.UTF_8))) {
            complaints.lines().forEach(line -> LOG.info("decoder {}: {}", child.pid(), line));
        } catch (IOException | java.io.UncheckedIOException gone) {
            LOG.debug("decoder {}", child.pid(), gone);
        }
    }
}
