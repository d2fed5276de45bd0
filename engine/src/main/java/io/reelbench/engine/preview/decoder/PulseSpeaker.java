package io.reelbench.engine.preview.decoder;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Sound through the sound server of Linux desktops, PulseAudio or what stands in for it. Unlike Java's own way there it tells when a sound is
 * heard, and not only when it was handed on.
 */
@SuppressWarnings("restricted") // calls into libpulse-simple; the program is started with access to it
final class PulseSpeaker implements Speaker {

    private static final String LIBRARY = "libpulse-simple.so.0";
    private static final int PLAYBACK = 1;
    private static final int S16LE = 3;
    /** Written at once: as long as a step of the position. */
    private static final int PIECE = RATE / 100 * FRAME_BYTES;

    /** The functions that are used, and the memory that is handed to them. */
    private record Library(MethodHandle open, MethodHandle write, MethodHandle latency, MethodHandle flush, MethodHandle free) {

        static Library load() {
            SymbolLookup there = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
            return new Library(
                    handle(there, "pa_simple_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS,
                            ADDRESS, ADDRESS, ADDRESS, ADDRESS)),
                    handle(there, "pa_simple_write", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS)),
                    handle(there, "pa_simple_get_latency", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS)),
                    handle(there, "pa_simple_flush", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS)),
                    handle(there, "pa_simple_free", FunctionDescriptor.ofVoid(ADDRESS)));
        }

        private static MethodHandle handle(SymbolLookup there, String name, FunctionDescriptor form) {
            return Linker.nativeLinker().downcallHandle(there.findOrThrow(name), form);
        }
    }

    private final Library library;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment piece = arena.allocate(PIECE);
    private final MemorySegment error = arena.allocate(JAVA_INT);
    private final MemorySegment stream;
    private long written;
    private boolean broken;
    /** So many moments were heard … */
    private long heard = Long.MIN_VALUE;
    /** … at that time, as {@link System#nanoTime} counts. */
    private long heardNs;

    private PulseSpeaker(Library library) throws Throwable {
        this.library = library;
        MemorySegment form = arena.allocate(12);
        form.set(JAVA_INT, 0, S16LE);
        form.set(JAVA_INT, 4, RATE);
        form.set(JAVA_BYTE, 8, (byte) 2);
        MemorySegment buffer = arena.allocate(20);
        buffer.set(JAVA_INT, 0, -1);
        buffer.set(JAVA_INT, 4, BUFFER);
        buffer.set(JAVA_INT, 8, FRAME_BYTES);
        buffer.set(JAVA_INT, 12, PIECE);
        buffer.set(JAVA_INT, 16, -1);
        MemorySegment name = arena.allocateFrom("Reelbench");
        this.stream = (MemorySegment) library.open().invokeExact(MemorySegment.NULL, name, PLAYBACK, MemorySegment.NULL, name,
                form, MemorySegment.NULL, buffer, error);
    }

    /** Empty where there is no such server. */
    static Optional<Speaker> open() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        try {
            PulseSpeaker speaker = new PulseSpeaker(Library.load());
            if (speaker.stream.equals(MemorySegment.NULL)) {
                speaker.arena.close();
                return Optional.empty();
            }
            return Optional.of(speaker);
        } catch (IllegalArgumentException | LinkageError notInstalled) {
            return Optional.empty();
        } catch (Throwable impossible) {
            throw new IllegalStateException(LIBRARY, impossible);
        }
    }

    @Override
    public void write(byte[] sound, int length) {
        try {
            for (int at = 0; at < length && !broken; at += PIECE) {
                int bytes = Math.min(PIECE, length - at);
                MemorySegment.copy(sound, at, piece, JAVA_BYTE, 0, bytes);
                broken = (int) library.write().invokeExact(stream, piece, (long) bytes, error) < 0;
                written += bytes / FRAME_BYTES;
                look();
            }
        } catch (Throwable impossible) {
            throw new IllegalStateException(LIBRARY, impossible);
        }
    }

    private void look() throws Throwable {
        long latencyUs = (long) library.latency().invokeExact(stream, error);
        if (latencyUs >= 0) {
            synchronized (this) {
                heard = written - latencyUs * RATE / 1_000_000;
                heardNs = System.nanoTime();
            }
        }
    }

    @Override
    public synchronized long heard() {
        return heard == Long.MIN_VALUE
                ? 0
                : Math.min(written, heard + (System.nanoTime() - heardNs) * RATE / 1_000_000_000);
    }

    @Override
    public void close() {
        try {
            if ((int) library.flush().invokeExact(stream, error) < 0) {
                System.err.println("decoder: the sound server is gone");
            }
            library.free().invokeExact(stream);
            arena.close();
        } catch (Throwable impossible) {
            throw new IllegalStateException(LIBRARY, impossible);
        }
    }
}
