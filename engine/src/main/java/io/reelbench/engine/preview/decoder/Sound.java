package io.reelbench.engine.preview.decoder;

import io.reelbench.engine.plan.Guarded;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Answer.Reason;
import io.reelbench.engine.preview.wire.Source;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** Decodes a clip's sound to its end, for the shape of it. */
final class Sound {

    private static final int MOST = 100_000;
    /** No track has this number, so the picture is left alone. */
    private static final int NONE = Integer.MAX_VALUE;

    private final Source source;
    private final Job job;
    private final int slices;
    private final float[] low;
    private final float[] high;
    private final double[] squares;
    private final long[] counts;
    private float[] chunk = new float[8192];

    Sound(Source source, int slices, Job job) {
        this.source = source;
        this.job = job;
        this.slices = Math.clamp(slices, 1, MOST);
        this.low = new float[this.slices];
        this.high = new float[this.slices];
        this.squares = new double[this.slices];
        this.counts = new long[this.slices];
    }

    Answer into(ByteBuffer part) throws Unable, Job.Unwanted {
        if (source.lengthUs() <= 0) {
            throw new Unable(Reason.NO_FRAME, "its length is not known");
        }
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber("file:" + source.path())) {
            grabber.setOption("protocol_whitelist", "file");
            grabber.setOption("format_whitelist", Guarded.DEMUXERS);
            if (!source.demuxer().isEmpty()) {
                grabber.setFormat(source.demuxer());
            }
            grabber.setImageMode(FrameGrabber.ImageMode.RAW);
            grabber.setSampleMode(FrameGrabber.SampleMode.FLOAT);
            grabber.setVideoStream(NONE);
            grabber.setAudioStream(source.track());
            grabber.start();
            leaveTheRest(grabber);
            boolean any = false;
            for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
                job.goesOn();
                if (frame.samples != null && frame.samples[0] instanceof FloatBuffer samples && frame.sampleRate > 0) {
                    any = true;
                    add(samples, frame.timestamp - source.zeroUs(), frame.audioChannels, frame.sampleRate);
                }
            }
            if (!any) {
                throw new Unable(Reason.NO_FRAME, "no sound can be decoded");
            }
        } catch (FrameGrabber.Exception failed) {
            System.err.println("decoder: " + failed.getMessage());
            throw new Unable(Reason.CANNOT_OPEN, "its sound cannot be opened");
        }
        return written(part);
    }

    private void leaveTheRest(FFmpegFrameGrabber grabber) {
        var file = grabber.getFormatContext();
        for (int i = 0; i < file.nb_streams(); i++) {
            file.streams(i).discard(i == source.track() ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
    }

    /** Samples of all channels in turn, from a time on. */
    private void add(FloatBuffer samples, long us, int channels, int rate) {
        int left = samples.remaining();
        long first = us * rate / 1_000_000;
        long perSlice = Math.max(1, source.lengthUs() * rate / 1_000_000);
        long done = 0;
        while (left > 0) {
            int count = Math.min(left, chunk.length / channels * channels);
            if (count == 0) {
                chunk = new float[channels];
                continue;
            }
            samples.get(chunk, 0, count);
            int at = 0;
            while (at < count) {
                long sample = first + (done + at) / channels;
                long slice = Math.floorDiv(sample * slices, perSlice);
                // the samples up to where the next slice begins
                long next = Math.ceilDiv((slice + 1) * perSlice, slices);
                int until = (int) Math.min(count, at + Math.max(1, next - sample) * channels);
                if (slice >= 0 && slice < slices) {
                    measure((int) slice, at, until);
                }
                at = until;
            }
            done += count;
            left -= count;
        }
    }

    private void measure(int slice, int from, int to) {
        float lowest = low[slice];
        float highest = high[slice];
        double sum = 0;
        for (int i = from; i < to; i++) {
            float value = chunk[i];
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            sum += (double) value * value;
        }
        low[slice] = lowest;
        high[slice] = highest;
        squares[slice] += sum;
        counts[slice] += to - from;
    }

    private Answer written(ByteBuffer part) {
        FloatBuffer out = part.asFloatBuffer();
        for (int i = 0; i < slices; i++) {
            out.put(i, Math.clamp(low[i], -1f, 0f));
            out.put(slices + i, Math.clamp(high[i], 0f, 1f));
            out.put(2 * slices + i, counts[i] == 0 ? 0f : (float) Math.min(1, Math.sqrt(squares[i] / counts[i])));
        }
        return new Answer.Counted(job.id(), slices);
    }
}
