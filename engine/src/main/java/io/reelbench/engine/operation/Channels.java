package io.reelbench.engine.operation;

import io.reelbench.engine.media.Patch;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.Remix;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import io.reelbench.engine.schema.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Other channels and other tracks of sound: mixed down, split, merged, patched, dropped or put in another order.
 *
 * @param into what the chosen tracks become; without it stereo, or as they are when tracks are chosen
 */
public record Channels(Optional<Into> into,
        @Ask(value = "Mix down", help = "How many channels become fewer: by the usual matrix, with dialogue 3 dB louder, or one side alone.") Remix.Down downmix,
        @Ask(value = "Sound tracks", help = "Those that stay, in the order given: all, numbers from 1, or lang:eng; chosen alone, their channels stay.") TrackChoice tracks)
        implements
            Operation {

    /** What the tracks become. */
    @Called(value = "Make", none = "Automatic")
    public sealed interface Into {
    }

    @Called("Layout")
    public record To(@Ask(value = "Layout", help = "Channels of each track; nothing clips when they become fewer.") Layout layout)
            implements
                Into {
    }

    @Called("Split")
    public record Split(@Ask(value = "Split", help = "Every channel becomes a mono track of its own.") boolean split)
            implements
                Into {
    }

    @Called("Merge")
    public record Merge(
            @Ask(value = "Merge", help = "Mono tracks that become one track, in the order given: all or 1,2.") TrackChoice merge)
            implements
                Into {
    }

    @Called("Patch")
    public record Wired(@Ask(value = "Map", help = "One track of channels of any tracks: L=1.1,R=2.1 (track.channel).") Patch map)
            implements
                Into {
    }

    /** Layouts that we write. */
    public enum Layout implements Word {
        MONO("mono", 1), STEREO("stereo", 2), C2_1("2.1", 3), C4_0("4.0", 4), C5_1("5.1", 6), C7_1("7.1", 8);

        private final String layout;
        private final int count;

        Layout(String layout, int count) {
            this.layout = layout;
            this.count = count;
        }

        @Override
        public String word() {
            return layout;
        }

        @Override
        public String title() {
            return count > 2 ? layout : this == MONO ? "Mono" : "Stereo";
        }
    }

    private static final About ABOUT = new About("channels", "Channels",
            "Mixes sound down, splits or merges channels, drops or reorders tracks.", About.Group.SOUND, About.Role.STEP,
            List.of("mono", "stereo", "5.1", "surround", "downmix", "split", "merge", "map", "track", "left", "right"),
            "channels film.mkv --layout stereo --downmix dialogue -o film-stereo.mkv");

    public Channels() {
        this(Optional.empty(), Remix.Down.STANDARD, TrackChoice.ALL);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.sound(this, edit, problems) || !Sounds.named("tracks", tracks, edit, problems)) {
            return edit;
        }
        List<Heard> all = edit.sounds();
        List<Heard> chosen = Heard.chosen(tracks, all);
        boolean untouched = into.isEmpty() && !tracks.equals(TrackChoice.ALL);
        List<Heard> made = untouched ? chosen : made(into.orElse(new To(Layout.STEREO)), chosen, edit, problems);
        if (made.equals(all)) {
            problems.add("", Code.NOTHING_TO_DO, OperationWords.SAME_CHANNELS);
        }
        return made.isEmpty() ? edit : edit.withSounds(made);
    }

    /** Empty where something stands in the way. */
    private List<Heard> made(Into wanted, List<Heard> chosen, Edit edit, Problems problems) {
        return switch (wanted) {
            case To(Layout layout) -> chosen.stream().map(h -> laidOut(h, layout)).toList();
            case Split(boolean yes) -> split(yes, chosen, problems);
            case Merge(TrackChoice merge) -> merged(merge, chosen, edit, problems);
            case Wired(Patch map) -> wired(map, chosen, problems);
        };
    }

    private Heard laidOut(Heard heard, Layout layout) {
        return Remix.to(layout.layout, layout.count, downmix, heard.here())
                .map(filter -> heard.then(List.of(filter), heard.here().laidOut(layout.count, layout.layout)))
                .orElse(heard);
    }

    private static List<Heard> split(boolean yes, List<Heard> chosen, Problems problems) {
        if (!yes) {
            problems.add("split", Code.BAD_SYNTAX, OperationWords.LOSSLESS_YES);
            return List.of();
        }
        List<Heard> single = new ArrayList<>();
        for (Heard heard : chosen) {
            Track.Audio here = heard.here();
            for (int i = 0; here.channels() > 1 && i < here.channels(); i++) {
                String title = Remix.speaker(here, i).orElse("Channel " + (i + 1));
                String whole = here.facts().title().map(t -> t + " – " + title).orElse(title);
                single.add(heard.then(List.of(Remix.channel(i)),
                        here.laidOut(1, "mono").called(whole, single.isEmpty())));
            }
            if (here.channels() == 1) {
                single.add(heard);
            }
        }
        return single;
    }

    private static List<Heard> merged(TrackChoice merge, List<Heard> chosen, Edit edit, Problems problems) {
        List<Heard> parts = Heard.chosen(merge, chosen);
        Optional<String> layout = Remix.layout(parts.size());
        Optional<Heard> wide = parts.stream().filter(h -> h.here().channels() != 1).findFirst();
        if (merge.highest() > chosen.size()) {
            problems.add("merge", Code.NO_SUCH_TRACK, OperationWords.NO_TRACK, merge.highest(), edit.first().name(),
                    chosen.size());
            return List.of();
        } else if (parts.size() < 2 || layout.isEmpty()) {
            problems.add("merge", Code.OUT_OF_RANGE, OperationWords.MERGE_COUNT, parts.size());
            return List.of();
        } else if (wide.isPresent()) {
            problems.add("merge", Code.NOT_AVAILABLE, OperationWords.MERGE_MONO, chosen.indexOf(wide.get()) + 1,
                    wide.get().here().channels());
            return List.of();
        }
        List<Remix.From> sources = IntStream.range(0, parts.size()).mapToObj(i -> new Remix.From(i, 0)).toList();
        Optional<Heard> one = joined(parts, layout.get(), sources, "merge", problems);
        List<Heard> after = new ArrayList<>();
        for (Heard heard : chosen) {
            if (heard == parts.getFirst()) {
                one.ifPresent(after::add);
            } else if (parts.stream().noneMatch(p -> p == heard)) {
                after.add(heard);
            }
        }
        return one.isPresent() ? after : List.of();
    }

    private static List<Heard> wired(Patch map, List<Heard> chosen, Problems problems) {
        Optional<String> layout = Remix.layout(map.speakers());
        if (layout.isEmpty()) {
            problems.add("map", Code.NOT_AVAILABLE, OperationWords.NO_LAYOUT, map);
            return List.of();
        }
        List<Heard> parts = new ArrayList<>();
        List<Remix.From> sources = new ArrayList<>();
        for (Patch.Wire wire : map.wires()) {
            if (wire.track() > chosen.size() || wire.channel() > chosen.get(wire.track() - 1).here().channels()) {
                problems.add("map", Code.NO_SUCH_TRACK, OperationWords.NO_CHANNEL, wire, chosen.size());
                return List.of();
            }
            Heard part = chosen.get(wire.track() - 1);
            if (parts.stream().noneMatch(p -> p == part)) {
                parts.add(part);
            }
            int input = IntStream.range(0, parts.size()).filter(i -> parts.get(i) == part).findFirst().orElseThrow();
            sources.add(new Remix.From(input, wire.channel() - 1));
        }
        return joined(parts, layout.get(), sources, "map", problems).map(List::of).orElse(List.of());
    }

    private static Optional<Heard> joined(List<Heard> parts, String layout, List<Remix.From> sources, String option,
            Problems problems) {
        Track.Audio now = parts.getFirst().here().laidOut(sources.size(), layout);
        if (parts.size() == 1) {
            return Optional.of(parts.getFirst().then(List.of(Remix.pan(layout, sources)), now));
        } else if (parts.stream().anyMatch(p -> !p.isSingle())) {
            problems.add(option, Code.NOT_AVAILABLE, OperationWords.JOINED_TWICE);
            return Optional.empty();
        }
        return Optional.of(Heard.joined(parts, Remix.join(layout, parts.size(), sources), now));
    }
}
