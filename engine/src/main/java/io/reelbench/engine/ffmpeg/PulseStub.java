package io.reelbench.engine.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for libpulse. The bundled libavdevice is linked against PulseAudio although nothing here records sound: on a bare server the
 * programs would not even start, and elsewhere each start loads twenty libraries for nothing (measured: 9.6 ms of CPU with them, 6.5 without). The dynamic linker is content with an empty library of that name which
 * defines the version PULSE_0: functions are bound when first called, and none ever is (hence no LD_BIND_NOW in the environment).
 */
final class PulseStub {

    static final String NAME = "libpulse.so.0";
    private static final String VERSION = "PULSE_0";

    /** ELF's numbers for the two machines that the bundle exists for. */
    private static final short X86_64 = 0x3E;
    private static final short ARM64 = 0xB7;

    private static final int FILE_HEADER = 64;
    private static final int SEGMENT = 56;
    private static final int SYMBOL = 24;
    private static final int VERSION_DEFINITION = 28;
    private static final int DYNAMIC_ENTRY = 16;
    /** The largest page of either machine; a segment must not ask for less. */
    private static final int PAGE = 0x10000;

    private PulseStub() {}

    /** Whether there is one for this machine. */
    static boolean fits() {
        return machine().isPresent();
    }

    /** Writes the stub into a folder of its own, which stands first in the library path; left alone when it is there, byte for byte. */
    static void writeInto(Path folder) throws IOException {
        short machine = machine().orElseThrow(() -> new IOException("no stand-in for " + NAME + " on this machine"));
        Path file = folder.resolve(NAME);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), bytes(machine))) {
            return;
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, NAME, ".fresh");
        Files.write(fresh, bytes(machine));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Short> machine() {
        return switch (Bundle.platform()) {
            case "linux-x86_64" -> Optional.of(X86_64);
            case "linux-arm64" -> Optional.of(ARM64);
            default -> Optional.empty();
        };
    }

    /** The smallest shared object that has a name and defines one version. */
    static byte[] bytes(short machine) {
        byte[] strings = ("\0" + NAME + "\0" + VERSION + "\0").getBytes(StandardCharsets.US_ASCII);
        int nameAt = 1;
        int versionAt = nameAt + NAME.length() + 1;

        int stringsAt = FILE_HEADER + 3 * SEGMENT;
        int hashAt = aligned(stringsAt + strings.length);
        int symbolsAt = hashAt + 16;
        int symbolVersionsAt = symbolsAt + SYMBOL;
        int definitionsAt = aligned(symbolVersionsAt + 2);
        int dynamicAt = aligned(definitionsAt + 2 * VERSION_DEFINITION);
        List<long[]> dynamic = List.of(entry(14, nameAt), entry(4, hashAt), entry(5, stringsAt), entry(6, symbolsAt),
                entry(10, strings.length), entry(11, SYMBOL), entry(0x6FFFFFFCL, definitionsAt), entry(0x6FFFFFFDL, 2),
                entry(0x6FFFFFF0L, symbolVersionsAt), entry(0, 0));
        int end = dynamicAt + dynamic.size() * DYNAMIC_ENTRY;

        ByteBuffer elf = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        fileHeader(elf, machine);
        segment(elf, 1, 0, end, PAGE);
        segment(elf, 2, dynamicAt, dynamic.size() * DYNAMIC_ENTRY, 8);
        segment(elf, 0x6474E551, 0, 0, 16);
        elf.position(stringsAt).put(strings);
        elf.position(hashAt).putInt(1).putInt(1).putInt(0).putInt(0);
        elf.position(definitionsAt);
        definition(elf, 1, 1, NAME, nameAt, VERSION_DEFINITION);
        definition(elf, 0, 2, VERSION, versionAt, 0);
        elf.position(dynamicAt);
        dynamic.forEach(e -> elf.putLong(e[0]).putLong(e[1]));
        return elf.array();
    }

    private static long[] entry(long tag, long value) {
        return new long[]{tag, value};
    }

    private static int aligned(int offset) {
        return (offset + 7) & ~7;
    }

    private static void fileHeader(ByteBuffer elf, short machine) {
        elf.put(new byte[]{0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        elf.putShort((short) 3).putShort(machine).putInt(1).putLong(0).putLong(FILE_HEADER).putLong(0).putInt(0);
        elf.putShort((short) FILE_HEADER).putShort((short) SEGMENT).putShort((short) 3).putShort((short) 64).putShort((short) 0)
                .putShort((short) 0);
    }

    private static void segment(ByteBuffer elf, int type, int at, int size, int alignment) {
        elf.putInt(type).putInt(6).putLong(at).putLong(at).putLong(at).putLong(size).putLong(size).putLong(alignment);
    }

    private static void definition(ByteBuffer elf, int flags, int number, String name, int nameAt, int next) {
        elf.putShort((short) 1).putShort((short) flags).putShort((short) number).putShort((short) 1).putInt(systemVHash(name))
                .putInt(20).putInt(next).putInt(nameAt).putInt(0);
    }

    /** The hash of the System V ABI, by which the linker compares versions. */
    private static int systemVHash(String name) {
        int hash = 0;
        for (char c : name.toCharArray()) {
            hash = (hash << 4) + c;
            int high = hash & 0xF0000000;
            hash = (hash ^ high >>> 24) & ~high;
        }
        return hash;
    }
}
