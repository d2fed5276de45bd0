package io.reelbench.engine.plan;

import io.reelbench.engine.media.Shift;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Word;

/** How subtitles are written to a file of their own. */
public record SubtitleForm(
        @Ask(value = "Format", help = "Same keeps what the track is; subtitles that are pictures can only be kept.") Format format,
        @Ask(value = "Offset", help = "Later, or earlier with a minus.", unit = "s", min = -86_400, max = 86_400, from = -10, to = 10) Shift offset,
        @Ask(value = "Character set", help = "Everything reads UTF-8; some old players want the mark at the beginning, or UTF-16.", advanced = true) Charset charset) {

    public SubtitleForm() {
        this(Format.SRT, Shift.NONE, Charset.UTF_8);
    }

    /** Formats of text. */
    public enum Format implements Word {
        SRT("SubRip", "srt"), VTT("WebVTT", "webvtt"), ASS("ASS", "ass"), SAME("As it is", "");

        private final String title;
        private final String ffmpeg;

        Format(String title, String ffmpeg) {
            this.title = title;
            this.ffmpeg = ffmpeg;
        }

        @Override
        public String title() {
            return title;
        }

        /** ffmpeg's name of its encoder and of its muxer. */
        String ffmpeg() {
            return ffmpeg;
        }

        /** Whether packets of a track can be written as they are. */
        boolean copies(String codec) {
            return switch (this) {
                case SRT -> codec.equals("subrip");
                case VTT -> codec.equals("webvtt");
                case ASS -> codec.equals("ass");
                case SAME -> true;
            };
        }

        /** Where text of a codec lives, if it is to stay what it is. */
        static Format home(String codec) {
            return switch (codec) {
                case "webvtt" -> VTT;
                case "ass" -> ASS;
                default -> SRT;
            };
        }
    }

    /** How letters become bytes. */
    public enum Charset implements Word {
        UTF_8, UTF_8_BOM, UTF_16;

        @Override
        public String title() {
            return switch (this) {
                case UTF_8 -> "UTF-8";
                case UTF_8_BOM -> "UTF-8 + BOM";
                case UTF_16 -> "UTF-16";
            };
        }

        /** A text with its mark at the beginning, as bytes. */
        public byte[] bytes(String text) {
            return ("\uFEFF" + text).getBytes(this == UTF_16
                    ? java.nio.charset.StandardCharsets.UTF_16LE
                    : java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
