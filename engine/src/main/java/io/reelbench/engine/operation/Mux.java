package io.reelbench.engine.operation;

import io.reelbench.engine.media.Fact;
import io.reelbench.engine.media.FilePattern;
import io.reelbench.engine.media.Language;
import io.reelbench.engine.media.Media;
import io.reelbench.engine.media.Rate;
import io.reelbench.engine.media.Shift;
import io.reelbench.engine.media.SideFile;
import io.reelbench.engine.media.Time;
import io.reelbench.engine.media.Track;
import io.reelbench.engine.plan.Edit;
import io.reelbench.engine.plan.Heard;
import io.reelbench.engine.plan.SideSound;
import io.reelbench.engine.plan.SideText;
import io.reelbench.engine.problem.BadValue;
import io.reelbench.engine.problem.Code;
import io.reelbench.engine.problem.Problem;
import io.reelbench.engine.schema.Ask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Brings sound and subtitles of other files to the picture. */
public record Mux(
        @Ask(value = "Sound", help = "Files whose first sound is taken; {dir}/{name}.wav is the one beside each clip.") List<FilePattern> audio,
        @Ask(value = "Subtitles", help = "Files of subtitles (.srt, .vtt, .ass), which become tracks that can be switched off.") List<FilePattern> subtitle,
        @Ask(value = "Mode", help = "Instead of the clip's own sound, as further tracks, or mixed into the first one.") Mode mode,
        @Ask(value = "Length", help = "That of the picture, of the shorter or of the sound; where the sound is longer, longest holds the last frame.") Until length,
        @Ask(value = "Offset", help = "How much later the sound comes; earlier with a minus.", unit = "s", min = -86_400, max = 86_400, from = -2, to = 2) Shift offset,
        @Ask(value = "Gain", help = "How much louder (more than 0) or softer the new sound is.", unit = "dB", min = -60, max = 30, from = -24, to = 12) double gain,
        @Ask(value = "Language", help = "One for all new tracks, or one for each, the sounds first; by itself what the file says.") List<Language> language,
        @Ask(value = "Default track", help = "Whether players take the first new track by themselves; automatic when it is instead of the clip's own.", advanced = true) ByDefault defaultTrack)
        implements
            Operation {

    /** What happens to the clip's own sound. */
    public enum Mode {
        REPLACE, ADD, MIX
    }

    /** How long the result is. */
    public enum Until {
        VIDEO, SHORTEST, AUDIO, LONGEST
    }

    /** Whether players take it by themselves. */
    public enum ByDefault {
        AUTO, YES, NO
    }

    private static final About ABOUT = new About("mux", "Add sound", "Brings sound and subtitles of other files to the picture.",
            About.Group.SOUND, About.Role.STEP,
            List.of("merge", "dub", "music", "replace", "soundtrack", "commentary", "subtitles", "captions", "join", "remux"),
            "mux talk.mp4 --audio {dir}/music.wav --length video --offset -0.2s --language de -o dubbed.mp4");

    /** No frame is held and nothing is cut for less, in microseconds, where the length of a frame is not known. */
    private static final long MOMENT = Time.SECOND / 25;

    public Mux() {
        this(List.of(), List.of(), Mode.REPLACE, Until.VIDEO, Shift.NONE, 0, List.of(), ByDefault.AUTO);
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Edit apply(Edit edit, Problems problems) {
        if (!Needs.picture(this, edit, problems) || !Needs.film(this, edit, problems)) {
            return edit;
        } else if (audio.isEmpty() && subtitle.isEmpty()) {
            problems.add("audio", Code.REQUIRED, MuxWords.NOTHING_GIVEN);
            return edit;
        }
        List<SideFiles.Named> sounds = named("audio", audio, edit, problems);
        List<SideFiles.Named> texts = named("subtitle", subtitle, edit, problems);
        Edit asking = edit;
        for (SideFiles.Named file : sounds) {
            asking = file.found().isEmpty() ? asking.wanting(new Fact.Clip(file.file())) : asking;
        }
        for (SideFiles.Named file : texts) {
            asking = file.found().isEmpty() ? asking.wanting(new Fact.Cues(file.file())) : asking;
        }
        if (problems.areSerious() || asking != edit) {
            return asking;
        }
        List<Brought> brought = new ArrayList<>();
        sounds.forEach(file -> sound(file, edit, problems).ifPresent(brought::add));
        List<Cues> cues = new ArrayList<>();
        texts.forEach(file -> SideFiles.fit("subtitle", SideFile.Cues.class, file, edit, problems)
                .ifPresent(found -> cues.add(new Cues(file.file(), found))));
        long shift = offset(edit, problems).orElse(0);
        int tracks = (mode == Mode.MIX ? 0 : brought.size()) + cues.size();
        if (language.size() > 1 && language.size() != tracks || !language.isEmpty() && tracks == 0) {
            problems.add("language", Code.OUT_OF_RANGE, MuxWords.LANGUAGES, language.size(), tracks);
        }
        return problems.areSerious() ? edit : captioned(heard(edit, brought, shift, problems), cues);
    }

    private static List<SideFiles.Named> named(String option, List<FilePattern> files, Edit edit, Problems problems) {
        return files.stream().flatMap(file -> SideFiles.named(option, file.path(), edit, problems).stream()).toList();
    }

    /** A sound, and where it is from. */
    private record Brought(Media media, Track.Audio track) {
    }

    private record Cues(Path file, SideFile.Cues found) {
    }

    private static Optional<Brought> sound(SideFiles.Named file, Edit edit, Problems problems) {
        Optional<Media> media = SideFiles.fit("audio", SideFile.Clip.class, file, edit, problems).map(SideFile.Clip::media);
        if (media.isPresent() && media.get().audio().isEmpty()) {
            problems.add(new Problem("audio", Code.NEEDS_SOUND, MuxWords.NO_SOUND.with(media.get().name())));
        }
        return media.flatMap(m -> m.audio().map(track -> new Brought(m, track)));
    }

    private OptionalLong offset(Edit edit, Problems problems) {
        try {
            OptionalLong us = offset.on(edit.clock());
            if (us.isEmpty()) {
                problems.add("offset", Code.OUT_OF_RANGE, OperationWords.LENGTH_UNKNOWN, edit.first().name());
            }
            return us;
        } catch (BadValue wrong) {
            problems.add("offset", wrong);
            return OptionalLong.empty();
        }
    }

    /** With the sounds. Their timeline is that of the picture, made longer or shorter as asked. */
    private Edit heard(Edit edit, List<Brought> brought, long shift, Problems problems) {
        if (brought.isEmpty()) {
            return edit;
        }
        OptionalLong picture = edit.lengthOf(edit.first().video().orElseThrow().facts());
        if (edit.lengthUs().isEmpty() || picture.isEmpty()) {
            problems.add("length", Code.NEEDS_OTHER, OperationWords.LENGTH_UNKNOWN, edit.first().name());
            return edit;
        }
        long moment = edit.clock().rate().map(Rate::frameLength).orElse(MOMENT);
        // what was heard of the clip behind its picture is gone
        Edit seen = mode == Mode.REPLACE && edit.lengthUs().getAsLong() > picture.getAsLong() + moment
                ? edit.ending(picture.getAsLong())
                : edit;
        long now = seen.lengthUs().getAsLong();
        OptionalLong wanted = wanted(now, brought, shift, problems);
        if (wanted.isEmpty()) {
            return edit;
        }
        long until = wanted.getAsLong();
        Edit lasting = until < now - moment ? seen.ending(until) : until > now + moment ? seen.holding(until - now) : seen;
        long length = lasting.lengthUs().getAsLong();
        List<Heard> sounds = new ArrayList<>();
        for (int i = 0; i < brought.size(); i++) {
            sounds.add(laid(brought.get(i), i, length, shift, lasting));
        }
        Edit done = with(lasting, sounds, problems);
        for (Brought one : brought) {
            done = one.media.notes().contains(Media.Note.CUT_SHORT) ? done.noting(MuxWords.CUT_SHORT, one.media.name()) : done;
        }
        return done;
    }

    /** How long all is to be, in microseconds; empty where something stands in the way, which is told. */
    private OptionalLong wanted(long picture, List<Brought> brought, long shift, Problems problems) {
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        for (Brought one : brought) {
            OptionalLong own = one.track.facts().endUs(one.media.startUs());
            OptionalLong end = own.isPresent() ? own : one.media.lengthUs();
            if (end.isEmpty() && length != Until.VIDEO) {
                problems.add("length", Code.NEEDS_OTHER, OperationWords.LENGTH_UNKNOWN, one.media.name());
                return OptionalLong.empty();
            }
            long until = end.orElse(Long.MAX_VALUE - Math.max(0, shift)) + shift;
            if (until <= 0) {
                problems.add("offset", Code.OUT_OF_RANGE, MuxWords.OVER_BEFORE, one.media.name(), Time.spoken(end.orElse(0)));
                return OptionalLong.empty();
            }
            longest = Math.max(longest, until);
            shortest = Math.min(shortest, until);
        }
        long until = switch (length) {
            case VIDEO -> picture;
            case SHORTEST -> Math.min(picture, shortest);
            case AUDIO -> longest;
            case LONGEST -> Math.max(picture, longest);
        };
        if (shift >= until - MOMENT) {
            problems.add("offset", Code.OUT_OF_RANGE, MuxWords.BEGINS_AFTER, Time.spoken(shift), Time.spoken(until));
            return OptionalLong.empty();
        }
        return OptionalLong.of(until);
    }

    /** A track of its own; its numbers are of no file, so that it is not taken for one of the clip. */
    private Heard laid(Brought one, int number, long length, long shift, Edit edit) {
        Track.Facts is = one.track.facts();
        Optional<Language> spoken = language(number).or(is::language);
        boolean first = number == 0 && (defaultTrack == ByDefault.YES || defaultTrack == ByDefault.AUTO && mode == Mode.REPLACE);
        Track.Audio here = one.track.laid(-2 - edit.sounds().size() - number, edit.first().startUs(), spoken, first);
        Heard heard = Heard.of(here, SideSound.on(length, one.media, one.track, shift));
        return heard.then(Volume.gain(gain, mode != Mode.MIX), here);
    }

    private Optional<Language> language(int number) {
        return language.isEmpty()
                ? Optional.empty()
                : Optional.of(language.size() == 1 ? language.getFirst() : language.get(number));
    }

    private Edit with(Edit edit, List<Heard> sounds, Problems problems) {
        List<Heard> own = edit.sounds();
        List<Heard> all = new ArrayList<>();
        switch (mode) {
            case REPLACE -> all.addAll(sounds);
            case ADD -> {
                boolean takes = defaultTrack == ByDefault.YES;
                own.forEach(heard -> all.add(takes ? heard.then(List.of(), heard.here().byDefault(false)) : heard));
                all.addAll(sounds);
            }
            case MIX -> {
                List<Heard> parts = new ArrayList<>(own.stream().limit(1).toList());
                parts.addAll(sounds);
                if (parts.stream().anyMatch(heard -> !heard.isSingle())) {
                    problems.add("mode", Code.NOT_AVAILABLE, OperationWords.JOINED_TWICE);
                }
                all.add(parts.size() == 1 ? parts.getFirst() : Mixing.of(parts));
                all.addAll(own.stream().skip(1).toList());
            }
        }
        Edit done = edit.withSounds(all);
        return mode == Mode.REPLACE && !own.isEmpty() ? done.noting(MuxWords.REPLACED) : done;
    }

    private Edit captioned(Edit edit, List<Cues> cues) {
        Edit done = edit;
        int before = mode == Mode.MIX ? 0 : audio.size();
        for (int i = 0; i < cues.size(); i++) {
            done = done.captioned(SideText.on(done, cues.get(i).file, cues.get(i).found, language(before + i),
                    i == 0 && defaultTrack == ByDefault.YES));
        }
        return done;
    }
}
