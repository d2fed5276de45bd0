package io.reelbench.engine.media;

import java.util.Optional;

/**
 * How the frames of a part of a picture track lie between its keyframes. Times are of the file, in ticks of the track's timebase.
 *
 * @param first  of the first frame in it
 * @param last   of the last frame in it
 * @param end    where the last frame in it ends
 * @param head   how many frames are shown in it before its core; all of them where it has none
 * @param core   what of it can be copied; empty where nothing can
 * @param tail   how many frames are shown in it behind its core
 * @param coding what an encoder must know to write frames that stand beside copied ones
 */
public record Stretch(long first, long last, long end, int head, Optional<Core> core, int tail, Coding coding) {

    /** Nothing could be read of it. */
    public static final Stretch UNREAD = new Stretch(0, 0, 0, 0, Optional.empty(), 0, Coding.UNKNOWN);

    /**
     * The frames from a keyframe that needs nothing before it up to a place where none needs what is shown later.
     *
     * @param from   of its first frame
     * @param to     of the first frame behind it that is shown
     * @param frames how many
     */
    public record Core(long from, long to, int frames) {
    }

    /**
     * What the headers of H.264 and H.265 say.
     *
     * @param level       ten times the level for H.264, thirty times for H.265 ({@code level_idc}); 0 when not read
     * @param references  frames that the decoder must hold ({@code max_num_ref_frames}, {@code sps_max_dec_pic_buffering_minus1})
     * @param headers     which number the header has ({@code seq_parameter_set_id})
     * @param progressive whether no frame can be coded as two fields ({@code frame_mbs_only_flag})
     */
    public record Coding(int level, int references, int headers, boolean progressive) {

        public static final Coding UNKNOWN = new Coding(0, 0, 0, false);
    }

    /** How many frames are shown in it. */
    public int frames() {
        return head + core.map(Core::frames).orElse(0) + tail;
    }
}
