package io.reelbench.engine.preview;

import io.reelbench.engine.ffmpeg.Launcher;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Glimpse;
import io.reelbench.engine.plan.Plan;
import io.reelbench.engine.preview.wire.Answer;
import io.reelbench.engine.preview.wire.Lane;
import io.reelbench.engine.preview.wire.Order;
import io.reelbench.engine.preview.wire.Request;
import io.reelbench.engine.preview.wire.Source;
import io.reelbench.engine.preview.wire.Spot;
import io.reelbench.engine.problem.FailedException;
import io.reelbench.engine.problem.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** {@link Previews} from the decoder process and the cache on disk. Costs nothing before the first request. */
public final class DecodedPreviews implements Previews, AutoCloseable {

    private static final int FIRST = 0;
    private static final int SECOND = 1;

    private final Desk desk;
    private final LongConsumer frames;
    private final Kept kept;
    private final Inscriptions inscriptions;
    private final ExecutorService helpers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param cache  where this program keeps what can be made again
     * @param most   bytes that may be kept there
     * @param frames bytes of decoded frames that the decoder may hold
     */
    public DecodedPreviews(Launcher launcher, Path cache, long most, long frames) {
        this(new DecoderProcess(launcher, cache.resolve("previews"), frames), cache, most);
    }

    private DecodedPreviews(DecoderProcess decoder, Path cache, long most) {
        this(decoder, Desk.SILENCE, new Kept(cache.resolve("previews").resolve("kept"), most),
                new Inscriptions(cache.resolve("previews").resolve("cues")), decoder::frames);
    }

    DecodedPreviews(Desk.Starter starter, Duration silence, Kept kept, Inscriptions inscriptions) {
        this(starter, silence, kept, inscriptions, _ -> {
        });
    }

    private DecodedPreviews(Desk.Starter starter, Duration silence, Kept kept, Inscriptions inscriptions, LongConsumer frames) {
        this.frames = frames;
        this.kept = kept;
        this.inscriptions = inscriptions;
        this.desk = new Desk(starter, silence);
    }

    /** Starts the decoder in the background, so that the first picture does not wait for it. */
    public void warm() {
        desk.warm();
    }

    /** The decoder's process id, for tests; empty while there is none. */
    Optional<Long> decoderPid() {
        return desk.pid();
    }

    @Override
    public CompletableFuture<Frame> frame(Media clip, Where where, Size within) {
        return from(clip, Sources::picture, source -> {
            Request request = switch (where) {
                case Where.At(var us) -> new Request.Picture(source, Spot.AT, us, within);
                case Where.Near(var us) -> new Request.Picture(source, Spot.QUICK, us, within);
                case Where.NextFrame(var us) -> new Request.Picture(source, Spot.NEXT, us, within);
                case Where.PreviousFrame(var us) -> new Request.Picture(source, Spot.PREVIOUS, us, within);
                case Where.NextKeyframe(var us) -> new Request.Picture(source, Spot.NEXT_KEYFRAME, us, within);
                case Where.PreviousKeyframe(var us) -> new Request.Picture(source, Spot.PREVIOUS_KEYFRAME, us, within);
            };
            return ask(Lane.FRAMES, FIRST, request, clip, DecodedPreviews::frame);
        });
    }

    @Override
    public CompletableFuture<ResultFrame> result(Plan plan, long atUs, Size within) {
        Media clip = plan.sources().getFirst();
        if (plan.sources().size() > 1) {
            return CompletableFuture.failedFuture(new FailedException(new Failure.NotShown(plan.sources().size())));
        } else if (plan.glimpse().isEmpty()) {
            return CompletableFuture.failedFuture(new FailedException(new Failure.NoPicture(clip.name())));
        }
        Glimpse glimpse = plan.glimpse().get();
        Makings makings = new Makings(glimpse, clip.all(Track.Video.class).stream()
                .filter(v -> v.index() == glimpse.track()).findFirst().flatMap(Track.Video::rate));
        return from(clip, media -> Sources.picture(media, glimpse.track()), source -> {
            Function<Inscriptions.Inscribed, CompletableFuture<ResultFrame>> asking = inscribed -> {
                Request request = glimpse.isCopy()
                        ? new Request.Picture(source, Spot.AT, atUs, within)
                        : new Request.Result(source, atUs, within, makings.at(atUs, inscribed));
                return ask(Lane.FRAMES, SECOND, request, clip, (answer, part) -> {
                    Answer.Shown shown = (Answer.Shown) answer;
                    OptionalLong bytes = shown.encodedBytes() < 0
                            ? OptionalLong.empty()
                            : OptionalLong.of(shown.encodedBytes());
                    return new ResultFrame(frame(answer, part), glimpse.keeps(shown.us(), shown.lengthUs()), glimpse.isCopy(),
                            bytes, makings.caveats(shown.caveats()));
                });
            };
            return Inscriptions.areIn(glimpse)
                    ? inscribed(glimpse, atUs, asking)
                    : asking.apply(Inscriptions.Inscribed.NOTHING);
        });
    }

    /** Captions are drawn elsewhere first; what was drawn goes away when the answer is there. */
    private CompletableFuture<ResultFrame> inscribed(Glimpse glimpse, long atUs,
            Function<Inscriptions.Inscribed, CompletableFuture<ResultFrame>> asking) {
        CompletableFuture<ResultFrame> outcome = new CompletableFuture<>();
        if (helpers.isShutdown()) {
            outcome.cancel(false);
            return outcome;
        }
        helpers.execute(() -> {
            if (outcome.isDone()) {
                return;
            }
            try {
                Inscriptions.Inscribed drawn = inscriptions.of(glimpse, atUs);
                CompletableFuture<ResultFrame> asked = asking.apply(drawn);
                asked.whenComplete((frame, failed) -> {
                    drawn.close();
                    if (failed == null) {
                        outcome.complete(frame);
                    } else {
                        outcome.completeExceptionally(failed);
                    }
                });
                outcome.whenComplete((_, _) -> {
                    if (outcome.isCancelled()) {
                        asked.cancel(false);
                    }
                });
            } catch (FailedException failed) {
                outcome.completeExceptionally(failed);
            }
        });
        return outcome;
    }

    @Override
    public CompletableFuture<Picture> thumbnail(Media clip, Size within) {
        return from(clip, Sources::picture, source -> kept(clip, source, "thumbnail " + within, Forms.PICTURE,
                () -> ask(Lane.PICTURES, FIRST, new Request.Thumbnail(source, within), clip, DecodedPreviews::picture)));
    }

    @Override
    public CompletableFuture<List<Picture>> filmstrip(Media clip, int count, Size within, Consumer<Tile> each) {
        return from(clip, Sources::picture, source -> {
            long length = clip.playedUs().orElse(0);
            List<CompletableFuture<Picture>> asked = new ArrayList<>();
            List<CompletableFuture<Picture>> told = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = i;
                long us = length * (2L * i + 1) / (2L * count);
                CompletableFuture<Picture> one = kept(clip, source, "tile " + us + " " + within, Forms.PICTURE,
                        () -> ask(Lane.PICTURES, SECOND, new Request.Tile(source, us, within), clip, DecodedPreviews::picture));
                told.add(one.thenApply(picture -> {
                    each.accept(new Tile(index, picture));
                    return picture;
                }));
                asked.add(one);
            }
            return together(asked, told);
        });
    }

    /** All of them when all were told, or the first failure; cancelled as one. */
    private static CompletableFuture<List<Picture>> together(List<CompletableFuture<Picture>> asked,
            List<CompletableFuture<Picture>> told) {
        CompletableFuture<List<Picture>> all = new CompletableFuture<>();
        CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).whenComplete((_, failed) -> {
            if (failed == null) {
                all.complete(told.stream().map(CompletableFuture::join).toList());
            } else {
                all.completeExceptionally(failed instanceof CompletionException wrapped ? wrapped.getCause() : failed);
            }
        });
        all.whenComplete((_, failed) -> {
            if (failed != null) {
                asked.forEach(one -> one.cancel(false));
            }
        });
        return all;
    }

    @Override
    public CompletableFuture<Waveform> waveform(Media clip, int slices) {
        return from(clip, Sources::sound, source -> kept(clip, source, "waveform " + slices, Forms.WAVEFORM,
                () -> ask(Lane.LONG, SECOND, new Request.Sound(source, slices), clip, DecodedPreviews::waveform)));
    }

    @Override
    public CompletableFuture<long[]> keyframes(Media clip) {
        return from(clip, Sources::picture, source -> kept(clip, source, "keyframes", Forms.TIMES,
                () -> ask(Lane.LONG, FIRST, new Request.Keyframes(source), clip, DecodedPreviews::times)));
    }

    @Override
    public Playback play(Media clip, Playback.Wish wish, Playback.Audience audience) {
        Request.Play request = new Request.Play(perhaps(clip, Sources::picture), perhaps(clip, Sources::sound),
                new Request.Span(wish.fromUs(), wish.startUs(), wish.toUs()), wish.speed(), wish.loops(), wish.within(),
                wish.volume());
        if (request.picture().isEmpty() && request.sound().isEmpty()) {
            audience.failed(new Failure.NoPicture(clip.name()));
            return new Stopped();
        }
        Performance performance = desk.take(id -> new Performance(id, request, clip.name(), audience));
        performance.outcome.whenComplete((_, failed) -> {
            performance.tell();
            if (failed == null) {
                audience.over();
            } else if (failed instanceof FailedException why) {
                audience.failed(why.failure());
            }
        });
        return new Running(desk, performance);
    }

    private record Running(Desk desk, Performance performance) implements Playback {
        @Override
        public void volume(double now) {
            performance.volume(now);
            desk.say(performance, new Order.Loudness(performance.id, now));
        }

        @Override
        public void close() {
            performance.outcome.cancel(false);
        }
    }

    private record Stopped() implements Playback {
        @Override
        public void volume(double now) {
            // nothing is heard
        }

        @Override
        public void close() {
            // nothing goes on
        }
    }

    /** A picture with time, or sound; covers are not played. */
    private static Optional<Source> perhaps(Media clip, Finder finder) {
        try {
            return Optional.of(finder.of(clip)).filter(source -> !source.still());
        } catch (FailedException lacking) {
            return Optional.empty();
        }
    }

    @Override
    public long cachedBytes() {
        try {
            return kept.bytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void clearCache() {
        try {
            kept.clear();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void cacheLimit(long bytes) {
        try {
            kept.most(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void frameMemory(long bytes) {
        frames.accept(bytes);
        desk.startAnew();
    }

    /** From the disk, or made and then kept. */
    private <T> CompletableFuture<T> kept(Media clip, Source source, String what, Forms.Form<T> form,
            Supplier<CompletableFuture<T>> maker) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        String whole = what + " of " + source.track() + " " + source.tileGroup();
        if (helpers.isShutdown()) {
            outcome.cancel(false);
            return outcome;
        }
        helpers.execute(() -> {
            Optional<ByteBuffer> found = outcome.isDone() ? Optional.empty() : kept.find(clip.path(), whole);
            if (found.isPresent()) {
                outcome.complete(form.read(found.get()));
            } else if (!outcome.isDone()) {
                make(clip, whole, form, maker, outcome);
            }
        });
        return outcome;
    }

    private <T> void make(Media clip, String whole, Forms.Form<T> form, Supplier<CompletableFuture<T>> maker,
            CompletableFuture<T> outcome) {
        CompletableFuture<T> making = maker.get();
        making.whenComplete((made, failed) -> {
            if (failed != null) {
                outcome.completeExceptionally(failed);
            } else {
                outcome.complete(made);
                kept.keep(clip.path(), whole, form.write(made));
            }
        });
        outcome.whenComplete((_, _) -> {
            if (outcome.isCancelled()) {
                making.cancel(false);
            }
        });
    }

    private interface Finder {
        Source of(Media clip) throws FailedException;
    }

    private static <T> CompletableFuture<T> from(Media clip, Finder finder,
            Function<Source, CompletableFuture<T>> next) {
        try {
            return next.apply(finder.of(clip));
        } catch (FailedException lacking) {
            return CompletableFuture.failedFuture(lacking);
        }
    }

    private <T> CompletableFuture<T> ask(Lane lane, int rank, Request request, Media clip,
            BiFunction<Answer, ByteBuffer, T> reader) {
        return desk.take(lane, rank, request, clip.name(), reader).outcome;
    }

    private static Frame frame(Answer answer, ByteBuffer part) {
        Answer.Shown shown = (Answer.Shown) answer;
        return new Frame(picture(answer, part), shown.us(), shown.keyframe());
    }

    private static Picture picture(Answer answer, ByteBuffer part) {
        Answer.Shown shown = (Answer.Shown) answer;
        ByteBuffer own = ByteBuffer.allocate(Math.multiplyExact(4, Math.toIntExact(shown.size().pixels())));
        own.put(part.slice(0, own.capacity())).rewind();
        return new Picture(shown.size(), own);
    }

    private static Waveform waveform(Answer answer, ByteBuffer part) {
        int count = ((Answer.Counted) answer).count();
        float[][] all = new float[3][count];
        var numbers = part.asFloatBuffer();
        for (float[] row : all) {
            numbers.get(row);
        }
        return new Waveform(all[0], all[1], all[2]);
    }

    private static long[] times(Answer answer, ByteBuffer part) {
        long[] times = new long[((Answer.Counted) answer).count()];
        part.asLongBuffer().get(times);
        return times;
    }

    @Override
    public void close() {
        desk.close();
        helpers.shutdown();
    }
}
