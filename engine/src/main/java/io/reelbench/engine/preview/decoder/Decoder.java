package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Codec;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Order;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/** The program: reads orders, gives them to its lanes, ends when nobody is left to order anything. */
public final class Decoder {

    /** The argument with which the product's own launcher starts this instead. */
    public static final String ARGUMENT = "--decoder";
    /** No single piece of memory that ffmpeg asks for is larger; a 134-megapixel picture in RGB fits. */
    private static final long LARGEST_PIECE = 1L << 30;

    private final DataInputStream orders;
    private final DataOutputStream answers;
    private final Map<Lane, Worker> lanes = new EnumMap<>(Lane.class);

    private Decoder(DataInputStream orders, DataOutputStream answers) {
        this.orders = orders;
        this.answers = answers;
    }

    /** Whether this is what the arguments ask for. */
    public static boolean isMeant(String[] arguments) {
        return arguments.length == 1 && arguments[0].equals(ARGUMENT);
    }

    /** Works until standard input ends, and then ends the program, whatever it is in the midst of. */
    public static void main(String[] arguments) {
        int code = 1;
        try {
            // nothing but answers may be printed to where answers go
            DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
            System.setOut(System.err);
            new Decoder(new DataInputStream(new FileInputStream(FileDescriptor.in)), answers).work();
            code = 0;
        } catch (IOException | RuntimeException e) {
            System.err.println("decoder: " + e);
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    private void work() throws IOException {
        Optional<Order> first = Codec.order(orders);
        if (first.isEmpty()) {
            return;
        } else if (!(first.get() instanceof Order.Hello(var sheet, var natives, var frames))) {
            throw new IOException("no hello");
        } else {
            load(natives);
            open(Path.of(sheet), frames);
        }
        answer(new Answer.Ready(Codec.VERSION));
        for (Optional<Order> order = Codec.order(orders); order.isPresent(); order = Codec.order(orders)) {
            switch (order.get()) {
                case Order.Ask(var id, var lane, var request) ->
                    lanes.get(lane).give(new Job(id, lane, request, alive -> answer(new Answer.Alive(alive))));
                case Order.Taken(var id, _) -> lanes.get(Lane.PLAYING).tell(id, order.get());
                case Order.Loudness(var id, _) -> lanes.get(Lane.PLAYING).tell(id, order.get());
                case Order.Cancel(var id) -> lanes.values().forEach(worker -> worker.cancel(id));
                case Order.Hello _ -> throw new IOException("a second hello");
            }
        }
    }

    private static void load(String natives) {
        // else they land in the home folder, where other programs' lie
        System.setProperty("org.bytedeco.javacpp.cachedir", natives);
        // frames are counted by the shelves; JavaCPP would take the whole process for its own and call for the collector
        System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        for (Class<?> library : new Class<?>[]{avutil.class, swresample.class, avcodec.class, avformat.class, swscale.class,
                avfilter.class}) {
            Loader.load(library);
        }
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        avutil.av_max_alloc(LARGEST_PIECE);
    }

    private void open(Path sheet, long frames) throws IOException {
        try (FileChannel channel = FileChannel.open(sheet, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (Lane lane : Lane.values()) {
                Canvas canvas = new Canvas(channel.map(FileChannel.MapMode.READ_WRITE, lane.offset(), lane.bytes()));
                lanes.put(lane, new Worker(lane, new Workshop(lane, canvas, frames, this::answer), this::answer));
            }
        }
        lanes.values().forEach(Worker::start);
    }

    private synchronized void answer(Answer answer) {
        try {
            Codec.write(answers, answer);
        } catch (IOException nobodyListens) {
            System.err.println("decoder: " + nobodyListens);
            Runtime.getRuntime().halt(1);
        }
    }
}
