package io.reelbench.engine.operation;

import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.Remix;
import java.util.Comparator;
import java.util.List;

/** Makes one track of several that are heard at once, each as loud as it was. */
final class Mixing {

    private Mixing() {}

    /** Single tracks as one, which is labelled like the first and has the channels of that which has most; nothing clips. */
    static Heard of(List<Heard> single) {
        Track.Audio first = single.getFirst().here();
        Track.Audio widest = single.stream().map(Heard::here).max(Comparator.comparingInt(Track.Audio::channels)).orElse(first);
        int channels = first.channels() == widest.channels() ? first.channels() : widest.channels();
        String layout = channels == first.channels() ? first.layout() : Remix.layout(channels).orElse(widest.layout());
        List<Heard> alike = single.stream().map(heard -> Remix.to(layout, channels, Remix.Down.STANDARD, heard.here())
                .map(filter -> heard.then(List.of(filter), heard.here().laidOut(channels, layout))).orElse(heard)).toList();
        // amix would else make each softer the more there are
        String joining = "amix=inputs=%d:duration=longest:normalize=0,aformat=sample_rates=%d".formatted(single.size(),
                first.sampleRate());
        return Heard.joined(alike, joining, first.laidOut(channels, layout)).then(Volume.LIMITER);
    }
}
