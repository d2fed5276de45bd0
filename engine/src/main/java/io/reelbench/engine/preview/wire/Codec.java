package io.reelbench.engine.preview.wire;

import io.reelbench.engine.media.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders and answers as bytes: length, kind, fields. Nothing longer than {@link #LONGEST} is written or read, and what is not understood is
 * an {@link IOException}.
 */
public final class Codec {

    /** Of orders and answers; another version is not spoken to. */
    public static final int VERSION = 4;
    static final int LONGEST = 1 << 20;

    private interface Body {
        void into(DataOutputStream out) throws IOException;
    }

    private Codec() {}

    public static void write(DataOutputStream to, Order order) throws IOException {
        send(to, out -> {
            switch (order) {
                case Order.Hello(var sheet, var natives, var frames) -> {
                    out.writeByte('H');
                    text(out, sheet);
                    text(out, natives);
                    out.writeLong(frames);
                }
                case Order.Ask(var id, var lane, var request) -> {
                    out.writeByte('A');
                    out.writeLong(id);
                    out.writeByte(lane.ordinal());
                    request(out, request);
                }
                case Order.Cancel(var id) -> numbered(out, 'C', id);
                case Order.Taken(var id, var slot) -> {
                    numbered(out, 'T', id);
                    out.writeByte(slot);
                }
                case Order.Loudness(var id, var volume) -> {
                    numbered(out, 'L', id);
                    out.writeDouble(volume);
                }
            }
        });
    }

    public static void write(DataOutputStream to, Answer answer) throws IOException {
        send(to, out -> {
            switch (answer) {
                case Answer.Ready(var version) -> {
                    out.writeByte('R');
                    out.writeInt(version);
                }
                case Answer.Alive(var id) -> numbered(out, 'A', id);
                case Answer.Dropped(var id) -> numbered(out, 'D', id);
                case Answer.Shown shown -> {
                    numbered(out, 'S', shown.id());
                    size(out, shown.size());
                    out.writeLong(shown.us());
                    out.writeLong(shown.lengthUs());
                    out.writeBoolean(shown.keyframe());
                    out.writeLong(shown.encodedBytes());
                    out.writeShort(shown.caveats().size());
                    for (Answer.Caveat caveat : shown.caveats()) {
                        out.writeByte(caveat.ordinal());
                    }
                }
                case Answer.Passed(var id, var slot, var size, var us, var dropped, var voice) -> {
                    numbered(out, 'P', id);
                    out.writeByte(slot);
                    size(out, size);
                    out.writeLong(us);
                    out.writeLong(dropped);
                    out.writeByte(voice.ordinal());
                }
                case Answer.Reached(var id, var us, var voice) -> {
                    numbered(out, 'U', id);
                    out.writeLong(us);
                    out.writeByte(voice.ordinal());
                }
                case Answer.Played(var id) -> numbered(out, 'E', id);
                case Answer.Counted(var id, var count) -> {
                    numbered(out, 'N', id);
                    out.writeInt(count);
                }
                case Answer.Failed(var id, var reason, var detail) -> {
                    numbered(out, 'F', id);
                    out.writeByte(reason.ordinal());
                    text(out, detail.substring(0, Math.min(detail.length(), 2000)));
                }
            }
        });
    }

    private static void send(DataOutputStream to, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        body.into(new DataOutputStream(bytes));
        if (bytes.size() > LONGEST) {
            throw new IOException("a message of " + bytes.size() + " bytes");
        }
        to.writeInt(bytes.size());
        bytes.writeTo(to);
        to.flush();
    }

    /** The next order; empty when there will be none. */
    public static Optional<Order> order(DataInputStream from) throws IOException {
        Optional<DataInputStream> message = receive(from);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        DataInputStream in = message.get();
        int kind = in.readUnsignedByte();
        return Optional.of(whole(in, switch (kind) {
            case 'H' -> new Order.Hello(text(in), text(in), in.readLong());
            case 'A' -> new Order.Ask(in.readLong(), one(in, Lane.values()), request(in));
            case 'C' -> new Order.Cancel(in.readLong());
            case 'T' -> new Order.Taken(in.readLong(), slot(in));
            case 'L' -> new Order.Loudness(in.readLong(), in.readDouble());
            default -> throw new IOException("an order of kind " + kind);
        }));
    }

    /** The next answer; empty when there will be none. */
    public static Optional<Answer> answer(DataInputStream from) throws IOException {
        Optional<DataInputStream> message = receive(from);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        DataInputStream in = message.get();
        int kind = in.readUnsignedByte();
        return Optional.of(whole(in, switch (kind) {
            case 'R' -> new Answer.Ready(in.readInt());
            case 'A' -> new Answer.Alive(in.readLong());
            case 'D' -> new Answer.Dropped(in.readLong());
            case 'S' -> new Answer.Shown(in.readLong(), size(in), in.readLong(), in.readLong(), in.readBoolean(), in.readLong(),
                    caveats(in));
            case 'P' -> new Answer.Passed(in.readLong(), slot(in), size(in), in.readLong(), in.readLong(),
                    one(in, Voice.values()));
            case 'U' -> new Answer.Reached(in.readLong(), in.readLong(), one(in, Voice.values()));
            case 'E' -> new Answer.Played(in.readLong());
            case 'N' -> new Answer.Counted(in.readLong(), in.readInt());
            case 'F' -> new Answer.Failed(in.readLong(), one(in, Answer.Reason.values()), text(in));
            default -> throw new IOException("an answer of kind " + kind);
        }));
    }

    private static Optional<DataInputStream> receive(DataInputStream from) throws IOException {
        int length;
        try {
            length = from.readInt();
        } catch (EOFException over) {
            return Optional.empty();
        }
        if (length < 1 || length > LONGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        from.readFully(bytes);
        return Optional.of(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static <T> T whole(DataInputStream in, T message) throws IOException {
        if (in.available() > 0) {
            throw new IOException("a message with something behind it");
        }
        return message;
    }

    private static void numbered(DataOutputStream out, char kind, long id) throws IOException {
        out.writeByte(kind);
        out.writeLong(id);
    }

    private static void request(DataOutputStream out, Request request) throws IOException {
        switch (request) {
            case Request.Picture(var source, var spot, var us, var within) -> {
                out.writeByte('P');
                source(out, source);
                out.writeByte(spot.ordinal());
                out.writeLong(us);
                size(out, within);
            }
            case Request.Result(var source, var us, var within, var making) -> {
                out.writeByte('R');
                source(out, source);
                out.writeLong(us);
                size(out, within);
                making(out, making);
            }
            case Request.Thumbnail(var source, var within) -> {
                out.writeByte('T');
                source(out, source);
                size(out, within);
            }
            case Request.Tile(var source, var us, var within) -> {
                out.writeByte('F');
                source(out, source);
                out.writeLong(us);
                size(out, within);
            }
            case Request.Sound(var source, var slices) -> {
                out.writeByte('S');
                source(out, source);
                out.writeInt(slices);
            }
            case Request.Keyframes(var source) -> {
                out.writeByte('K');
                source(out, source);
            }
            case Request.Play play -> {
                out.writeByte('G');
                play(out, play);
            }
        }
    }

    private static Request request(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'P' -> new Request.Picture(source(in), one(in, Spot.values()), in.readLong(), size(in));
            case 'R' -> new Request.Result(source(in), in.readLong(), size(in), making(in));
            case 'T' -> new Request.Thumbnail(source(in), size(in));
            case 'F' -> new Request.Tile(source(in), in.readLong(), size(in));
            case 'S' -> new Request.Sound(source(in), in.readInt());
            case 'K' -> new Request.Keyframes(source(in));
            case 'G' -> play(in);
            default -> throw new IOException("a request of kind " + kind);
        };
    }

    private static void play(DataOutputStream out, Request.Play play) throws IOException {
        perhaps(out, play.picture());
        perhaps(out, play.sound());
        out.writeLong(play.span().fromUs());
        out.writeLong(play.span().startUs());
        out.writeLong(play.span().toUs());
        out.writeDouble(play.speed());
        out.writeBoolean(play.loops());
        size(out, play.within());
        out.writeDouble(play.volume());
    }

    private static Request play(DataInputStream in) throws IOException {
        Optional<Source> picture = perhaps(in);
        Optional<Source> sound = perhaps(in);
        if (picture.isEmpty() && sound.isEmpty()) {
            throw new IOException("nothing to play");
        }
        return new Request.Play(picture, sound, new Request.Span(in.readLong(), in.readLong(), in.readLong()), in.readDouble(),
                in.readBoolean(), size(in), in.readDouble());
    }

    private static void perhaps(DataOutputStream out, Optional<Source> source) throws IOException {
        out.writeBoolean(source.isPresent());
        if (source.isPresent()) {
            source(out, source.get());
        }
    }

    private static Optional<Source> perhaps(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(source(in)) : Optional.empty();
    }

    private static int slot(DataInputStream in) throws IOException {
        int slot = in.readUnsignedByte();
        if (slot >= Slots.MOST) {
            throw new IOException("place " + slot);
        }
        return slot;
    }

    private static void source(DataOutputStream out, Source source) throws IOException {
        text(out, source.path());
        out.writeLong(source.bytes());
        out.writeLong(source.modifiedMs());
        text(out, source.demuxer());
        out.writeInt(source.track());
        out.writeInt(source.tileGroup());
        out.writeInt(source.rotation());
        out.writeBoolean(source.flipped());
        out.writeLong(source.shapeNum());
        out.writeLong(source.shapeDen());
        out.writeByte(source.light().ordinal());
        out.writeBoolean(source.still());
        out.writeLong(source.lengthUs());
        out.writeLong(source.zeroUs());
    }

    private static Source source(DataInputStream in) throws IOException {
        return new Source(text(in), in.readLong(), in.readLong(), text(in), in.readInt(), in.readInt(), in.readInt(),
                in.readBoolean(), in.readLong(), in.readLong(), one(in, Source.Light.values()), in.readBoolean(), in.readLong(),
                in.readLong());
    }

    private static void making(DataOutputStream out, Making making) throws IOException {
        text(out, making.filters());
        Making.Run run = making.run();
        out.writeLong(run.fromUs());
        out.writeLong(run.toUs());
        out.writeLong(run.shiftUs());
        out.writeLong(run.outUs());
        out.writeBoolean(run.single());
        pace(out, run.rate());
        out.writeShort(making.files().size());
        for (Making.SideFile file : making.files()) {
            text(out, file.name());
            text(out, file.path());
        }
        text(out, making.encoder());
        text(out, making.pixels());
        out.writeShort(making.options().size());
        for (String option : making.options()) {
            text(out, option);
        }
        pace(out, making.rate());
    }

    private static Making making(DataInputStream in) throws IOException {
        String filters = text(in);
        Making.Run run = new Making.Run(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readBoolean(), pace(in));
        List<Making.SideFile> files = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            files.add(new Making.SideFile(text(in), text(in)));
        }
        String encoder = text(in);
        String pixels = text(in);
        List<String> options = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            options.add(text(in));
        }
        return new Making(filters, run, List.copyOf(files), encoder, pixels, List.copyOf(options), pace(in));
    }

    private static void pace(DataOutputStream out, Making.Pace pace) throws IOException {
        out.writeLong(pace.num());
        out.writeLong(pace.den());
    }

    private static Making.Pace pace(DataInputStream in) throws IOException {
        return new Making.Pace(in.readLong(), in.readLong());
    }

    private static List<Answer.Caveat> caveats(DataInputStream in) throws IOException {
        List<Answer.Caveat> caveats = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            caveats.add(one(in, Answer.Caveat.values()));
        }
        return List.copyOf(caveats);
    }

    private static void size(DataOutputStream out, Size size) throws IOException {
        out.writeInt(size.width());
        out.writeInt(size.height());
    }

    private static Size size(DataInputStream in) throws IOException {
        return new Size(in.readInt(), in.readInt());
    }

    /** Not {@code writeUTF}, which ends at 64 kB and mangles what is no character. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static <E> E one(DataInputStream in, E[] of) throws IOException {
        int number = in.readUnsignedByte();
        if (number >= of.length) {
            throw new IOException("number " + number + " of " + of.length);
        }
        return of[number];
    }
}
