package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Phones store a photo as dozens of tiles, each a stream of its own. Here they become one picture. */
final class Tiles {

    private record Tile(int track, int left, int top) {
    }

    private final Source source;
    private final Job job;

    Tiles(Source source, Job job) {
        this.source = source;
        this.job = job;
    }

    AVFrame joined() throws Unable, Job.Unwanted {
        AVFormatContext file = Input.open(source, true);
        AVFrame whole = null;
        try {
            AVStreamGroupTileGrid grid = grid(file);
            if ((long) grid.coded_width() * grid.coded_height() > Film.MOST_PIXELS || grid.nb_tiles() > 4096) {
                throw new Unable(Reason.TOO_LARGE, grid.coded_width() + "×" + grid.coded_height());
            }
            AVStreamGroup group = file.stream_groups(source.tileGroup());
            for (int i = 0; i < grid.nb_tiles(); i++) {
                Tile tile = new Tile(group.streams(grid.offsets_idx(i)).index(), grid.offsets_horizontal(i),
                        grid.offsets_vertical(i));
                AVFrame part = Photo.first(source, tile.track(), Film.Use.ONE_PICTURE, Integer.MAX_VALUE, job);
                try {
                    whole = whole == null ? canvas(grid, part) : whole;
                    lay(part, whole, tile);
                } finally {
                    avutil.av_frame_free(part);
                }
            }
            return cropped(whole, grid);
        } catch (Unable | Job.Unwanted failed) {
            if (whole != null) {
                avutil.av_frame_free(whole);
            }
            throw failed;
        } finally {
            avformat.avformat_close_input(file);
        }
    }

    private AVStreamGroupTileGrid grid(AVFormatContext file) throws Unable {
        if (source.tileGroup() >= file.nb_stream_groups()
                || file.stream_groups(source.tileGroup()).type() != avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID) {
            throw new Unable(Reason.NO_TRACK, "group " + source.tileGroup());
        }
        AVStreamGroupTileGrid grid = file.stream_groups(source.tileGroup()).params_tile_grid();
        if (grid.nb_tiles() < 1) {
            throw new Unable(Reason.NO_TRACK, "group " + source.tileGroup());
        }
        return grid;
    }

    private static AVFrame canvas(AVStreamGroupTileGrid grid, AVFrame like) throws Unable {
        AVFrame canvas = avutil.av_frame_alloc();
        canvas.format(like.format());
        canvas.width(grid.coded_width());
        canvas.height(grid.coded_height());
        canvas.colorspace(like.colorspace());
        canvas.color_range(like.color_range());
        canvas.color_primaries(like.color_primaries());
        canvas.color_trc(like.color_trc());
        try {
            Unable.unless(avutil.av_frame_get_buffer(canvas, 0), Reason.NO_MEMORY);
            return canvas;
        } catch (Unable none) {
            avutil.av_frame_free(canvas);
            throw none;
        }
    }

    private static void lay(AVFrame part, AVFrame whole, Tile tile) throws Unable {
        AVPixFmtDescriptor form = avutil.av_pix_fmt_desc_get(whole.format());
        boolean fits = part.format() == whole.format() && tile.left() >= 0 && tile.top() >= 0 && tile.left() < whole.width()
                && tile.top() < whole.height();
        if (!fits) {
            throw new Unable(Reason.NO_FRAME, "a tile does not fit");
        }
        int width = Math.min(part.width(), whole.width() - tile.left());
        int height = Math.min(part.height(), whole.height() - tile.top());
        for (int plane = 0; plane < 4 && whole.data(plane) != null && !whole.data(plane).isNull(); plane++) {
            boolean chroma = (plane == 1 || plane == 2) && (form.flags() & avutil.AV_PIX_FMT_FLAG_RGB) == 0;
            int down = chroma ? form.log2_chroma_h() : 0;
            int bytes = avutil.av_image_get_linesize(whole.format(), width, plane);
            int left = tile.left() == 0 ? 0 : avutil.av_image_get_linesize(whole.format(), tile.left(), plane);
            for (int row = 0; row < height + (1 << down) - 1 >> down; row++) {
                Pointer.memcpy(at(whole, plane, (tile.top() >> down) + row, left), at(part, plane, row, 0), bytes);
            }
        }
    }

    private static BytePointer at(AVFrame frame, int plane, long row, long left) {
        return frame.data(plane).getPointer(row * frame.linesize(plane) + left);
    }

    private static AVFrame cropped(AVFrame whole, AVStreamGroupTileGrid grid) throws Unable {
        whole.crop_left(grid.horizontal_offset());
        whole.crop_top(grid.vertical_offset());
        whole.crop_right(Math.max(0, grid.coded_width() - grid.width() - grid.horizontal_offset()));
        whole.crop_bottom(Math.max(0, grid.coded_height() - grid.height() - grid.vertical_offset()));
        Unable.unless(avutil.av_frame_apply_cropping(whole, 0), Reason.NO_FRAME);
        return whole;
    }

}
