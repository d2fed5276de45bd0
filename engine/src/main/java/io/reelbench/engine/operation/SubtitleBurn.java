package io.reelbench.engine.operation;

import io.reelbench.engine.caption.Captions;
import io.reelbench.engine.caption.Chosen;
import io.reelbench.engine.caption.Cue;
import io.reelbench.engine.caption.Lettering;
import io.reelbench.engine.caption.Look;
import io.reelbench.engine.caption.Place;
import io.reelbench.engine.caption.Script;
import io.reelbench.engine.caption.Style;
import io.reelbench.engine.caption.TextCoding;
import io.reelbench.engine.media.Colour;
import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.FontChoice;
import io.reelbench.engine.media.Fraction;
import io.reelbench.engine.media.Position;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Shift;
import io.reelbench.engine.media.Side;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Size;
import io.reelbench.engine.media.TextCharset;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.media.TrackChoice;
import io.reelbench.engine.plan.Burning;
import io.reelbench.engine.plan.CueClock;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.schema.Ask;
import io.reelbench.engine.schema.Called;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws subtitles into the picture. */
public record SubtitleBurn(Origin from,
        @Ask(value = "Character set", help = "How its bytes are letters: auto, or a name such as windows-1251, gbk or shift_jis.", advanced = true) TextCharset charset,
        @Ask(value = "Offset", help = "Later, or earlier with a minus.", unit = "s", min = -86_400, max = 86_400, from = -10, to = 10) Shift offset,
        @Ask(value = "Font", help = "An installed one or a .ttf file; by itself Noto Sans, or what an ASS file names.") Optional<FontChoice> font,
        @Ask(value = "Font size", help = "Of the letters, in pixels or % of the picture's height; by itself 5 %, of ASS its own.", unit = "px", min = 4, max = 500, from = 12, to = 120) Optional<Side> fontSize,
        @Ask(value = "Colour", help = "Of the letters; what a cue says itself wins.") Colour colour,
        @Ask(value = "Outline colour", help = "Of the line around letters.", advanced = true) Colour outlineColour,
        @Ask(value = "Box colour", help = "A box behind each line instead of the outline; #00000080 is a dark one.") Colour boxColour,
        @Ask(value = "Outline", help = "Width of the line around letters, in pixels or % of the picture's height.", unit = "px", min = 0, max = 50, from = 0, to = 8, advanced = true) Side outline,
        @Ask(value = "Bold", help = "Bold letters.") boolean bold,
        @Ask(value = "Position", help = "Where cues stand that do not say it themselves.") Position position,
        @Ask(value = "Margin", help = "How far from the edges, in pixels or % of the picture's height.", unit = "px", min = 0, max = 4320, from = 0, to = 200) Side margin)
        implements
            Operation {

    /** Where the subtitles are; exactly one of them. */
    @Called("Subtitles")
    public sealed interface Origin {
    }

    /** Beside the clip. */
    @Called("In a file")
    public record InFile(
            @Ask(value = "File", help = "SubRip, WebVTT, ASS or SSA; without one {dir}/{name}.srt, which is the one beside each clip.") Optional<Path> subtitle)
            implements
                Origin {

        /** The one beside the clip. */
        public InFile() {
            this(Optional.empty());
        }
    }

    /** One of the clip's own tracks. */
    @Called("In the clip")
    public record InClip(
            @Ask(value = "Subtitle track", help = "First, a number from 1, or lang:eng; where several fit, the first of them.") TrackChoice track)
            implements
                Origin {
    }

    /**
     * A text with its cues.
     *
     * @param text    as it was read
     * @param ofClip whether its times are those of the clip
     */
    private record Told(String text, boolean ofClip) {
    }

    private static final Path BESIDE = Path.of("{dir}", "{name}.srt");
    private static final Side USUAL_SIZE = new Side.Percent(500);
    private static final Side USUAL_OUTLINE = new Side.Percent(25);
    private static final Colour NOTHING = new Colour(0);
    /** How far a box reaches around its letters, as a share of their size. */
    private static final double AROUND = 0.12;
    /** How much higher a line is than the size of its letters, in the product's own font. */
    private static final double LINE = 1.362;
    private static final long USUAL_FRAME = 40_000;

    private static final About ABOUT = new About("subtitle-burn", "Subtitles into the picture",
            "Draws subtitles into the picture.",
            About.Group.PICTURE, About.Role.STEP,
            List.of("subtitles", "captions", "hardsub", "burn in", "srt", "vtt", "ass", "open captions", "text"),
            "subtitle-burn talk.mp4 --subtitle {dir}/talk.srt --colour \"#FFEE00\" --box-colour \"#00000080\" --position bottom -o talk-hard.mp4");

    public SubtitleBurn() {
        this(new InFile(), TextCharset.AUTO, Shift.NONE, Optional.empty(), Optional.empty(), Colour.WHITE, Colour.BLACK, NOTHING,
                USUAL_OUTLINE, false, Position.BOTTOM, new Side.Percent(500));
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        }
        Edit asked = fontAsked(edit, problems);
        Edit wanting = switch (from) {
            case InFile(Optional<Path> subtitle) ->
                SideFiles.named("subtitle", subtitle.orElse(BESIDE), asked, problems).filter(named -> named.found().isEmpty())
                        .map(named -> asked.wanting(new Fact.Lines(named.file()))).orElse(asked);
            case InClip(TrackChoice choice) -> track(choice, asked, problems)
                    .filter(track -> !asked.first().known().read().cues().containsKey(track.index()))
                    .map(track -> asked.wanting(new Fact.TrackText(track.index()))).orElse(asked);
        };
        if (wanting.wants().size() > edit.wants().size() || problems.areSerious()) {
            return wanting;
        }
        Optional<Told> told = told(edit, problems);
        return told.isEmpty() ? edit : burnt(edit, told.get(), problems);
    }

    private Edit fontAsked(Edit edit, Problems problems) {
        if (font.isEmpty() || !(font.get() instanceof FontChoice.InFile(Path file))) {
            return edit;
        }
        Optional<SideFiles.Named> named = SideFiles.named("font", file, edit, problems);
        if (named.isEmpty()) {
            return edit;
        } else if (named.get().found().isEmpty()) {
            return edit.wanting(new Fact.Font(named.get().file()));
        }
        SideFiles.table("font", named.get(), edit, problems);
        return edit;
    }

    private Optional<Path> fontFile(Edit edit) {
        return font.isPresent() && font.get() instanceof FontChoice.InFile(Path file)
                ? SideFiles.named("font", file, edit, new Problems()).map(SideFiles.Named::file)
                : Optional.empty();
    }

    private Optional<Track.Subtitle> track(TrackChoice choice, Edit edit, Problems problems) {
        List<Track.Subtitle> all = edit.first().all(Track.Subtitle.class);
        if (all.isEmpty()) {
            problems.add("track", Code.NEEDS_SUBTITLE, OperationWords.NEEDS_SUBTITLE, id(), edit.first().name());
            return Optional.empty();
        }
        Needs.tracks("track", choice, Track.Subtitle.class, edit, problems);
        Optional<Track.Subtitle> chosen = choice.from(all).stream().findFirst();
        if (chosen.isEmpty() && !problems.areSerious()) {
            problems.add("track", Code.NO_SUCH_TRACK, OperationWords.NO_SUBTITLE_FITS, choice, edit.first().name());
        } else if (chosen.isPresent() && !chosen.get().text()) {
            problems.add("track", Code.NOT_AVAILABLE, PictureWords.CUES_ARE_PICTURES, all.indexOf(chosen.get()) + 1,
                    edit.first().name(), chosen.get().codec());
            return Optional.empty();
        }
        return chosen;
    }

    private Optional<Told> told(Edit edit, Problems problems) {
        return switch (from) {
            case InFile(Optional<Path> subtitle) -> {
                SideFiles.Named named = SideFiles.named("subtitle", subtitle.orElse(BESIDE), edit, problems).orElseThrow();
                if (subtitle.isEmpty() && named.found().orElseThrow() instanceof SideFile.Missing) {
                    problems.add("subtitle", Code.REQUIRED, PictureWords.SUBTITLE_REQUIRED, named.file().getFileName());
                    yield Optional.empty();
                }
                yield SideFiles.fit("subtitle", SideFile.Lines.class, named, edit, problems)
                        .map(lines -> new Told(lines.bytes(), false));
            }
            case InClip(TrackChoice choice) -> {
                int index = track(choice, edit, problems).orElseThrow().index();
                Optional<String> text = edit.first().known().read().cues().get(index);
                if (text.isEmpty()) {
                    problems.add("track", Code.NOT_AVAILABLE, PictureWords.TRACK_UNREADABLE, edit.first().name());
                }
                yield text.map(words -> new Told(words, true));
            }
        };
    }

    private Edit burnt(Edit before, Told told, Problems problems) {
        Edit edit = Shape.square(before);
        Size frame = edit.size().orElseThrow();
        try {
            TextCoding.Decoded decoded = told.ofClip
                    ? new TextCoding.Decoded(told.text, StandardCharsets.UTF_8, false)
                    : TextCoding.decoded(told.text, charset);
            Script script = Captions.read(decoded.text(), style(frame), this::changed);
            OptionalLong shift = offset.on(edit.clock());
            if (shift.isEmpty()) {
                problems.add("offset", Code.OUT_OF_RANGE, OperationWords.LENGTH_UNKNOWN, edit.first().name());
                return before;
            }
            List<Cue> cues = CueClock.later(edit, told.ofClip ? CueClock.moved(edit, script.cues()) : script.cues(),
                    shift.getAsLong());
            if (cues.isEmpty()) {
                problems.add("offset", Code.NOTHING_TO_DO, PictureWords.NO_CUE_SHOWN, edit.first().name());
                return before;
            }
            return noted(drawn(edit, frame, script.with(cues), written(edit, told, decoded.text(), shift.getAsLong())), script,
                    decoded);
        } catch (BadValue wrong) {
            problems.add(told.ofClip ? "track" : "subtitle", Code.BAD_SYNTAX, PictureWords.SIDE_UNFIT, named(before),
                    wrong.text());
            return before;
        }
    }

    private String named(Edit edit) {
        return from instanceof InFile(Optional<Path> subtitle)
                ? SideFiles.named("subtitle", subtitle.orElse(BESIDE), edit, new Problems()).orElseThrow().file().getFileName()
                        .toString()
                : edit.first().name();
    }

    private Edit drawn(Edit edit, Size frame, Script script, Optional<Burning.Written> written) {
        Track.Video below = edit.video().orElseThrow();
        Lettering.Light light = switch (below.colour().transfer()) {
            case "smpte2084" -> Lettering.Light.PQ;
            case "arib-std-b67" -> Lettering.Light.HLG;
            default -> Lettering.Light.USUAL;
        };
        long step = below.rate().map(Rate::frameLength).orElse(USUAL_FRAME);
        Lettering lettering = Lettering.of(script, frame, light, step, fontFile(edit));
        return edit.withPicture(List.of(Burning.filter(lettering, written, below)));
    }

    private static Edit noted(Edit edit, Script script, TextCoding.Decoded decoded) {
        Edit noted = edit;
        if (decoded.guessed()) {
            noted = noted.noting(PictureWords.CHARSET_GUESSED, decoded.charset().name());
        }
        if (script.missing().contains(Script.Missing.DRAWINGS)) {
            noted = noted.noting(PictureWords.NO_DRAWINGS);
        }
        return script.missing().contains(Script.Missing.EFFECTS) ? noted.noting(PictureWords.NO_EFFECTS) : noted;
    }

    /** What libass can draw as it is: nothing was chosen otherwise, and times are those of the file. */
    private Optional<Burning.Written> written(Edit edit, Told told, String text, long shift) throws BadValue {
        boolean plain = Captions.form(text) == Captions.Form.SUB_STATION && !isStyled()
                && (!told.ofClip || edit.isWhole() && edit.pace().equals(Fraction.ONE));
        return plain ? Optional.of(new Burning.Written(Captions.withoutAttachments(text), shift)) : Optional.empty();
    }

    private boolean isStyled() {
        SubtitleBurn usual = new SubtitleBurn();
        return !new SubtitleBurn(usual.from, usual.charset, usual.offset, font, fontSize, colour, outlineColour, boxColour,
                outline, bold, usual.position, usual.margin).equals(usual);
    }

    private static double pixels(Side side, Size frame) {
        return switch (side) {
            case Side.Pixels(int count) -> count;
            case Side.Percent(int points) -> frame.height() * points / 10_000.0;
        };
    }

    private Style style(Size frame) {
        double size = pixels(fontSize.orElse(USUAL_SIZE), frame) * LINE;
        boolean boxed = boxColour.opacity() > 0;
        Look look = new Look(family().orElse(""), size, bold, false, Look.Lines.NONE, colour, boxed ? boxColour : outlineColour,
                NOTHING, boxed ? size * AROUND : pixels(outline, frame), 0, boxed ? Look.Box.LINES : Look.Box.NONE, 1, 1, 0);
        double edge = pixels(margin, frame);
        return new Style(frame, look, new Place(position, edge, edge, edge, Optional.empty(), Place.Wrap.EVEN,
                Place.Reading.AS_WRITTEN));
    }

    private Optional<String> family() {
        return font.map(f -> f instanceof FontChoice.Family(String name) ? name : "");
    }

    /** What was chosen otherwise than usual is so in every style of a text that has its own. */
    private java.util.function.UnaryOperator<Look> changed(double unit, Size frame) {
        return look -> {
            Look now = family().map(look::withFont).orElse(look);
            now = fontSize.isPresent() ? now.withSize(pixels(fontSize.get(), frame) * LINE * unit) : now;
            now = colour.equals(Colour.WHITE) ? now : now.withFill(colour);
            now = outlineColour.equals(Colour.BLACK) ? now : now.withEdge(outlineColour);
            now = outline.equals(USUAL_OUTLINE) ? now : now.withOutline(pixels(outline, frame) * unit);
            now = bold ? now.withBold(true) : now;
            return boxColour.opacity() == 0
                    ? now
                    : now.withEdge(boxColour).withBox(Look.Box.LINES).withOutline(now.size() * AROUND);
        };
    }
}
