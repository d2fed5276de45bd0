package io.reelbench.engine.plan;

import io.reelbench.engine.caption.Lettering;

/** What the program does itself between two runs, to files of the task's own: data, like every step. */
public sealed interface OwnWork {

    /**
     * Reads at which frames a new scene begins; the placeholder becomes the graph that gives each scene a palette of its own.
     *
     * @param list what ffmpeg's {@code metadata} filter printed, in the scratch folder
     */
    record ScenePalettes(String placeholder, String list, Palettes palettes) implements OwnWork {
    }

    /** Makes an empty folder, where nothing of that name is. */
    record MakeFolder(Ref folder) implements OwnWork {
    }

    /**
     * Gives the numbered pictures of a folder their names, or puts them into an archive under these names.
     *
     * @param folder where they are
     * @param names  what they shall be called
     * @param ending of their names, without a dot
     * @param into   the archive
     */
    record Collect(Ref folder, PictureNames names, String ending, Packing packing, Ref into) implements OwnWork {
    }

    /**
     * Lists the numbered pieces of a film, so that they can be read in one go.
     *
     * @param pieces where they are, as {@code 000001.mp4} and so on
     * @param list   in the scratch folder
     */
    record ListPieces(Ref pieces, int count, String ending, String list) implements OwnWork {

        /** So far apart are the beginnings of two of them in the list, in seconds: longer than any piece. */
        public static final long APART = 100_000;
    }

    /**
     * Counts what is in the numbered pieces of a film, gives them and their pictures names, and writes down what they are.
     *
     * @param pieces where they are
     * @param list   of them, in the scratch folder
     * @param timed  how many of their tracks, from the first, say how long they are; packets are counted of the first
     */
    record NamePieces(Ref pieces, String list, int timed, PieceList told) implements OwnWork {
    }

    /** Puts a font of ours into the scratch folder, where filters that draw text name it. */
    record Letters(String name) implements OwnWork {
    }

    /**
     * Draws captions into files of the scratch folder; where they lie on the picture becomes the values of placeholders.
     *
     * @param span only what is shown at some time of it is drawn
     */
    record Inscribe(Lettering lettering, Range span) implements OwnWork {
    }

    /** Writes a text of the scratch folder, which is UTF-8, in another way. */
    record Respell(String text, SubtitleForm.Charset charset, Ref into) implements OwnWork {
    }

    /** Writes a text of the user's into the scratch folder as UTF-8. */
    record Letter(java.nio.file.Path file, java.nio.charset.Charset charset, String into) implements OwnWork {
    }

    /**
     * Draws the peaks of a sound that ffmpeg printed, or writes them as JSON.
     *
     * @param list       what ffmpeg's {@code ametadata} printed, in the scratch folder
     * @param channels   of the sound
     * @param sampleRate of the sound, in Hz
     * @param samples    in each stretch
     * @param into       raw pixels, or the JSON
     */
    record Draw(String list, int channels, int sampleRate, int samples, WaveForm form, Ref into) implements OwnWork {
    }
}
