package io.reelbench.engine.ffmpeg;

/**
 * Finds the orientation in the EXIF block at the beginning of a photo. Only to know whether asking ffprobe for the decoded picture is
 * worth its time: nearly all photos stand upright, and decoding a large one takes longer than everything else together.
 */
final class ExifOrientation {

    private static final String BLOCK = "Exif\0\0";
    private static final String CHUNK = "eXIf";
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /**
     * @param head the first bytes of the file, one character a byte
     * @return whether the photo is, or may be, stored other than it is shown
     */
    static boolean mayTurn(String head) {
        if (head.startsWith("WEBPVP8X", 8) && head.length() > 20) {
            // its EXIF block stands at the end of the file; a flag says that there is one
            return (head.charAt(20) & 8) != 0;
        }
        int tiff = head.startsWith("II*\0") || head.startsWith("MM\0*") ? 0 : after(head, BLOCK, after(head, CHUNK, -1));
        return tiff >= 0 && orientation(head, tiff) != 1;
    }

    private static int after(String head, String mark, int otherwise) {
        int at = head.indexOf(mark);
        return at < 0 ? otherwise : at + mark.length();
    }

    /** 1 to 8; 1 (upright) when nothing is said, 0 when it cannot be read. */
    private static int orientation(String head, int tiff) {
        boolean little = head.startsWith("II", tiff);
        long directory = tiff + number(head, tiff + 4, 4, little);
        if (directory + 2 > head.length()) {
            return 0;
        }
        int entries = (int) number(head, (int) directory, 2, little);
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + i * ENTRY;
            if (number(head, entry, 2, little) == TAG) {
                return (int) number(head, entry + 8, 2, little);
            }
        }
        return 1;
    }

    private static long number(String head, int at, int bytes, boolean little) {
        long value = 0;
        for (int i = 0; i < bytes && at + bytes <= head.length(); i++) {
            value = value << 8 | head.charAt(little ? at + bytes - 1 - i : at + i);
        }
        return value;
    }
}
