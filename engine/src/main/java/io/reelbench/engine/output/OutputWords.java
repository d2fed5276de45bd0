package io.reelbench.engine.output;

import io.reelbench.engine.problem.Message;

/** The sentences about names and about what is wrong with a product. */
enum OutputWords implements Message {
    UNKNOWN_KEY("“{0}”: names are made of {1}; write {{ for a brace"),
    NEAREST("did you mean {0}?"), OPEN_BRACE("“{0}”: a brace is not closed; write {{ for a brace"),
    NO_FOLDERS("“{0}”: a name cannot hold / or \\; choose the folder apart"), EMPTY_NAME("A name cannot be empty"),
    EMPTY_PICTURES("{0} of its pictures are empty"), PICTURE_COUNT("it has {0} pictures instead of {1}"),
    NOT_ENDED("ffmpeg ended before it had written everything"), NO_BYTES("it is empty"),
    PIECE_COUNT("{0} files are there instead of {1}"), PIECE_CHANGED("{0} is not as it was listed"),
    EMPTY_PIECE("{0} is empty"), PIECE_FRAMES("piece {0} has {1} frames or packets instead of {2}"),
    PIECE_LENGTH("piece {0} is {1} long instead of {2}"),
    NO_CUES("no subtitle is shown in this part"),
    NOT_OPENED("it cannot be opened again ({0})"), TRACKS("it holds {0} instead of {1}"), NOTHING("nothing"),
    NO_LENGTH("its length is not known but should be {0}"), LONGER("it is {0} long instead of {1}"),
    PICTURE("its picture is {0} instead of {1}"), NO_PICTURE("it has no picture"), TAIL("its last second cannot be played");

    private final String english;

    OutputWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
