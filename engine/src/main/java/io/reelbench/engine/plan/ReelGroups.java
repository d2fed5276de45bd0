package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Many clips that are decoded are put together a few at a time, without loss, and then those pieces: a run that had hundreds of them open
 * would hold frames of each in memory.
 */
final class ReelGroups {

    /** So many clips are decoded in one run; sounds are light. */
    private static final int MOST_PICTURES = 16;
    private static final int MOST_SOUNDS = 120;

    private final Reel reel;
    private final boolean picture;
    private final Capabilities can;
    private final List<Step> steps = new ArrayList<>();

    /** @param picture whether pictures are decoded too */
    ReelGroups(Reel reel, boolean picture, Capabilities can) {
        this.reel = reel;
        this.picture = picture;
        this.can = can;
    }

    static boolean areMany(int clips, boolean picture) {
        return clips > most(picture);
    }

    private static int most(boolean picture) {
        return picture ? MOST_PICTURES : MOST_SOUNDS;
    }

    /** The same whole, made of few pieces. */
    Reel pieces() {
        Reel now = reel;
        for (int round = 1; areMany(now.members().size(), picture); round++) {
            now = grouped(now, round);
        }
        return now;
    }

    /** What makes the pieces. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    private Reel grouped(Reel now, int round) {
        List<Member> groups = new ArrayList<>();
        int most = most(picture);
        for (int from = 0; from < now.members().size(); from += most) {
            List<Member> those = now.members().subList(from, Math.min(from + most, now.members().size()));
            groups.add(group(now, those, groups.size(),
                    "group-%s%d-%d.nut".formatted(picture ? "" : "sound-", round, groups.size() + 1)));
        }
        return new Reel(List.copyOf(groups), 0, now.whole(), now.passage(), now.way());
    }

    private Member group(Reel now, List<Member> those, int place, String name) {
        long fromUs = those.getFirst().fromUs();
        long lengthUs = those.getLast().toUs() - fromUs;
        Media media = media(lengthUs);
        ReelGraph graph = new ReelGraph(new Reel(those, 0, now.whole(), now.passage(), now.way()), new Range(fromUs, Range.OPEN),
                0);
        List<String> graphs = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (Track track : now.whole().tracks()) {
            if (picture || track instanceof Track.Audio) {
                String label = "piece" + track.index();
                graphs.add(graph.track(track.index(), label));
                arguments.addAll(List.of("-map", "[" + label + "]"));
            }
        }
        if (picture) {
            arguments.addAll(lossless(now.whole().video().orElseThrow().pixels().name()));
        }
        arguments.addAll(List.of("-c:a", "pcm_f32le", "-f", "nut"));
        Command command = Command.of(graph.inputs(), graph.beside(), Optional.of(String.join(";", graphs)),
                List.of(new Command.Output(List.copyOf(arguments), new Ref.Scratch(name))));
        double part = (double) lengthUs / Math.max(1, now.whole().lengthUs().orElse(1));
        steps.add(new Step.Run(Step.Doing.JOINING, command, picture ? part / 2 : part / 20, OptionalLong.of(lengthUs)));
        long frames = now.whole().video().flatMap(Track.Video::rate).map(r -> r.nearestFrame(lengthUs)).orElse(0L);
        return new Member(place, Optional.of(name), Edit.of(media), List.of(), List.of(), List.of(), fromUs, lengthUs, 0, frames);
    }

    private List<String> lossless(String pixels) {
        boolean quick = can.canEncode("libx264") && can.encoders().get("libx264").pixelFormats().contains(pixels);
        return quick
                ? List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-pix_fmt", pixels)
                : List.of("-c:v", "ffv1", "-level", "3", "-pix_fmt", pixels);
    }

    private Media media(long lengthUs) {
        Media whole = reel.whole();
        List<Track> tracks = new ArrayList<>();
        for (Track track : whole.tracks()) {
            if (picture || track instanceof Track.Audio) {
                tracks.add(placed(track, tracks.size(), lengthUs));
            }
        }
        return new Media(whole.path(), 0, 0, "nut", 0, OptionalLong.of(lengthUs), Optional.empty(), List.copyOf(tracks),
                List.of(),
                java.util.Map.of(), false, List.of(), io.reelbench.engine.media.Known.NOTHING);
    }

    private static Track placed(Track track, int index, long lengthUs) {
        Track.Facts is = track.facts();
        Track.Facts facts = new Track.Facts(index, track instanceof Track.Audio ? "pcm_f32le" : "h264", "", Optional.empty(),
                true,
                is.timebase(), OptionalLong.of(0), OptionalLong.of(lengthUs), Optional.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.empty(), is.dispositions(), java.util.Map.of());
        return track instanceof Track.Video v
                ? new Track.Video(facts, v.coded(), v.pixelShape(), 0, false, v.pixels(), v.rate(), false, v.fields(), v.colour(),
                        v.hdr(), Optional.empty(), 0)
                : new Track.Audio(facts, ((Track.Audio) track).sampleRate(), ((Track.Audio) track).channels(),
                        ((Track.Audio) track).layout(), 32, true);
    }
}
