package io.reelbench.engine.plan;

import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decodes the clips of a joined whole into one picture and its sounds. Each clip has exactly the frames that it was counted with, and
 * each of its sounds is exactly as long as they are, so that nothing can drift.
 */
final class ReelGraph {

    private final Reel reel;
    private final Range part;
    private final List<Member> members;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Command.Input> inputs = new ArrayList<>();
    private final List<Command.Input> beside = new ArrayList<>();
    private final List<Heard> ruling;
    private final String name;

    /**
     * @param part   of the whole; its first moment becomes zero
     * @param number of the first of its inputs in the command
     */
    ReelGraph(Reel reel, Range part, int number) {
        this.reel = reel;
        this.part = part;
        List<Member> within = reel.in(part);
        this.members = within.isEmpty() ? List.of(reel.members().getLast()) : within;
        this.ruling = Edit.of(reel.whole()).sounds();
        this.name = "reel" + number + "_";
        for (Member member : members) {
            numbers.add(number + inputs.size());
            inputs.addAll(read(member));
        }
    }

    /** What reads one of the clips. */
    private static List<Command.Input> read(Member member) {
        return new Inputs(exact(member)).all().stream()
                .map(input -> new Command.Input(input.arguments(), member.file())).toList();
    }

    List<Command.Input> inputs() {
        return List.copyOf(inputs);
    }

    /** Files beside the clips that its graph reads; it names them by {@link Command#input}. */
    List<Command.Input> beside() {
        return List.copyOf(beside);
    }

    /** The graph of one track of the whole, from the inputs to a label. */
    String track(int index, String label) {
        return reel.whole().video().filter(v -> v.index() == index).isPresent() ? picture(label) : sound(place(index), label);
    }

    private int place(int index) {
        return ruling.stream().filter(h -> h.here().index() == index).findFirst().map(ruling::indexOf).orElseThrow();
    }

    private String picture(String label) {
        List<String> graph = new ArrayList<>();
        List<String> pads = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String pad = name + "v" + i;
            graph.add(picture(members.get(i), numbers.get(i), pad));
            pads.add(pad);
            if (isGapBehind(i)) {
                graph.add(black() + "[" + pad + "_gap]");
                pads.add(pad + "_gap");
            }
        }
        graph.add(joined(pads, reel.passage().kind() == Passage.Kind.CROSSFADE ? "xfade" : "concat=n=%d:v=1:a=0", label,
                cut("trim", "setpts")));
        return String.join(";", graph);
    }

    private String picture(Member member, int number, String pad) {
        List<Filter> behind = new ArrayList<>(member.conform());
        Rate rate = rate();
        if (member.leadUs() > 0) {
            behind.add(Filter.of("setpts=PTS-STARTPTS"));
        }
        behind.add(Filter.of("fps=%s:start_time=0".formatted(rate)));
        // a still is one frame, and what ends early goes on with its last
        behind.add(Filter.of("tpad=stop=-1:stop_mode=clone"));
        behind.add(Filter.of("trim=end_frame=" + member.frames()));
        Track.Video seen = seen();
        behind.add(Filter.of("format=" + seen.pixels().name() + ",setsar=1"));
        if (reel.passage().kind() == Passage.Kind.DIP) {
            behind.addAll(dips("fade", member));
        }
        PictureGraph.Made made = new PictureGraph(exact(member), pad, number).made(behind);
        return made.graph().orElseGet(() -> "[" + made.map() + "]" + made.filter().orElse("null") + "[" + pad + "]");
    }

    /** Cuts between clips are exact, since all of them are decoded. */
    private static Edit exact(Member member) {
        return member.edit().exactly();
    }

    private String sound(int place, String label) {
        Track.Audio track = ruling.get(place).here();
        List<String> graph = new ArrayList<>();
        List<String> pads = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String pad = name + "a" + place + "_" + i;
            graph.add(sound(members.get(i), numbers.get(i), place, pad));
            pads.add(pad);
            if (isGapBehind(i)) {
                graph.add(silence(track, reel.passage().us()) + "[" + pad + "_gap]");
                pads.add(pad + "_gap");
            }
        }
        graph.add(joined(pads, reel.passage().kind() == Passage.Kind.CROSSFADE ? "acrossfade" : "concat=n=%d:v=0:a=1", label,
                cut("atrim", "asetpts")));
        return String.join(";", graph);
    }

    private String sound(Member member, int number, int place, String pad) {
        Track.Audio track = ruling.get(place).here();
        List<Heard> own = member.edit().sounds();
        if (own.size() <= place) {
            return silence(track, member.lengthUs()) + "[" + pad + "]";
        }
        List<Filter> behind = new ArrayList<>();
        if (member.leadUs() > 0) {
            String lead = Time.seconds(member.leadUs());
            behind.add(Filter.of("atrim=start=%s,asetpts=PTS-%s/TB".formatted(lead, lead)));
        }
        behind.add(Filter.of("aresample=%d:async=1:first_pts=0".formatted(track.sampleRate())));
        behind.add(Filter.of(form(track)));
        behind.add(Filter.of("apad,atrim=end=%s,asetpts=PTS-STARTPTS".formatted(Time.seconds(member.lengthUs()))));
        if (reel.passage().kind() == Passage.Kind.DIP) {
            behind.addAll(dips("afade", member));
        }
        Heard heard = measuring(member).resolved(own.get(place));
        SoundGraph.Made made = new SoundGraph(exact(member), pad, number).made(heard.then(behind, heard.here()));
        beside.addAll(made.beside());
        return made.graph().orElseGet(() -> "[" + made.map() + "]" + made.filter().orElse("anull") + "[" + pad + "]");
    }

    /** What must be measured of the sounds of one clip, under names of its own. */
    static Measuring measuring(Member member) {
        return new Measuring(exact(member), "measured-clip%d-".formatted(member.place() + 1));
    }

    private static String form(Track.Audio track) {
        return "aformat=sample_fmts=fltp:sample_rates=%d:channel_layouts=%s".formatted(track.sampleRate(), layout(track));
    }

    private static String layout(Track.Audio track) {
        return track.layout().isEmpty() || track.layout().contains(" ") ? track.channels() + "c" : track.layout();
    }

    private static String silence(Track.Audio track, long us) {
        return "anullsrc=r=%d:cl=%s,%s,atrim=end=%s".formatted(track.sampleRate(), layout(track), form(track), Time.seconds(us));
    }

    private String black() {
        Track.Video seen = seen();
        Size size = seen.upright();
        return "color=c=black:s=%dx%d:r=%s,format=%s,setsar=1,trim=end_frame=%d".formatted(size.width(), size.height(), rate(),
                seen.pixels().name(),
                rate().nearestFrame(reel.passage().us()));
    }

    private Track.Video seen() {
        return reel.whole().video().orElseThrow();
    }

    private Rate rate() {
        return seen().rate().orElseThrow();
    }

    private boolean isGapBehind(int index) {
        return reel.passage().kind() == Passage.Kind.GAP && members.get(index) != reel.members().getLast();
    }

    /** Half of the passage at each end that has a neighbour. */
    private List<Filter> dips(String fade, Member member) {
        List<Filter> filters = new ArrayList<>();
        String half = Time.seconds(reel.passage().us() / 2);
        if (member != reel.members().getFirst()) {
            filters.add(Filter.of("%s=t=in:st=0:d=%s".formatted(fade, half)));
        }
        if (member != reel.members().getLast()) {
            filters.add(Filter.of("%s=t=out:st=%s:d=%s".formatted(fade,
                    Time.seconds(member.lengthUs() - reel.passage().us() / 2), half)));
        }
        return filters;
    }

    private String joined(List<String> pads, String how, String label, String cut) {
        String end = (cut.isEmpty() ? "" : "," + cut) + "[" + label + "]";
        if (pads.size() == 1) {
            return "[" + pads.getFirst() + "]" + (how.contains("a=1") || how.startsWith("a") ? "anull" : "null") + end;
        } else if (how.startsWith("concat")) {
            return pads.stream().map(p -> "[" + p + "]").collect(Collectors.joining()) + how.formatted(pads.size()) + end;
        }
        List<String> steps = new ArrayList<>();
        String so = pads.getFirst();
        for (int i = 1; i < pads.size(); i++) {
            String out = i == pads.size() - 1 ? end : "[" + pads.get(i) + "_over]";
            steps.add("[%s][%s]%s%s".formatted(so, pads.get(i), over(how, i), out));
            so = pads.get(i) + "_over";
        }
        return String.join(";", steps);
    }

    /** The end of all before lies over the beginning of this one. */
    private String over(String how, int index) {
        String length = Time.seconds(reel.passage().us());
        return how.equals("xfade")
                ? "xfade=transition=fade:duration=%s:offset=%s".formatted(length,
                        Time.seconds(members.get(index).fromUs() - members.getFirst().fromUs()))
                : "acrossfade=d=%s:c1=qsin:c2=qsin".formatted(length);
    }

    /** What lies in the first and the last clip outside of the part. */
    private String cut(String trim, String pts) {
        long zero = members.getFirst().fromUs();
        List<String> filters = new ArrayList<>();
        if (part.fromUs() > zero) {
            filters.add("%s=start=%s".formatted(trim, Time.seconds(part.fromUs() - zero)));
        }
        if (part.toUs() < members.getLast().toUs()) {
            filters.add("%s=end=%s".formatted(trim, Time.seconds(part.toUs() - zero)));
        }
        if (part.fromUs() != zero) {
            filters.add("%s=PTS-%s/TB".formatted(pts, Time.seconds(part.fromUs() - zero)));
        }
        return String.join(",", filters);
    }
}
