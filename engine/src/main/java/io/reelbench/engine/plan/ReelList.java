package io.reelbench.engine.plan;

import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a joined whole can be copied, and from which list. Clips that are alike are listed as they are; where some differ, those are
 * encoded to be like the one that rules, and all of them become pieces whose headers travel with their frames.
 */
final class ReelList {

    private static final String LIST = "clips.ffconcat";
    /** Their headers tell all that a copy needs; else ffmpeg looks into each clip for 5 MB, which takes longer than copying it. */
    private static final Set<String> HEADED = Set.of("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm");
    /** In bytes. */
    private static final int HEADER = 1 << 18;
    /** Whose containers say how long each frame is. */
    private static final Set<String> STORED = Set.of("h264", "hevc", "mpeg4", "prores", "dnxhd", "mjpeg");
    /** With less to copy, one encode of all is the better way. */
    private static final double LEAST_COPIED = 0.3;
    /** Packets of these can follow each other; those of others carry numbers or lean on what is before. */
    private static final Set<String> FOLLOWING = Set.of("aac", "mp3", "mp2", "ac3", "eac3");
    /** These are encoded alike, and their headers can travel with the frames. */
    private static final Set<String> TWINS = Set.of("h264", "hevc", "vp9", "av1");

    private final Reel reel;
    private final Capabilities can;

    ReelList(Reel reel, Capabilities can) {
        this.reel = reel;
        this.can = can;
    }

    private Media ruler() {
        return reel.ruler().clip();
    }

    /** Whether the clips themselves are listed, since not one differs. */
    boolean isDirect() {
        return reel.members().stream().allMatch(m -> m.unlike().isEmpty() && isSetUpAlike(m));
    }

    private boolean isTurned() {
        return ruler().video().filter(v -> v.rotation() != 0 || v.flipped()).isPresent();
    }

    private boolean isSetUpAlike(Member member) {
        Optional<Track.Video> rules = ruler().video();
        Optional<Track.Video> own = member.clip().video();
        return rules.isEmpty() || own.isPresent() && own.get().index() == rules.get().index()
                && own.get().facts().setup().equals(rules.get().facts().setup());
    }

    /** Why the picture cannot be copied; empty when it can. */
    Optional<Text> refusal(Container container) {
        if (reel.way() == Reel.Way.REENCODE) {
            return Optional.of(ReelWords.ALL_ASKED.with());
        } else if (!reel.passage().isCut()) {
            return Optional.of(ReelWords.PASSAGE.with());
        } else if (isTurned() && !container.holdsTurns()) {
            return Optional.of(PlanWords.NO_TURNS.with(PictureChoice.title(container)));
        } else if (isDirect()) {
            return Optional.empty();
        }
        Track.Video rules = ruler().video().orElseThrow();
        double whole = reel.members().stream().mapToLong(Member::lengthUs).sum();
        double copied = reel.members().stream().filter(m -> m.unlike().isEmpty()).mapToLong(Member::lengthUs).sum();
        boolean plain = rules.hasSquarePixels() && rules.rotation() == 0 && !rules.flipped() && !rules.variable()
                && !rules.fields().isInterlaced() && rules.hdr().kind() == Track.Hdr.Kind.SDR;
        boolean encodes = copied < whole;
        if (encodes && copied < whole * LEAST_COPIED) {
            return Optional.of(ReelWords.TOO_FEW_ALIKE.with(Math.round(copied * 100 / whole) + " %"));
        } else if (!plain) {
            return Optional.of(ReelWords.TURNED.with());
        } else if (!TWINS.contains(rules.codec()) || encodes && new Twin(ruler(), can).arguments().isEmpty()) {
            return Optional.of(ReelWords.NO_TWIN.with(ruler().name()));
        } else if (rules.codec().equals("hevc") && container.isMp4Family()) {
            return Optional.of(ReelWords.OWN_HEADERS.with(PictureChoice.title(container)));
        }
        return Optional.empty();
    }

    /**
     * Why the sounds cannot be copied; empty when they can.
     *
     * @param picture whether there is a picture, and it is copied; empty without one
     */
    Optional<Text> refusalOfSound(Track.Audio track, Optional<Boolean> picture) {
        if (reel.way() == Reel.Way.REENCODE) {
            return Optional.of(ReelWords.ALL_ASKED.with());
        } else if (!reel.passage().isCut()) {
            return Optional.of(ReelWords.PASSAGE.with());
        }
        Optional<Member> other = reel.members().stream().filter(m -> !m.muted().isEmpty()).findFirst();
        if (other.isPresent()) {
            return Optional.of(ReelWords.UNLIKE_SOUNDS.with(other.get().clip().name(), other.get().muted().getFirst()));
        } else if (!isDirect() || picture.isPresent() && !picture.get()) {
            return Optional.of(ReelWords.PICTURE_SETS.with());
        } else if (!FOLLOWING.contains(track.codec()) && !track.codec().startsWith("pcm_")) {
            return Optional.of(ReelWords.NOT_END_TO_END.with(track.codec()));
        }
        return Optional.empty();
    }

    /**
     * What a run reads.
     *
     * @param sounds whether sounds are copied from it too; else they come from elsewhere and begin with the picture
     */
    Command.Input input(List<String> arguments, boolean sounds) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-f", "concat", "-safe", "0"));
        if (isDirect()) {
            // equal headers stay where they are, and packets as they are
            all.addAll(List.of("-auto_convert", "0"));
        }
        long moved = early() + (isDirect() && !sounds ? reel.members().getFirst().leadUs() : 0);
        if (moved > 0) {
            all.addAll(List.of("-itsoffset", "-" + Time.seconds(moved)));
        }
        return new Command.Input(List.copyOf(all), new Ref.Scratch(LIST));
    }

    /** Of a list, what prepares the decoder of a sound counts as its beginning: all lies that much later than in the clip. */
    private long early() {
        Media first = reel.members().getFirst().clip();
        long prepares = first.all(Track.Audio.class).stream().mapToLong(a -> a.facts().lead().us()).max().orElse(0);
        return isDirect() ? Math.max(0, prepares + Math.min(0, first.startUs())) : 0;
    }

    /** Where a track of the whole is found in the list. */
    int stream(int index) {
        if (!isDirect()) {
            return 0;
        }
        List<Track> whole = reel.whole().tracks();
        Track track = whole.stream().filter(t -> t.index() == index).findFirst().orElseThrow();
        return track instanceof Track.Video
                ? ruler().video().orElseThrow().index()
                : ruler().all(Track.Audio.class).get(reel.whole().all(Track.Audio.class).indexOf(track)).index();
    }

    /** What must be done before. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        for (Member member : reel.members()) {
            boolean direct = isDirect();
            list.append("file ").append(direct ? Command.value("source-" + member.place()) : piece(member)).append('\n')
                    .append("duration ").append(Time.seconds(member.lengthUs())).append('\n');
            if (direct && HEADED.contains(member.clip().format())) {
                looks(member).forEach(option -> list.append("option ").append(option).append('\n'));
            } else if (!direct) {
                steps.add(member.unlike().isEmpty() ? copied(member) : made(member));
            }
        }
        steps.add(new Step.Write(LIST, list.toString()));
        return steps;
    }

    /**
     * How much of a clip ffmpeg reads before it copies. The first says what all are; times of a later one need no look where its frames are
     * stored as they are shown, one as long as the other (tried on 73 files: the same packets at the same times).
     */
    private List<String> looks(Member member) {
        boolean plain = member.clip().video().filter(v -> v.reorder() == 0 && !v.variable() && STORED.contains(v.codec()))
                .isPresent();
        return member.place() > 0 && plain
                ? List.of("probesize 32", "fpsprobesize 0", "analyzeduration 0")
                : List.of("probesize " + HEADER);
    }

    private static String piece(Member member) {
        return "piece-%d.nut".formatted(member.place() + 1);
    }

    private Step copied(Member member) {
        Track.Video track = member.clip().video().orElseThrow();
        List<String> arguments = new ArrayList<>(List.of("-map", "0:" + track.index(), "-c:v", "copy"));
        List<String> packets = LikeCoder.packets(track, member.clip());
        if (!packets.isEmpty()) {
            arguments.addAll(List.of("-bsf:v", String.join(",", packets)));
        }
        arguments.addAll(List.of("-f", "nut"));
        Command command = new Command(List.of(new Command.Input(Inputs.demuxer(member.clip()), new Ref.Source(member.place()))),
                Optional.empty(), List.of(new Command.Output(List.copyOf(arguments), new Ref.Scratch(piece(member)))));
        return new Step.Run(Step.Doing.COPYING, command, 0.02, java.util.OptionalLong.of(member.lengthUs()));
    }

    private Step made(Member member) {
        Track.Video rules = ruler().video().orElseThrow();
        Member alone = new Member(member.place(), Optional.empty(), member.edit(), member.conform(), List.of(), List.of(), 0,
                member.lengthUs(),
                member.leadUs(), member.frames());
        ReelGraph graph = new ReelGraph(new Reel(List.of(alone), 0, reel.whole(), Passage.CUT, reel.way()),
                new Range(0, Range.OPEN), 0);
        List<String> arguments = new ArrayList<>(List.of("-map", "[v]"));
        arguments.addAll(new Twin(ruler(), can).arguments().orElseThrow());
        arguments.addAll(List.of("-enc_time_base:v", rules.facts().timebase().num() + "/" + rules.facts().timebase().den(),
                "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-f", "nut"));
        Command command = new Command(graph.inputs(), Optional.of(graph.track(rules(), "v")),
                List.of(new Command.Output(List.copyOf(arguments), new Ref.Scratch(piece(member)))));
        return new Step.Run(Step.Doing.ENCODING, command, (double) member.lengthUs() / reel.whole().lengthUs().orElse(1),
                java.util.OptionalLong.of(member.lengthUs()));
    }

    private int rules() {
        return reel.whole().video().orElseThrow().index();
    }

    /**
     * Packets that only prepare a decoder come in front of each clip's sound and would push all behind them later: those of later clips
     * are left out. Empty where there are none, and where nobody counted.
     *
     * @param place of the sound, from 0
     */
    Optional<String> packets(int place) {
        long before = 0;
        List<String> drops = new ArrayList<>();
        for (Member member : reel.members()) {
            Track.Facts facts = member.clip().all(Track.Audio.class).get(place).facts();
            if (facts.frames().isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < facts.lead().packets() && before > 0; i++) {
                drops.add("eq(n,%d)".formatted(before + i));
            }
            before += facts.frames().getAsLong();
        }
        return drops.isEmpty() ? Optional.empty() : Optional.of("noise=drop='" + String.join("+", drops) + "'");
    }
}
